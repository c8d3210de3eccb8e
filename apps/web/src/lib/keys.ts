import { useState } from 'react';

const STORED = 'lepta.case-keys';

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true; // storage may be barred: the choice then lives as long as the page
  }
}

/** Whether keys decide; the choice is kept on this machine, for every page that has them. */
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

/** Steps through a list, by the place of the key on the keyboard. */
export const STEPS: Readonly<Record<string, 1 | -1>> = { KeyJ: 1, KeyK: -1 };

/** A key is meant for the field that has the focus. */
export const isTyped = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A key is meant for what has the focus, or for the browser. */
export const isForOthers = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyped(event);
