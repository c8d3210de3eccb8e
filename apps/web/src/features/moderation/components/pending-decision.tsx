import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { UndoBox } from '../../../components/undo-box.js';
import { newKey, type Problem } from '../../../lib/api.js';
import type { Review } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { useUndo } from '../../../lib/undo.js';
import { t } from '../../../lib/words.js';
import { decide, type Decision } from '../api/reviews.js';
import { undoWords } from './decision-words.js';

interface Decided {
  readonly review: Review;
  readonly decision: Omit<Decision, 'id'>;
  /** Of a hand-over: what will be written, in words. */
  readonly said: string | undefined;
}

export interface PendingDecision {
  readonly value: Decided | null;
  readonly begin: (review: Review, decision: Omit<Decision, 'id'>, said?: string) => void;
  /** The box that takes it back, wherever the eye is by then. */
  readonly box: (keys: boolean) => ReactNode;
  /** Why the last decision was refused. */
  readonly problem: Problem | null;
  /** What was decided of this case and not made: its words come back with it, and what the server said of them. */
  readonly unmade: (id: string) => Omit<Unmade, 'id'> | null;
}

/** A decision that was not made after all: taken back, or refused by the server. */
interface Unmade {
  readonly id: string;
  readonly decision: Decided['decision'];
  readonly problem: Problem | null;
}

/** One decision waits for ten seconds while the next case is read; to decide another one sends it at once. A person who takes it back stands at its case again. */
export function usePendingDecision(onBegin: (id: string) => void, onUndo: (id: string) => void): PendingDecision {
  const client = useQueryClient();
  const [unmade, setUnmade] = useState<Unmade | null>(null);
  const { pending, begin, undo, now } = useUndo<Decided>(({ review, decision }) => {
    decide({ id: review.id, ...decision }, newKey())
      .catch((error: unknown) => {
        setUnmade({ id: review.id, decision, problem: error as Problem });
        onUndo(review.id); // it stands undecided again, with what was typed and what the server says
      })
      .finally(
        () =>
          void ['reviews', 'review', 'review-counts', 'needs'].forEach(
            (key) => void client.invalidateQueries({ queryKey: [key] }),
          ),
      );
  });
  return {
    value: pending,
    problem: unmade?.problem ?? null,
    unmade: (id) => (unmade?.id === id ? unmade : null),
    begin: (review, decision, said) => {
      setUnmade(null);
      begin({ review, decision, said });
      onBegin(review.id);
    },
    box: (keys) =>
      pending && (
        <div className="mod-undo" key={pending.review.id}>
          <UndoBox
            words={t('moderation:undo.of', {
              title: pending.review.subject.title,
              words: undoWords(pending.decision.outcome, pending.review, pending.said),
            })}
            undo={() => {
              const { id } = pending.review;
              setUnmade({ id, decision: pending.decision, problem: null });
              undo();
              onUndo(id);
              goToOutcome(`[data-review="${id}"]`, t('moderation:undo.back'), t('moderation:undo.back'));
            }}
            now={now}
            keys={keys}
          />
        </div>
      ),
  };
}
