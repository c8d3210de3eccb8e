import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BalanceBar } from '../../../components/balance.js';
import { KindMark } from '../../../components/marks.js';
import { outOf100, WhyBars } from '../../../components/why.js';
import { dayTime } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useNeed } from '../../needs/api/needs.js';
import type { Answer } from '../api/desk.js';
import { useMatches } from '../api/matches.js';
import { standingWord } from '../standing.js';
import { GiverWords } from './giver-words.js';
import { FoldedMessages } from './match-messages.js';
import { MeetingLink, WhatNext } from './match-state.js';

interface Props {
  answer: Answer;
  org: string;
  timeZone: string;
}

/** Whose gift it is, how much, what for and until when. */
export function AnswerHead({ answer, timeZone }: Omit<Props, 'org'>): ReactNode {
  const categories = useCatalogue('categories');
  const need = useNeed(answer.need.id).data;
  const amounts = useAmounts();
  const photos = answer.offer.photos.filter((photo) => photo.urls);
  const open = answer.need.open + (answer.status === 'held' ? answer.amount : 0); // what is held is not open any more
  const waits = answer.can.includes('accept') || answer.cannot.length > 0;
  return (
    <header className="desk-head">
      <div className="row between row-wrap">
        <p className="row small muted desk-kind">
          <KindMark kind={answer.need.kind} size="s" />
          {nameOf(categories.get(answer.need.category), PENDING_NAME)}
        </p>
        <span className={`small${answer.status === 'held' ? ' warn strong' : ' muted'}`}>
          {waits ? t('matching:desk.answerBy', { time: dayTime(answer.at, timeZone) }) : standingWord(answer)}
        </span>
      </div>
      <h2 className="desk-title" id="case" data-case={answer.id} tabIndex={-1}>
        {t('matching:desk.gives', { donor: answer.offer.donor, amount: answer.text })}
      </h2>
      <GiverWords offer={answer.offer} />
      {photos.length > 0 && (
        <div className="desk-photos">
          {photos.slice(0, 3).map((photo) => (
            <a key={photo.id} href={photo.urls?.large}>
              <img src={photo.urls?.small} alt={photo.alt ?? t('matching:desk.photo')} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      <h3 className="h-dense desk-need">
        <Link className="plain-link" to="/needs/$id" params={{ id: answer.need.id }}>
          {typograph(answer.need.title)}
        </Link>
      </h3>
      {need && <BalanceBar balance={need.balance} kind={need.kind} />}
      {waits && (
        <p className="small">
          {open > answer.amount
            ? t('matching:desk.leaves', {
                open: amounts.say(open, answer.unit),
                left: amounts.say(open - answer.amount, answer.unit),
              })
            : t('matching:desk.closes', { open: amounts.say(open, answer.unit) })}
        </p>
      )}
      {!waits && <WhatNext match={answer} side="organization" />}
      <MeetingLink match={answer} side="organization" />
    </header>
  );
}

/** What else is proposed for the same need, so that two yeses are seen together. */
function Rivals({ answer, org, timeZone }: Props): ReactNode {
  const others = (useMatches({ need: answer.need.id }).data?.items ?? []).filter(
    (match) => match.id !== answer.id && (match.status === 'proposed' || match.status === 'held'),
  );
  if (others.length === 0) return <p className="small muted">{t('matching:desk.noRivals')}</p>;
  return (
    <>
      <h3 className="h-dense">{t('matching:desk.rivals', { count: others.length })}</h3>
      <ul className="desk-rivals">
        {others.map((match) => (
          <li key={match.id} data-rival={match.id}>
            <Link to="/desk/$org/offers" params={{ org }} search={{ match: match.id }} resetScroll={false}>
              {match.offer.donor}, {match.text}
            </Link>
            <span className="small muted">
              {match.deadline
                ? t('matching:desk.by', { time: dayTime(match.deadline, timeZone) })
                : standingWord(match)}
            </span>
            <span className="num desk-score">{outOf100(match.score)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why it fits, in words, and what stands beside it. */
export function AnswerMore({ answer, org, timeZone }: Props): ReactNode {
  return (
    <div className="desk-more">
      <h3 className="h-dense">{t('matching:desk.why', { score: outOf100(answer.score) })}</h3>
      <div className="gap-top-2">
        <WhyBars parts={answer.parts} />
      </div>
      <section className="desk-rule">
        <Rivals answer={answer} org={org} timeZone={timeZone} />
      </section>
      <FoldedMessages match={answer} side="organization" />
    </div>
  );
}
