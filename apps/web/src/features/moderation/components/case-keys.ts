import { useEffect, useState } from 'react';

/** What a key does to the case in hand: the letters stand on the keyboard, whatever layout is on (`event.code`). */
export const CASE_KEYS = { approve: 'A', return: 'R', escalate: 'E' } as const;
const STEPS: Record<string, 1 | -1> = { KeyJ: 1, KeyK: -1 };
const STORED = 'lepta.case-keys';

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true; // storage may be barred: the choice then lives as long as the page
  }
}

/** Whether keys are on; the choice is kept on this machine. */
export function useKeysSwitch(): [boolean, () => void] {
  const [on, setOn] = useState(stored);
  const toggle = (): void => {
    setOn(!on);
    try {
      localStorage.setItem(STORED, on ? 'off' : 'on');
    } catch {
      /* as above */
    }
  };
  return [on, toggle];
}

const cases = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-review]')];
const inHand = (): HTMLElement | undefined => cases().find((article) => article.contains(document.activeElement));
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** J and K go to the next and the last case; a letter presses that case's button. Nothing happens while somebody types, or with no case in hand. */
export function useCaseKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
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
