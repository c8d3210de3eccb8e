import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { Button } from '../../../components/button.js';
import { KindMark, Tag } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { StandingDate, StandingOffer } from '../../../lib/api-types.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { SavedCardOf } from '../../payments/components/saved-card.js';
import { StandingGifts } from '../../payments/components/standing-gifts.js';
import {
  editStandingOffer,
  stepStandingOffer,
  useStandingDates,
  useStandingOffer,
  type StandingStep,
} from '../api/standing-offers.js';
import { useOfferName } from './offer-page.js';
import { OfferTag } from './offer-tag.js';
import { calendarDay, rhythmAndNext } from './repeat-words.js';
import { StandingTag } from './standing-list.js';

const route = getRouteApi('/standing/$id');

function DateLine({ date }: { date: StandingDate }): ReactNode {
  const amounts = useAmounts();
  const { offer } = date;
  const say = (amount: number): string => amounts.say(amount, offer?.balance.unit ?? '');
  return (
    <li data-date={date.day}>
      <div>
        <h3 className="h-dense">
          {offer ? (
            <Link to="/offer/$id" params={{ id: offer.id }}>
              {calendarDay(date.day)}, {say(offer.balance.pledged)}
            </Link>
          ) : (
            calendarDay(date.day)
          )}
        </h3>
        <p className="small muted">
          {date.gift
            ? t('standing:gift.dateMade')
            : offer
              ? t('offers:line', {
                  available: say(offer.balance.available),
                  reserved: say(offer.balance.reserved),
                  delivered: say(offer.balance.arrived),
                })
              : typograph(date.sentence ?? '')}
        </p>
      </div>
      {offer ? <OfferTag status={offer.status} /> : !date.gift && <Tag look="warn">{t('standing:skipped')}</Tag>}
    </li>
  );
}

function Dates({ standing }: { standing: StandingOffer }): ReactNode {
  const dates = useStandingDates(standing.id);
  return (
    <section aria-labelledby="dates">
      <h2 className="h-block gap-below-4" id="dates">
        {t('standing:dates')}
      </h2>
      <Loaded query={dates}>
        {({ pages }) =>
          pages[0]?.items.length ? (
            <>
              <ul className="sheet pad lines date-lines">
                {pages
                  .flatMap((page) => page.items)
                  .map((date) => (
                    <DateLine key={date.day} date={date} />
                  ))}
              </ul>
              <MorePages pages={dates} />
            </>
          ) : (
            <Empty title={t('standing:noDates')}>
              <p>
                {standing.nextOn
                  ? t('standing:noDatesText', { day: calendarDay(standing.nextOn) })
                  : t(`standing:noDatesEver.${standing.status === 'paused' ? 'paused' : 'ended'}`)}
              </p>
            </Empty>
          )
        }
      </Loaded>
    </section>
  );
}

