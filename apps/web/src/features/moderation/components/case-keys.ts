import { useEffect } from 'react';
import { isForOthers, STEPS } from '../../../lib/keys.js';

/** What a key does to the case in hand: the letters stand on the keyboard, whatever layout is on (`event.code`). */
export const CASE_KEYS = { approve: 'A', return: 'R', escalate: 'E' } as const;

const cases = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-review]')];
const inHand = (): HTMLElement | undefined => cases().find((article) => article.contains(document.activeElement));

/** J and K go to the next and the last case; a letter presses that case's button. Nothing happens while somebody types, or with no case in hand. */
export function useCaseKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (isForOthers(event)) return;
      const step = STEPS[event.code];
      if (step) {
        const all = cases();
        const now = inHand();
        const next = now ? all[all.indexOf(now) + step] : all[0];
        if (!next) return;
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
      } else {
        const button = inHand()?.querySelector<HTMLButtonElement>(`button[data-key="${event.code}"]`);
        if (!button) return;
        button.click();
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
