import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { UndoBox } from '../../../components/undo-box.js';
import { useAction } from '../../../lib/action.js';
import type { Match } from '../../../lib/api-types.js';
import { useKeysSwitch } from '../../../lib/keys.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { useUndo } from '../../../lib/undo.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { sayNo, useAnswer, useAnswers, type Answer, type AnswersPage as Answers } from '../api/desk.js';
import type { DeclineReason } from '../api/matches.js';
import type { Slot } from '../api/meeting.js';
import { AnswerHead, AnswerMore } from './answer-case.js';
import { AnswerDecision } from './answer-decision.js';
import { AnswerList } from './answer-list.js';
import { AnswersTogether } from './answers-together.js';
import { useDeskKeys } from './desk-keys.js';
import { deskGate } from '../../organizations/components/desk-gate.js';
import './desk.css';

const route = getRouteApi('/desk/$org/offers');
interface Decline {
  answer: Answer;
  reason: DeclineReason;
}

/** What became of the last yes, with the way to the page of the meeting. */
function Outcome({ done }: { done: { match: Match; slot: Slot | null } }): ReactNode {
  const { match, slot } = done;
  const key = match.status === 'held' ? 'held' : slot ? 'withHour' : 'agreed';
  return (
    <div className="gap-below-4" tabIndex={-1} data-outcome={`${match.id} ${match.status}`}>
      <Notice look="good">
        <p>
          {t(`matching:desk.done.${key}`, { amount: match.text, donor: match.offer.donor })}{' '}
          <Link to="/matches/$id" params={{ id: match.id }}>
            {t('matching:desk.done.open')}
          </Link>
        </p>
      </Notice>
    </div>
  );
}

/** The case in hand: the one that the address names, else the most urgent that is not put off. */
function inHand(items: readonly Answer[], wanted: string | undefined, away: ReadonlySet<string>): Answer | undefined {
  return items.find(({ id }) => id === wanted) ?? items.find(({ id }) => !away.has(id)) ?? items[0];
}

function Bench({ org, keys }: { org: string; keys: boolean }): ReactNode {
  const { need, match: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const pages = useAnswers(org, 'waiting', need, true);
  const known = pages.data?.pages.some((page) => page.items.some(({ id }) => id === wanted)) ?? true;
  const other = useAnswer(wanted ?? '', wanted !== undefined && !known).data;
  const [postponed, setPostponed] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<{ match: Match; slot: Slot | null } | null>(null);
  const decline = useAction(sayNo, { refresh: ['matches', 'offers', 'needs'] });
  const { pending, begin, undo, now } = useUndo<Decline>(
    ({ answer, reason }) => void decline.run({ id: answer.id, reason }),
  );
  const next = (): void => void navigate({ search: { need }, resetScroll: false });
  return (
    <Loaded query={pages} bones={<Bones rows={5} height={120} />}>
      {({ pages: loaded }) => {
        const first = loaded[0] as Answers;
        const items = loaded.flatMap((page) => page.items).filter(({ id }) => id !== pending?.answer.id);
        const answer =
          wanted !== undefined && !known && other?.id === wanted && other.id !== done?.match.id
            ? other
            : inHand(items, wanted, postponed);
        const { timeZone } = first;
        return (
          <>
            {done && <Outcome done={done} />}
            {pending && (
              <div className="gap-below-4">
                <UndoBox
                  words={t('matching:desk.undo', { donor: pending.answer.offer.donor, amount: pending.answer.text })}
                  undo={() => {
                    const { id } = pending.answer;
                    undo();
                    void navigate({ search: { need, match: id }, resetScroll: false });
                    goToOutcome(`[data-case="${id}"]`, t('matching:desk.undone'), t('matching:desk.undone'));
                  }}
                  now={now}
                />
              </div>
            )}
            <ProblemNotice problem={decline.problem} />
            <AnswersTogether items={items} timeZone={timeZone} />
            {items.length === 0 && !answer && (
              <Empty level={2} title={t('matching:desk.empty')}>
                <p>{t('matching:desk.emptyText')}</p>
              </Empty>
            )}
            <div className={`desk-lcd${answer ? '' : ' is-empty'}`}>
              {answer && <AnswerHead key={`head ${answer.id}`} answer={answer} timeZone={timeZone} />}
              {answer && (
                <AnswerDecision
                  key={answer.id}
                  answer={answer}
                  timeZone={timeZone}
                  keys={keys}
                  onYes={(match, slot) => {
                    setDone({ match, slot });
                    next();
                    goToOutcome(`[data-outcome="${match.id} ${match.status}"]`, t(`matches:status.${match.status}`));
                  }}
                  onPostpone={() => {
                    setPostponed(new Set([...postponed, answer.id]));
                    next();
                    goToOutcome('#case', t('matching:desk.postponed'));
                  }}
                  onNo={(reason) => {
                    setDone(null);
                    begin({ answer, reason });
                    next();
                  }}
                />
              )}
              {answer && <AnswerMore key={`more ${answer.id}`} answer={answer} org={org} timeZone={timeZone} />}
              <AnswerList
                org={org}
                need={need}
                items={items}
                pages={pages}
                timeZone={timeZone}
                selected={answer?.id}
                postponed={postponed}
              />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}

export function AnswersPage(): ReactNode {
  const { org } = route.useParams();
  const { need } = route.useSearch();
  const { data: session } = useSession();
  const member = session?.memberships.some(({ organization }) => organization.id === org) ?? false;
  const first = useAnswers(org, 'waiting', need, member).data?.pages[0] as Answers | undefined;
  const [keys, switchKeys] = useKeysSwitch();
  useDeskKeys(keys);
  const gate = deskGate(session, member);
  if (gate) return gate;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('matching:desk.title')} />
      <div className="work-top">
        <div>
          <h1 className="h-work" tabIndex={-1}>
            {t('matching:desk.title')}
          </h1>
          <p className="small muted" aria-live="polite">
            {first &&
              [
                t('organizations:waiting', { count: first.waiting }),
                first.held > 0 ? t('matching:desk.held', { count: first.held }) : '',
              ].join(' ')}
          </p>
        </div>
      </div>
      {need && (
        <p className="row row-wrap small gap-below-4">
          <span>{t('matching:desk.onlyOne')}</span>
          <Link to="/desk/$org/offers" params={{ org }} search={{}}>
            {t('organizations:showAll')}
          </Link>
        </p>
      )}
      <p className="row row-wrap small muted only-wide keys-line">
        <span>
          {keys ? (
            <>
              {t('matching:desk.keys')} <span className="kbd">J</span> <span className="kbd">K</span>,{' '}
              {t('matching:desk.keyFind')} <span className="kbd">/</span>
            </>
          ) : (
            t('matching:desk.keysOff')
          )}
        </span>
        <button type="button" className="btn btn-plain btn-dense" aria-pressed={keys} onClick={switchKeys}>
          {t('matching:desk.keysSwitch')}
        </button>
      </p>
      <Bench org={org} keys={keys} />
    </div>
  );
}
