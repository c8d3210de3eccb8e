import { useEffect } from 'react';
import { isForOthers, STEPS } from '../../../lib/keys.js';

/** What a key does to the case in hand, by its place on the keyboard, whatever layout is on. */
export const DESK_KEYS = { accept: 'A', postpone: 'S', no: 'X' } as const;
const FIND = 'Slash';

/** What a button says of its key. */
export const keyed = (on: boolean, key: string): Record<string, string> =>
  on ? { 'data-key': `Key${key}`, 'aria-keyshortcuts': key } : {};

/** To the next line of the list, or the last one, which also takes it in hand. */
function step(by: 1 | -1): boolean {
  const lines = [...document.querySelectorAll<HTMLElement>('.desk-list [data-group] [data-answer]')];
  const now = lines.findIndex((line) => line.hasAttribute('aria-current')); // `true`, or `page` where the address names it
  const next = lines[now + by];
  if (!next) return false;
  next.focus();
  next.click();
  return true;
}

/**
 * J and K step through the list, / goes to its search, letters press the buttons of the case in hand; A only goes to the yes, which another key then presses:
 * nobody promises by a slip of the hand. Nothing happens while a person types.
 */
export function useDeskKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (isForOthers(event)) return;
      const by = STEPS[event.code];
      if (by) {
        if (!step(by)) return;
      } else if (event.code === FIND) {
        const field = document.querySelector<HTMLElement>('.desk-find input');
        if (!field) return;
        field.focus();
      } else {
        const button = document.querySelector<HTMLButtonElement>(`.desk-do button[data-key="${event.code}"]`);
        if (!button) return;
        if (button.type === 'submit') button.focus();
        else button.click();
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
