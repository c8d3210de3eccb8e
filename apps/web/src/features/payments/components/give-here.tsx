import { Link, useHydrated, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Icon, KindMark } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import { focusFirstError, useTypedBefore } from '../../../lib/form.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { orderGift, useGiftChoices, type GiftChoices, type GiftTarget } from '../api/gift-orders.js';
import { useInstallation } from '../../installation/api/installation.js';
import { donorOf, type GiftProvider } from '../api/payments.js';
import { ChosenList } from './chosen-list.js';
import { GiverEmail } from './giver-email.js';
import { MonthlyLink } from './monthly-link.js';
import { decimal } from '../../../lib/decimal.js';

const KOPECKS = 100;
const inRoubles = (kopecks: number): string => (kopecks / KOPECKS).toFixed(kopecks % KOPECKS === 0 ? 0 : 2);

/** The same each month: by the kind and the code or id of what it is for. */
function monthly(to: GiftTarget): { of?: 'organization' | 'sphere' | 'place'; to?: string } {
  if ('organization' in to) return { of: 'organization', to: to.organization };
  return 'sphere' in to ? { of: 'sphere', to: to.sphere } : 'place' in to ? { of: 'place', to: to.place } : {};
}

/** Nothing here can be paid to now: what a giver can do instead. */
function Nothing({ to }: { to: GiftTarget }): ReactNode {
  return (
    <Notice look="wait" role="status">
      <p>{t('giving:here.nothing')}</p>
      <p className="row row-wrap gap-top-2">
        <Link to="/needs" search={{ kind: 'money' }}>
          {t('giving:here.more')}
        </Link>
        <Link to="/offer" search={{ kind: 'money', category: 'sphere' in to ? to.sphere : undefined }}>
          {t('giving:here.promise')}
        </Link>
      </p>
    </Notice>
  );
}

/** Where the sum would go, and the way to its payments. */
function Chosen({
  to,
  quantity,
  provider,
  choices,
}: {
  to: GiftTarget;
  quantity: string;
  provider: GiftProvider;
  choices: GiftChoices;
}): ReactNode {
  const amounts = useAmounts();
  const navigate = useNavigate();
  const action = useAction(orderGift, {
    refresh: ['needs', 'entries', 'gift-choices'],
    onDone: (gift) => void navigate({ to: '/gifts/$code', params: { code: gift.code } }),
  });
  const [email, setEmail] = useState('');
  const way = provider === 'stripe' ? 'giving:here.card' : 'giving:here';
  if (choices.parts.length === 0) return <Nothing to={to} />;
  return (
    <div className="stack" role="status">
      <h3 className="h-small">{t(`${way}.chosen`, { count: choices.parts.length })}</h3>
      <ChosenList parts={choices.parts} />
      {choices.left > 0 && (
        <p className="small muted">{t('giving:here.left', { amount: amounts.say(choices.left, 'kopeck') })}</p>
      )}
      <GiverEmail value={email} onChange={setEmail} error={action.error('donor.email')} />
      <ProblemNotice problem={action.general} />
      <Button
        look="main"
        size="large"
        wide
        busy={action.busy}
        onClick={() => void action.run({ to, quantity, unit: 'rub', anonymous: true, donor: donorOf(email), provider })}
      >
        {t(`${way}.pay`, { count: choices.parts.length })}
      </Button>
    </div>
  );
}

/** Sums that finish something real, one tap each. */
function Finishing({
  sums,
  typed,
  onChoose,
}: {
  sums: GiftChoices['amounts'];
  typed: string;
  onChoose: (quantity: string) => void;
}): ReactNode {
  const amounts = useAmounts();
  if (sums.length === 0) return null;
  return (
    <ul className="stack-2" aria-label={t('giving:here.finish')}>
      {sums.map((one) => (
        <li key={one.need} className="row row-wrap">
          <Button
            size="dense"
            aria-pressed={decimal(typed) === inRoubles(one.amount)}
            onClick={() => onChoose(inRoubles(one.amount))}
          >
            {amounts.say(one.amount, one.unit)}
          </Button>
          <span className="small muted break">{t('giving:here.finishes', { title: typograph(one.needTitle) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Money for an organization, a sphere or a place: the engine says where it goes, and why, before anything is paid. Nobody has to sign in. */
export function GiveHere({ to }: { to: GiftTarget }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const shown = useHydrated(); // asked in the browser only: a drawn page waits for no scores
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string>();
  const field = useTypedBefore(typed, setTyped);
  const [wanted, setWanted] = useState<GiftProvider>('bank');
  const cards = useInstallation().data?.takesCards === true;
  const ways = useGiftChoices(to, undefined, 'bank', shown).data?.providers ?? [];
  const provider = cards && ways.length === 1 && ways[0] ? ways[0] : wanted;
  const sums = useGiftChoices(to, undefined, provider, shown);
  const choices = useGiftChoices(to, asked, provider, asked !== undefined);
  const problem = choices.error as Problem | null;
  const nothing = sums.data?.amounts.length === 0 && ways.length < 2; // no sum would find a need: it is not asked for
  const choose = (quantity: string): void => {
    setTyped(quantity);
    setAsked(undefined);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(decimal(typed));
    focusFirstError(element.current);
  };
  return (
    <section className="give give-here" aria-labelledby="give-here">
      <div className="give-part">
        <h2 className="h-block row" id="give-here">
          <KindMark kind="money" />
          {t('giving:here.title')}
        </h2>
        <p className="hint">{t('giving:here.lead')}</p>
        {nothing ? (
          <div className="gap-top-4">
            <Nothing to={to} />
          </div>
        ) : (
          <>
            <form ref={element} className="stack gap-top-4" onSubmit={submit}>
              {sums.data && <Finishing sums={sums.data.amounts} typed={typed} onChoose={choose} />}
              <TextField
                label={t('giving:sum')}
                ref={field}
                required
                inputMode="decimal"
                autoComplete="off"
                maxLength={20}
                unit="₽"
                value={typed}
                error={problem?.fields.find((one) => one.field === 'quantity')?.message}
                onChange={(event) => choose(event.target.value)}
              />
              {cards && ways.length > 1 && (
                <div className="seg" role="group" aria-label={t('giving:way.name')}>
                  {ways.map((one) => (
                    <button key={one} type="button" aria-pressed={provider === one} onClick={() => setWanted(one)}>
                      {t(`giving:way.${one}`)}
                    </button>
                  ))}
                </div>
              )}
              <Button type="submit" look={choices.data ? 'quiet' : 'main'} size="large" wide busy={choices.isFetching}>
                {t('giving:here.show')}
              </Button>
              {problem && problem.fields.length === 0 && <ProblemNotice problem={problem} />}
            </form>
            {asked !== undefined && choices.data && (
              <div className="gap-top-5">
                <Chosen to={to} quantity={asked} provider={provider} choices={choices.data} />
              </div>
            )}
          </>
        )}
        <p className="gap-top-3 center">
          <MonthlyLink to={monthly(to)} />
        </p>
      </div>
      <div className="give-part">
        <p className="small row row-top">
          <Icon name="shield" />
          <span className="muted">{t('giving:note')}</span>
        </p>
      </div>
    </section>
  );
}
