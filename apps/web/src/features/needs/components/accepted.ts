import type { Goods, Schema } from '../../../lib/api-types.js';

/** What a need takes, as it is typed: sizes in one line. */
export interface Accepted {
  sizes: string;
  seasons: string[];
  conditions: string[];
  notNow: string[];
}

export const EMPTY_ACCEPTED: Accepted = { sizes: '', seasons: [], conditions: [], notNow: [] };

export const acceptedFrom = (accepts: Schema['AcceptedThingsAnswer'] | null): Accepted =>
  accepts ? { ...accepts, sizes: accepts.sizes.join(', ') } : EMPTY_ACCEPTED;

/** What goes to the server; undefined: everything is taken. */
export function acceptedOf(said: Accepted, asks: Goods['asks']): Schema['AcceptedThingsDto'] | undefined {
  const sizes = said.sizes
    .split(/[;,\n]/)
    .map((size) => size.trim())
    .filter(Boolean);
  const accepts = {
    sizes: asks.includes('size') ? sizes : [],
    seasons: (asks.includes('season') ? said.seasons : []) as ('winter' | 'mid-season' | 'summer')[],
    conditions: (asks.includes('condition') ? said.conditions : []) as ('new' | 'good' | 'worn' | 'repair')[],
    notNow: said.notNow,
  };
  return Object.values(accepts).some((list) => list.length > 0) ? accepts : undefined;
}