/** A pause is taken back by the button that stands in its place; the end is asked about first. */
function Steps({ standing }: { standing: StandingOffer }): ReactNode {
  const [sure, setSure] = useState(false);
  const all = useRef<HTMLDivElement>(null);
  const action = useAction(stepStandingOffer, {
    refresh: ['standing-offers'],
    // A question asked while a pause was still being sent stays open; at the end the button that was pressed is gone.
    onDone: (now) => now.status === 'ended' && all.current?.focus(),
  });
  // One button, so that the person who uses a keyboard stays on it.
  const turn = (['pause', 'resume'] as const).find((one) => standing.can.includes(one));
  const step = (name: StandingStep): void => void action.run({ id: standing.id, step: name });
  return (
    <div className="stack" ref={all} tabIndex={-1}>
      {standing.status === 'paused' && (
        <Notice look="wait" role="status">
          <p>{t('standing:pausedText')}</p>
        </Notice>
      )}
      {standing.status === 'ended' && (
        <Notice role="status">
          <p>{t('standing:endedText')}</p>
        </Notice>
      )}
      <div className="row row-wrap">
        {turn && (
          <Button look={turn === 'resume' ? 'main' : 'quiet'} busy={action.busy} onClick={() => step(turn)}>
            {t(`standing:${turn}`)}
          </Button>
        )}
        {standing.can.includes('edit') && (
          <Link className="btn btn-quiet" to="/standing/$id/edit" params={{ id: standing.id }}>
            {t('standing:edit')}
          </Link>
        )}
        {standing.can.includes('end') && (
          <Button look="no" aria-expanded={sure} onClick={() => setSure(!sure)}>
            {t('standing:end')}
          </Button>
        )}
      </div>
      {sure && standing.can.includes('end') && (
        <div className="prop-part">
          <p className="small">{t('standing:endSure')}</p>
          <Button look="no" autoFocus busy={action.busy} onClick={() => step('end')}>
            {t('standing:endGo')}
          </Button>
          <Button look="plain" onClick={() => setSure(false)}>
            {t('form.close')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={action.problem} />
    </div>
  );
}

/** Money that is bound to something: whether the engine says the yes by itself, or asks each time. */
function Decides({ standing }: { standing: StandingOffer }): ReactNode {
  const action = useAction(editStandingOffer, { refresh: ['standing-offers'] });
  if (standing.kind !== 'money' || standing.only.length === 0 || standing.onBehalfOf || !standing.can.includes('edit'))
    return null;
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={standing.gift}
          disabled={action.busy}
          onChange={(event) =>
            void action.run({ id: standing.id, version: standing.version, changes: { gift: event.target.checked } })
          }
        />
        <span>
          <b>{t('standing:gift.decides')}</b>
          <br />
          <span className="small muted">{t('standing:gift.decidesText')}</span>
        </span>
      </label>
      <ProblemNotice problem={action.problem} />
    </div>
  );
}

/** A card that pays its dates, for the giver: others read nothing of it. */
function CardOfGift({ standing }: { standing: StandingOffer }): ReactNode {
  const { card } = route.useSearch();
  return standing.can.length > 0 ? <SavedCardOf id={standing.id} open={card === 'enter'} /> : null;
}

/** Names of spheres and places. */
function useNames(): (codes: readonly string[]) => string {
  const places = useCatalogue('places');
  const spheres = useCatalogue('spheres');
  return (codes) =>
    codes
      .map((code) => nameOf(spheres.get(code)) || placeName(places.get(code)))
      .filter(Boolean)
      .join(', ');
}

/** What it says beside its dates: terms and what stands for each; those without are left out. */
function useFacts(standing: StandingOffer): [string, string][] {
  const amounts = useAmounts();
  const places = useCatalogue('places');
  const names = useNames();
  const ends = standing.lastOn
    ? t('standing:untilDay', { day: calendarDay(standing.lastOn) })
    : standing.times
      ? t('standing:timesInAll', { count: standing.times })
      : t('standing:untilTaken');
  const facts: [string, string | null][] = [
    [t('standing:each'), amounts.say(standing.amount.amount, standing.amount.unit)],
    [t('standing:gift.to'), names(standing.only) || null],
    [
      t('standing:where'),
      standing.place &&
        [
          placeName(places.get(standing.place), PENDING_NAME),
          standing.radiusKm && t('offers:upTo', { km: standing.radiusKm }),
        ]
          .filter(Boolean)
          .join(', '),
    ],
    [t('offers:prefers'), names(standing.prefers) || null],
    [t('standing:stands'), t('standing:days', { count: standing.standsDays })],
    [t('standing:howLong'), ends],
  ];
  return facts.flatMap(([term, said]) => (said ? [[term, said] as [string, string]] : []));
}

function StandingSheet({ standing }: { standing: StandingOffer }): ReactNode {
  const amounts = useAmounts();
  const facts = useFacts(standing);
  const name = useOfferName()(standing);
  const amount = amounts.say(standing.amount.amount, standing.amount.unit);
  const aim = useNames()(standing.only);
  const title = standing.kind === 'money' && aim ? `${amount}: ${aim}` : `${name}, ${amount}`;
  return (
    <div className="wrap">
      <PageHead title={title} />
      <header className="page-head">
        <StandingTag status={standing.status} />
        <h1 className="h-page">{typograph(title)}</h1>
        <p className="lead row">
          <KindMark kind={standing.kind} />
          {typograph(rhythmAndNext(standing))}
        </p>
      </header>
      <div className="split split-offer">
        <div className="stack-6">
          {standing.gift && <StandingGifts id={standing.id} />}
          <Dates standing={standing} />
        </div>
        <aside className="sheet pad stack-6">
          <h2 className="h-block">{t('standing:what')}</h2>
          <dl className="facts-list facts-side">
            {facts.map(([term, said]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
          <Decides standing={standing} />
          {standing.gift && <CardOfGift standing={standing} />}
          <Steps standing={standing} />
          <p className="small">
            <Link to="/me">{t('offers:allMine')}</Link>
          </p>
        </aside>
      </div>
    </div>
  );
}

export function StandingPage(): ReactNode {
  const { id } = route.useParams();
  const session = useSession();
  const query = useStandingOffer(id, Boolean(session.data));
  if (session.data === null) return <SignInFirst />;
  if ((query.error as Problem | null)?.status === 404) return <NotFoundPage />;
  if (!query.data)
    return (
      <div className="wrap page-narrow">
        <Loaded query={query} bones={<Bones rows={3} height={160} />}>
          {() => null}
        </Loaded>
      </div>
    );
  return <StandingSheet standing={query.data} />;
}
