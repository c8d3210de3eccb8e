import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/marks.js';
import { outOf100, WhyBars } from '../../../components/why.js';
import type { Match } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { amountWord, standingOf } from '../standing.js';
import { MatchActions } from './match-actions.js';
import { GiverWords } from './giver-words.js';
import { FoldedMessages } from './match-messages.js';
import { MatchTag, MeetingLink, ReportedLink, WhatNext } from './match-state.js';
import { PassedOverNeeds } from './passed-over.js';

interface Props {
  match: Match;
  best?: boolean;
  left?: number;
}

/** Out of a hundred; nothing of a match that nobody judged, as a place at a shift is. That of a plan is of the day on which it was counted. */
export function Score({ match }: { match: Match }): ReactNode {
  const zone = useZone();
  if (match.parts.length === 0) return null;
  return (
    <div className="score">
      <b className="num">{outOf100(match.score)}</b>
      <span>{t('matching:of100')}</span>
      {match.clearing && match.status === 'proposed' && (
        <span>{t('matching:scoredOn', { day: day(match.scoredAt, zone) })}</span>
      )}
    </div>
  );
}

/** Why it stands where it does: a plan's choice comes first even where another score is higher. */
function Chosen({ match, best }: { match: Match; best: boolean }): ReactNode {
  if (match.status !== 'proposed') return <MatchTag match={match} />;
  if (match.clearing) return <Tag look="good">{t('matching:planned')}</Tag>;
  return best && <Tag look="good">{t('matching:best')}</Tag>;
}

/** What the donor sees: the need, the score with its reasons, and the verbs. */
export function Proposal({ match, best = false, left }: Props): ReactNode {
  const amounts = useAmounts();
  const places = useCatalogue('places');
  const ended = ['declined', 'expired', 'cancelled', 'nothing'].includes(standingOf(match));
  const line = [
    match.need.organization.shortName,
    placeName(places.get(match.need.place), PENDING_NAME),
    ...(match.status === 'proposed'
      ? [t('matching:stillNeeded', { amount: amounts.say(match.need.open, match.unit) })]
      : []),
  ];
  return (
    <article
      className={`prop${best ? ' prop-best' : ''}${ended ? ' prop-off' : ''}${!ended && ['held', 'accepted', 'delivered', 'confirmed'].includes(match.status) ? ' prop-done' : ''}`}
      data-match={match.id}
      data-status={match.status}
    >
      <div className="prop-head">
        <div>
          <Chosen match={match} best={best} />
          <h3 className="h-small">
            <Link className="plain-link" to="/needs/$id" params={{ id: match.need.id }}>
              {typograph(match.need.title)}
            </Link>
          </h3>
          <p className="small muted gap-top-1">{line.join('\u00a0· ')}</p>
        </div>
        <Score match={match} />
      </div>
      {match.status !== 'proposed' && <WhatNext match={match} side="donor" />}
      <MeetingLink match={match} side="donor" />
      <ReportedLink match={match} />
      {!ended && (
        <>
          <WhyBars parts={match.parts} />
          <PassedOverNeeds match={match} />
        </>
      )}
      <MatchActions match={match} side="donor" best={best} left={left} />
      <FoldedMessages match={match} side="donor" />
    </article>
  );
}

/** What the organization sees: who gives how much, why it fits, and the verbs. */
export function OfferedMatch({
  match,
  withNeed = false,
  onDone,
}: {
  match: Match;
  withNeed?: boolean;
  onDone?: (match: Match) => void;
}): ReactNode {
  return (
    <article className="offer" data-match={match.id} data-status={match.status}>
      <div className="row row-top between">
        <div>
          <MatchTag match={match} />
          <h3 className="h-dense gap-top-1">
            {match.offer.donor}, {amountWord(match)}
          </h3>
          {withNeed && <p className="tiny muted">{typograph(match.need.title)}</p>}
          <GiverWords offer={match.offer} className="gap-top-1" />
        </div>
        <Score match={match} />
      </div>
      {match.status !== 'proposed' && (
        <div className="gap-top-3">
          <WhatNext match={match} side="organization" />
        </div>
      )}
      <MeetingLink match={match} side="organization" />
      <div className="gap-top-3">
        <WhyBars parts={match.parts} dense />
      </div>
      <MatchActions match={match} side="organization" dense onDone={onDone} />
      <FoldedMessages match={match} side="organization" />
    </article>
  );
}
