import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import type { Meeting } from './meeting.js';

type Said = Schema['EnterHandOverDto'];
export type RefusedReason = NonNullable<Said['refusedReason']>;
export type LostReason = NonNullable<Said['lostReason']>;
export const REFUSED_REASONS: readonly RefusedReason[] = ['wrong-size', 'broken', 'dirty', 'not-needed', 'other'];
export const LOST_REASONS: readonly LostReason[] = ['lost', 'damaged', 'other'];

/** What the organization says at the place, under an id of its own: sent twice it is entered once. */
export type Entry = Said & Required<Pick<Said, 'at' | 'unit' | 'quantity'>>;

/** What a driver enters where they load, under an id of its own, too. */
export type Loading = Pick<Entry, 'id' | 'code' | 'at'> & { quantity?: string };
export const pickUp = (leg: string, { id, code, at, quantity }: Loading): Promise<unknown> =>
  api.post('/legs/{id}/pick-up', {
    path: { id: leg },
    body: { id, code, at, ...(quantity ? { quantity } : {}) },
    key: id,
  });

export const enterHandOver = (match: string, entry: Entry): Promise<Meeting> =>
  api.post('/matches/{id}/hand-over/entry', { path: { id: match }, body: entry, key: entry.id });
export const renewCode = (id: string, key: string): Promise<Meeting> =>
  api.post('/matches/{id}/hand-over/code', { path: { id }, key });

/** The code of a picture stands behind the fragment: no server hears it before it is entered. It survives the way to the sign-in page and back (this tab only). */
export function codeOf(match: string): string {
  const code = /^#code=(\d{4})$/.exec(window.location.hash)?.[1] ?? '';
  const key = `lepta:hand-over-code:${match}`;
  try {
    if (code) sessionStorage.setItem(key, code);
    return code || (sessionStorage.getItem(key) ?? '');
  } catch {
    return code; // storage may be barred; the code is then typed
  }
}
