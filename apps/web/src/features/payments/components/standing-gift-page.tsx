import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { useAction } from '../../../lib/action.js';
import { dateIn } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useNeed } from '../../needs/api/needs.js';
import { setUpStandingOffer } from '../../offers/api/standing-offers.js';
import { calendarDay, capital, rhythm } from '../../offers/components/repeat-words.js';
import { useInstallation, useMailWords } from '../../installation/api/installation.js';
import type { GiftProvider } from '../api/payments.js';
import { useOrganization } from '../../organizations/api/organizations.js';
import { decimal } from '../../../lib/decimal.js';

const route = getRouteApi('/standing-gift');
const RHYTHMS = ['monthly', 'weekly'] as const;
const WAYS: readonly GiftProvider[] = ['bank', 'stripe'];
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What a person gives to, in words; empty while it is loaded. */
function TargetName({ kind, to }: { kind: string; to: string }): ReactNode {
  const places = useCatalogue('places');
  const spheres = useCatalogue('spheres');
  if (kind === 'sphere') return typograph(nameOf(spheres.get(to)));
  return kind === 'place' ? (
    typograph(placeName(places.get(to), PENDING_NAME))
  ) : kind === 'need' ? (
    <NeedName id={to} />
  ) : (
    <OrganizationName id={to} />
  );
}
function NeedName({ id }: { id: string }): ReactNode {
  return typograph(useNeed(id).data?.title ?? '');
}
function OrganizationName({ id }: { id: string }): ReactNode {
  return typograph(useOrganization(id).data?.shortName ?? '');
}

interface Draft {
  quantity: string;
  frequency: (typeof RHYTHMS)[number];
  firstOn: string;
  decides: boolean;
  way: GiftProvider;
}

/** How often and from when, said back in words. */
function WhenFields({
  draft: { frequency, firstOn },
  change,
  error,
}: {
  draft: Draft;
  change: (more: Partial<Draft>) => void;
  error: string | undefined;
}): ReactNode {
  return (
    <>
      <div>
        <p className="label" id="gift-rhythm">
          {t('standing:howOften')}
        </p>
        <div className="seg" role="group" aria-labelledby="gift-rhythm">
          {RHYTHMS.map((one) => (
            <button key={one} type="button" aria-pressed={frequency === one} onClick={() => change({ frequency: one })}>
              {t(`standing:choice.${one}`)}
            </button>
          ))}
        </div>
      </div>
      <TextField
        label={t('standing:firstOn')}
        type="date"
        required
        min={dateIn(0)}
        max={dateIn(366)}
        value={firstOn}
        error={error}
        onChange={(event) => change({ firstOn: event.target.value })}
      />
      <p className="small" role="status">
        {DAY.test(firstOn) &&
          typograph(
            t('standing:first', {
              rhythm: capital(rhythm({ frequency, interval: 1, firstOn })),
              day: calendarDay(firstOn),
            }),
          )}
      </p>
    </>
  );
}

function SetUp({ kind, to }: { kind: string; to: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({
    quantity: '',
    frequency: 'monthly',
    firstOn: dateIn(0),
    decides: true,
    way: 'bank',
  });
  const mailWords = useMailWords();
  const cards = useInstallation().data?.takesCards === true;
  const byCard = cards && draft.way === 'stripe' && (kind === 'need' || draft.decides);
  const change = (more: Partial<Draft>): void => setDraft({ ...draft, ...more });
  const action = useAction(setUpStandingOffer, {
    refresh: ['standing-offers'],
    onDone: ({ id }) => void navigate({ to: '/standing/$id', params: { id }, search: byCard ? { card: 'enter' } : {} }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { quantity, frequency, firstOn, decides } = draft;
    await action.run({
      kind: 'money',
      quantity: decimal(quantity),
      unit: 'rub',
      only: [to],
      frequency,
      firstOn,
      gift: kind === 'need' || decides,
    });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack-6 gap-top-6" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('standing:gift.sum')}
        required
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        unit="₽"
        value={draft.quantity}
        error={action.error('quantity')}
        onChange={(event) => change({ quantity: event.target.value })}
      />
      <WhenFields draft={draft} change={change} error={action.error('firstOn')} />
      {kind !== 'need' && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.decides}
            onChange={(event) => change({ decides: event.target.checked })}
          />
          <span>
            <b>{t('standing:gift.decides')}</b>
            <br />
            <span className="small muted">{t('standing:gift.decidesText')}</span>
          </span>
        </label>
      )}
      {cards && (kind === 'need' || draft.decides) && (
        <div>
          <p className="label" id="gift-way">
            {t('standing:card.way.name')}
          </p>
          <div className="seg" role="group" aria-labelledby="gift-way">
            {WAYS.map((one) => (
              <button key={one} type="button" aria-pressed={draft.way === one} onClick={() => change({ way: one })}>
                {t(`standing:card.way.${one}`)}
              </button>
            ))}
          </div>
        </div>
      )}
      <p className="hint">{mailWords(byCard ? 'standing:card.promise' : 'standing:gift.promise')}</p>
      <ProblemNotice problem={action.general} />
      <Button type="submit" look="main" size="large" busy={action.busy}>
        {t(byCard ? 'standing:card.next' : 'standing:gift.setUp')}
      </Button>
    </form>
  );
}

/** `/standing-gift?of=sphere&to=elderly`: money each week or month for what was looked at before. */
export function StandingGiftPage(): ReactNode {
  const { of: kind, to } = route.useSearch();
  const session = useSession();
  if (!kind || !to) return <NotFoundPage />;
  if (session.data === null) return <SignInFirst />;
  return (
    <div className="wrap page-form">
      <PageHead title={t('standing:gift.title')} />
      <header className="page-head">
        <h1 className="h-page">{t('standing:gift.title')}</h1>
        <p className="lead">
          <TargetName kind={kind} to={to} />
        </p>
      </header>
      <SetUp kind={kind} to={to} />
    </div>
  );
}
