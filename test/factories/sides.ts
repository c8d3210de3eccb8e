import type { NeedSide, OfferSide } from '#engine';

/** Noon of 24 November 2026 in Blagoveshchensk (UTC+9). */
export const NOON = Date.parse('2026-11-24T03:00:00Z');
export const DAY = 86_400_000;
export const BLAGOVESHCHENSK = { lat: 50.27593, lon: 127.52637 };
export const BELOGORSK = { lat: 50.91239, lon: 128.51238 };

/** Nine children's jackets in Blagoveshchensk. */
export function offerSide(changes: Partial<OfferSide> = {}): OfferSide {
  return {
    id: 'offer-1',
    kind: 'goods',
    category: 'relief-clothing',
    item: null,
    baseUnit: 'pcs',
    left: 9,
    min: 1,
    step: 1,
    place: 'blagoveshchensk',
    at: BLAGOVESHCHENSK,
    radiusKm: 50,
    from: null,
    until: NOON + 30 * DAY,
    skills: [],
    prefers: [],
    only: [],
    bestBefore: null,
    cold: false,
    attributes: null,
    checks: [],
    donor: 'donor-1',
    owners: [],
    since: NOON - DAY,
    live: true,
    ...changes,
  };
}

/** Fourteen of them wanted by 5 December. */
export function needSide(changes: Partial<NeedSide> = {}): NeedSide {
  return {
    id: 'need-1',
    kind: 'goods',
    category: 'relief-clothing',
    sphere: 'relief',
    item: null,
    baseUnit: 'pcs',
    required: 20,
    left: 14,
    min: 1,
    place: 'blagoveshchensk',
    at: BLAGOVESHCHENSK,
    remote: false,
    from: null,
    deadline: Date.parse('2026-12-05T09:00:00Z'),
    skills: [],
    vettedOnly: false,
    keepsCold: false,
    accepts: null,
    urgency: 3,
    organization: 'organization-1',
    since: NOON - 20 * DAY,
    utcOffsetMinutes: 540,
    live: true,
    ...changes,
  };
}
