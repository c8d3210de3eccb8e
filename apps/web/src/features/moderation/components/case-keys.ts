import { useEffect } from 'react';
import { isForOthers, isTyped, STEPS } from '../../../lib/keys.js';

/** What a key does to the case in hand: the letters stand on the keyboard, whatever layout is on (`event.code`). */
export const CASE_KEYS = { approve: 'A', return: 'R', escalate: 'E' } as const;

/** Digits press the ready reasons, in the order in which they stand; of a hand-over, what was found of it. */
export const REASON_KEYS = 9;

/**
 * J and K go to the next and the last case; a letter presses the button that bears it: of the case that was opened, or of what can still be taken back.
 * Ctrl and Enter send the words that were begun. Nothing happens while a person types; a case that stands there unasked is not decided by a key.
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
