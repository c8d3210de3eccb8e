import { post } from '../../../lib/api.js';
import type { Meeting } from './meeting.js';

export const REFUSED_REASONS = ['wrong-size', 'broken', 'dirty', 'not-needed', 'other'] as const;
export const LOST_REASONS = ['lost', 'damaged', 'other'] as const;

/** What the organization says at the place, under an id of its own: sent twice it is entered once. */
export interface Entry {
  id: string;
  code: string;
  at: string;
  unit: string;
  quantity: string;
  refused?: string;
  refusedReason?: string;
  expired?: string;
  lost?: string;
  lostReason?: string;
  extra?: string;
}

/** What a driver enters where they load, under an id of its own, too. */
export type Loading = Pick<Entry, 'id' | 'code' | 'at'> & { quantity?: string };
export const pickUp = (leg: string, { id, code, at, quantity }: Loading): Promise<unknown> =>
  post(`/legs/${encodeURIComponent(leg)}/pick-up`, { id, code, at, ...(quantity ? { quantity } : {}) }, id);

export const enterHandOver = (match: string, entry: Entry): Promise<Meeting> =>
  post(`/matches/${encodeURIComponent(match)}/hand-over/entry`, entry, entry.id);
export const renewCode = (id: string, key: string): Promise<Meeting> =>
  post(`/matches/${encodeURIComponent(id)}/hand-over/code`, {}, key);

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
