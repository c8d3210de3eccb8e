import { useEffect, useState, type ReactNode } from 'react';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { outOf100 } from '../../../components/why.js';
import type { Problem } from '../../../lib/api.js';
import type { Match, Offer } from '../../../lib/api-types.js';
import { dayTime } from '../../../lib/dates.js';
import { usePollMs } from '../../../lib/live-line.js';
import { t } from '../../../lib/words.js';
import { useMailWords, useZone } from '../../installation/api/installation.js';
import { WhoRunsIt } from '../../installation/components/who-runs-it.js';
import { useMatches } from '../../matching/api/matches.js';
import { Proposal } from '../../matching/components/proposal.js';
import { standingOf } from '../../matching/standing.js';
import { AppealLink } from '../../moderation/components/appeal-link.js';
import { WhoElse, WhyNone } from './why-none.js';
import { isLive } from './offer-tag.js';

const UNDER_WAY = ['held', 'accepted', 'delivered', 'disputed'];
const SHOWN = 2;

/** After this the page says that nothing was found yet, and why; of an offer that is older, at once. */
const PATIENCE_MS = 8_000;
/**
 * Of an offer made just now a person waits for the first proposals: an event that is lost must not cost them twenty seconds. It asks again after
 * half of the time that has passed, so that those who wait while thousands offer at once do not keep each other waiting.
 */
const SOONEST_MS = 3_000;
const askAfter = (offer: Offer): number => Math.max(SOONEST_MS, ageMs(offer) / 2);
const ageMs = (offer: Offer): number => Date.now() - new Date(offer.createdAt).getTime();
function usePatience(waiting: boolean, since: string): boolean {
  const [over, setOver] = useState(() => Date.now() - new Date(since).getTime() > PATIENCE_MS);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setOver(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  return over;
}

/** What an offer waits for before it enters any plan, or why it never did. */
function Beforehand({ offer }: { offer: Offer }): ReactNode {
  const zone = useZone();
  const mailWords = useMailWords();
  const { waiting } = offer;
  if (!waiting)
    return (
      <Notice look="bad">
        <p>{offer.returnReason ? t('offers:returned', { reason: offer.returnReason }) : t('offers:neverConfirmed')}</p>
        {offer.returnReason && <AppealLink about={offer.id} of="offer" />}
      </Notice>
    );
  return (
    <Notice look="wait" role="status">
      <p className="strong">{t(`offers:waits.${waiting.for}`)}</p>
      {waiting.for === 'review' &&
        waiting.reasons.map((reason) => (
          <p key={reason.code} className="gap-top-1">
            {reason.sentence}
          </p>
        ))}
      <p className="small muted gap-top-1">
        {mailWords(`offers:waitsUntil.${waiting.for}`, { time: dayTime(waiting.until, zone) })}
        {waiting.for === 'confirmation' && <WhoRunsIt />}
      </p>
    </Notice>
  );
}

function Waiting({ offer, over }: { offer: Offer; over: boolean }): ReactNode {
  if (offer.waiting || offer.returnReason || offer.neverConfirmed) return <Beforehand offer={offer} />;
  if (offer.balance.available === 0) return <p className="muted">{t('offers:nothingLeft')}</p>;
  if (!isLive(offer.status)) return <p className="muted">{t('offers:closed')}</p>;
  if (!over)
    return (
      <div className="sheet pad">
        <p className="strong">{t('offers:searching')}</p>
        <p className="muted gap-top-1">{t('offers:searchingText')}</p>
      </div>
    );
  return <WhyNone offer={offer} />;
}

function Folded({ title, matches, left }: { title: string; matches: Match[]; left?: number }): ReactNode {
  if (matches.length === 0) return null;
  return (
    <details className="sheet gap-top-4">
      <summary>{title}</summary>
      {matches.map((match) => (
        <Proposal key={match.id} match={match} left={left} />
      ))}
    </details>
  );
}

/** Who reads the offer, and answers nothing in its name: an accountant of the company. */
function OthersAnswer(): ReactNode {
  return (
    <section aria-labelledby="proposals">
      <h2 className="h-block" id="proposals">
        {t('offers:proposals')}
      </h2>
      <p className="muted gap-top-3">{t('offers:othersAnswer')}</p>
    </section>
  );
}

/** Proposals arrive while the page is open; a polite live region says how many. */
export function Proposals({ offer }: { offer: Offer }): ReactNode {
  const pollMs = usePollMs();
  const query = useMatches({ offer: offer.id }, true, (seen) =>
    seen.length === 0 ? Math.min(pollMs, askAfter(offer)) : pollMs,
  );
  const all = query.data?.items ?? [];
  const underWay = all.filter((match) => UNDER_WAY.includes(match.status));
  const proposed = all.filter((match) => match.status === 'proposed');
  const over = usePatience(proposed.length === 0 && underWay.length === 0, offer.createdAt);
  if ((query.error as Problem | null)?.status === 404) return <OthersAnswer />;
  const left = offer.balance.available;
  const more = proposed.slice(SHOWN);
  return (
    <section aria-labelledby="proposals">
      <div className="live-head" aria-live="polite">
        <h2 className="h-block" id="proposals">
          {proposed.length > 0
            ? t('offers:found', { count: proposed.length })
            : underWay.length > 0
              ? t('offers:underWay')
              : t('offers:proposals')}
        </h2>
      </div>
      <ProblemNotice problem={query.error as Problem | null} onRetry={() => void query.refetch()} />
      {underWay.map((match) => (
        <Proposal key={match.id} match={match} left={left} />
      ))}
      {proposed.length === 0 && (underWay.length === 0 || offer.balance.available > 0) && query.data && (
        <div className={underWay.length > 0 ? 'gap-top-4' : undefined}>
          <Waiting offer={offer} over={over} />
        </div>
      )}
      {proposed.slice(0, SHOWN).map((match, index) => (
        <Proposal key={match.id} match={match} best={index === 0} left={left} />
      ))}
      <Folded
        title={t('offers:more', { count: more.length, score: outOf100(more[0]?.score ?? 0) })}
        matches={more}
        left={left}
      />
      {proposed.length > 0 && <WhoElse offer={offer} />}
      <Folded title={t('offers:done')} matches={all.filter((match) => standingOf(match) === 'confirmed')} />
      <Folded
        title={t('offers:ended')}
        matches={all.filter((match) => ['declined', 'expired', 'cancelled', 'nothing'].includes(standingOf(match)))}
      />
      {all.some(({ status }) => status === 'proposed' || status === 'held') && (
        <div className="gap-top-4">
          <Notice>
            <p>{t('offers:silence')}</p>
          </Notice>
        </div>
      )}
    </section>
  );
}
