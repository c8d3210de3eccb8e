import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { Problem } from '../../../lib/api.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { sayYes, type Answer } from '../api/desk.js';
import type { Slot } from '../api/meeting.js';
import { when } from './answer-decision.js';
import { givenLine } from './giver-words.js';

/** Where the giver has said yes: what they give is kept for the need already, so these yeses never get into each other's way. */
const ready = (items: readonly Answer[]): Answer[] =>
  items.filter((answer) => answer.status === 'held' && answer.can.includes('accept'));

interface One {
  answer: Answer;
  slot: Slot | null;
}
interface Outcome {
  accepted: Answer[];
  refused: { answer: Answer; problem: Problem }[];
}

/** One after the other, each with a key of its own: what was accepted stays so, whatever is said of another. */
async function acceptAll(all: readonly One[], key: string): Promise<Outcome> {
  const outcome: Outcome = { accepted: [], refused: [] };
  for (const { answer, slot } of all) {
    try {
      await sayYes({ id: answer.id, quantity: String(answer.amount), unit: answer.unit, slot }, `${key}.${answer.id}`);
      outcome.accepted.push(answer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      outcome.refused.push({ answer, problem: error });
    }
  }
  return outcome;
}

function Done({ accepted, refused }: Outcome): ReactNode {
  return (
    <div className="gap-below-4" tabIndex={-1} data-together-done={accepted.length}>
      <Notice look={refused.length > 0 ? 'wait' : 'good'}>
        <p>{t('matching:desk.together.done', { count: accepted.length })}</p>
        <ul>
          {accepted.map(({ id, offer, text }) => (
            <li key={id}>
              <Link to="/matches/$id" params={{ id }}>
                {typograph(offer.donor)}, {text}
              </Link>
            </li>
          ))}
          {refused.map(({ answer, problem }) => (
            <li key={answer.id}>
              {t('matching:desk.together.refused', { donor: answer.offer.donor, amount: answer.text })}{' '}
              {problem.message}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

interface Props {
  items: readonly Answer[];
  timeZone: string;
}

/** What needs no thought any more is accepted by one press; each line says which hour goes with it. */
export function AnswersTogether({ items, timeZone }: Props): ReactNode {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Outcome | null>(null);
  const all = ready(items).map((answer): One => ({ answer, slot: answer.slots[0] ?? null }));
  const chosen = all.filter(({ answer }) => !left.has(answer.id));
  const action = useAction(acceptAll, {
    refresh: ['matches', 'offers', 'needs', 'entries'],
    onDone: (outcome) => {
      setDone(outcome);
      goToOutcome('[data-together-done]', t('matching:desk.together.done', { count: outcome.accepted.length }));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length > 0) void action.run(chosen);
  };
  const toggle = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <>
      {done && <Done {...done} />}
      {all.length > 1 && (
        <details className="sheet panel-more gap-below-4" data-together>
          <summary>{t('matching:desk.together.title', { count: all.length })}</summary>
          <form
            className="pad stack"
            aria-label={t('matching:desk.together.title', { count: all.length })}
            onSubmit={submit}
          >
            <p className="small muted">{t('matching:desk.together.text')}</p>
            <ul className="stack-2">
              {all.map(({ answer, slot }) => (
                <li key={answer.id}>
                  <label className="check">
                    <input type="checkbox" checked={!left.has(answer.id)} onChange={() => toggle(answer.id)} />
                    <span>
                      <b className="strong">
                        {typograph(answer.offer.donor)}, {answer.text}
                      </b>{' '}
                      {[givenLine(answer.offer), typograph(answer.need.title)].filter(Boolean).join('\u00a0· ')}
                      {answer.need.kind !== 'money' && (
                        <span className="small muted">
                          {' '}
                          · {slot ? when(slot, timeZone) : t('matching:desk.together.noHour')}
                        </span>
                      )}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <ProblemNotice problem={action.problem} />
            <p>
              <Button type="submit" look="main" busy={action.busy} disabled={chosen.length === 0}>
                {t('matching:desk.together.go', { count: chosen.length })}
              </Button>
            </p>
          </form>
        </details>
      )}
    </>
  );
}
