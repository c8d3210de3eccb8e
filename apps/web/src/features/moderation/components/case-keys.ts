import { useEffect } from 'react';
import type { Outcome, Review } from '../../../lib/api-types.js';
import { isForOthers, isTyped, STEPS } from '../../../lib/keys.js';

/** What a key does to the case in hand: the letters stand on the keyboard, whatever layout is on (`event.code`). */
export const CASE_KEYS = { approve: 'A', return: 'R', escalate: 'E' } as const;
/** A refusal that is kept is not given back to anybody. */
export const keyOf = (outcome: Outcome, of: Review['subject']['type']): string =>
  of === 'appeal' && outcome === 'return' ? 'X' : CASE_KEYS[outcome];

/** Digits press the ready reasons, in the order in which they stand; of a hand-over, what was found of it. */
export const REASON_KEYS = 9;

/**
 * J and K go to the next and the last case; a letter presses the button that bears it: of the case that was opened, or of what can still be taken back.
 * T goes to the words for the author, a slash to the field in which cases and reasons are found. Ctrl and Enter send the words that were begun. Nothing happens while a person types; a case that stands there unasked is not decided by a key.
 */
export function useCaseKeys(on: boolean, inHand: boolean, go: (step: 1 | -1) => void): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (sendsWords(event)) {
        if (inHand) document.querySelector<HTMLFormElement>('form.decide-words')?.requestSubmit();
        return;
      }
      if (isForOthers(event)) return;
      const step = STEPS[event.code];
      if (step) go(step);
      else if (asksToFind(event)) document.querySelector<HTMLElement>('[data-find]')?.focus();
      else if (event.code === 'KeyT' && inHand) ownWords();
      else {
        const within = inHand ? '' : '[data-undo] ';
        const button = document.querySelector<HTMLButtonElement>(`${within}button[data-key="${event.code}"]`);
        if (!button) return;
        button.click();
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, inHand, go]);
}

/** Beside the words; in them their own field hears it. */
const sendsWords = (event: KeyboardEvent): boolean =>
  event.code === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat && !isTyped(event);

/** The slash of either layout: on a Russian one its key writes a full stop. */
const asksToFind = (event: KeyboardEvent): boolean =>
  event.key === '/' || (event.code === 'Slash' && !event.shiftKey && event.key !== '?');

/** To the words that were begun, or, where none are, to those of a return. */
function ownWords(): void {
  const begun = document.querySelector<HTMLElement>('form.decide-words textarea');
  if (begun) begun.focus();
  else document.querySelector<HTMLButtonElement>('button[data-opens=return]')?.click();
}
