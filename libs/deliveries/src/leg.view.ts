import { formatAmount, type Catalogue } from '#catalogue';
import type { Actor, Locale } from '#identity';
import { sidesOf, type MatchSide } from '#matching';
import { districtOf, isPrivateCategory, titleInMails } from '#forms';
import { offerName } from '#offers';
import { kgOf, m3Of } from './forms.rules.js';
import {
  contactsFor,
  DRIVEN,
  endOf,
  isDone,
  legCan,
  tripCan,
  type LegStatus,
  type LegVerb,
  type TripStatus,
  type TripVerb,
} from './leg-life.rules.js';
import { loadsAlong, type Act } from './load.rules.js';
import type { Aboard, LegRow, TripRow } from './rows.queries.js';

export interface EndView {
  readonly place: string;
  /** To its own side, and to the driver while the leg lasts. */
  readonly address: string | null;
  readonly note: string | null;
  /** Of the driver alone, as long as they are on the way to it. */
  readonly contact: { readonly name: string | null; readonly phone: string | null } | null;
}

export interface LegView {
  readonly id: string;
  readonly match: string;
  readonly status: LegStatus;
  readonly askedBy: MatchSide;
  readonly thing: string;
  readonly text: string;
  readonly need: { readonly id: string; readonly title: string; readonly organization: string };
  readonly kg: number;
  readonly m3: number;
  readonly from: EndView;
  readonly to: EndView;
  readonly window: { readonly from: Date; readonly until: Date };
  /** Who brings it, to the sides while the leg lasts; by name alone afterwards. */
  readonly driver: { readonly name: string | null; readonly phone: string | null; readonly car: string | null } | null;
  /** What the driver reads out where it leaves the car. */
  readonly code: string | null;
  /** Stops that the driver has before the one where it leaves the car; null unless it is in it. */
  readonly stopsBefore: number | null;
  readonly pickedUpAt: Date | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly lost: { readonly amount: number; readonly text: string } | null;
  readonly timeZone: string;
  readonly can: readonly LegVerb[];
}

export interface Addresses {
  readonly address: string;
  readonly note: string | null;
}

/** What stands beside a leg: ends, contacts, the trip that it is on. */
export interface LegAround {
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  readonly ends: ReadonlyMap<MatchSide, Addresses>;
  readonly contacts: ReadonlyMap<MatchSide, { readonly name: string | null; readonly phone: string | null }>;
  readonly trip: (TripRow & Aboard) | null;
  /** The reader has a trip to come. */
  readonly drives: boolean;
}

/** Acts at one stop stand together, as the driver drives them. */
export function stopsBefore(acts: readonly Act[], statuses: ReadonlyMap<string, LegStatus>, leg: string): number {
  const open = acts.filter(({ leg: of, act }) => !isDone(act, statuses.get(of) ?? 'taken'));
  return open.slice(
    0,
    Math.max(
      0,
      open.findIndex((act) => act.leg === leg && act.act !== 'load'),
    ),
  ).length;
}

export function legView(actor: Actor, leg: LegRow, around: LegAround): LegView {
  const { catalogue, locale, ends, contacts, trip } = around;
  const sides = sidesOf(actor, leg.parties);
  const drives = leg.driverId === actor.personId && DRIVEN.includes(leg.status);
  const hidden = sides.length === 0 && !drives && isPrivateCategory(catalogue, leg.category);
  const end = (side: MatchSide, place: string): EndView => {
    const reads = sides.includes(side) || drives;
    const said = reads ? ends.get(side) : undefined;
    const reached = drives && contactsFor(leg.status).includes(side);
    return {
      place: hidden ? districtOf(catalogue, place) : place,
      address: said?.address ?? null,
      note: said?.note ?? null,
      contact: reached ? (contacts.get(side) ?? { name: null, phone: null }) : null,
    };
  };
  const lasts = DRIVEN.includes(leg.status);
  const aboard = leg.status === 'picked_up' || leg.status === 'returning';
  return {
    id: leg.id,
    match: leg.matchId,
    status: leg.status,
    askedBy: leg.askedBy,
    thing: offerName(catalogue, { title: null, item: leg.item, category: leg.offerCategory, kind: 'goods' }, locale),
    text: formatAmount(leg.amount, leg.unit, locale, catalogue),
    need: {
      id: leg.needId,
      title: titleInMails(catalogue, { title: leg.needTitle, category: leg.category }, locale),
      organization: leg.organizationName,
    },
    kg: kgOf(leg.grams),
    m3: m3Of(leg.litres),
    from: end('donor', leg.fromPlace),
    to: end('organization', leg.toPlace),
    window: { from: leg.startsAt, until: leg.endsAt },
    driver:
      sides.length > 0 && trip
        ? { name: trip.driverName, phone: lasts ? trip.driverPhone : null, car: lasts ? trip.car : null }
        : null,
    code: drives ? leg.code : null,
    stopsBefore: aboard && trip ? stopsBefore(trip.acts, trip.statuses, leg.id) : null,
    pickedUpAt: leg.pickedUpAt,
    endedAt: leg.endedAt,
    reason: leg.endReason,
    lost: leg.lost > 0 ? { amount: leg.lost, text: formatAmount(leg.lost, leg.unit, locale, catalogue) } : null,
    timeZone: catalogue.place(leg.toPlace)?.timeZone ?? 'UTC',
    can: legCan(actor, leg, around.drives),
  };
}

export interface StopView {
  readonly place: string;
  readonly address: string | null;
  readonly acts: readonly { readonly leg: string; readonly act: Act['act']; readonly done: boolean }[];
  /** What is in the car when the driver leaves it. */
  readonly kg: number;
  readonly m3: number;
  readonly done: boolean;
}

export interface TripView {
  readonly id: string;
  readonly version: number;
  readonly offer: string;
  readonly status: TripStatus;
  readonly from: Date;
  readonly until: Date;
  readonly route: readonly string[];
  readonly car: string | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly capacity: { readonly kg: number; readonly m3: number };
  readonly stops: readonly StopView[];
  /** What `order` takes anew: everything after the last thing that is done. */
  readonly open: readonly Act[];
  readonly legs: readonly LegView[];
  readonly timeZone: string;
  readonly can: readonly TripVerb[];
}

/** @param done acts at the beginning that stay where they are */
export function tripView(
  trip: TripRow & Aboard,
  legs: readonly LegView[],
  done: number,
  catalogue: Catalogue,
): TripView {
  const loads = loadsAlong(trip.acts, trip.bulks);
  const byId = new Map(legs.map((leg) => [leg.id, leg]));
  const stops: (StopView & { readonly key: string })[] = [];
  trip.acts.forEach((act, at) => {
    const leg = byId.get(act.leg);
    if (!leg) return;
    const { place, address } = endOf(act.act) === 'donor' ? leg.from : leg.to;
    const one = { leg: act.leg, act: act.act, done: isDone(act.act, leg.status) };
    const load = loads[at] ?? { grams: 0, litres: 0 };
    const here = { place, address, kg: kgOf(load.grams), m3: m3Of(load.litres) };
    const key = `${place} ${address?.toLowerCase() ?? `${one.leg} ${endOf(act.act)}`}`;
    const last = stops.at(-1);
    // Brought back to where it was loaded the driver stops there a second time.
    const again = act.act === 'return' && last?.acts.some((other) => other.leg === act.leg);
    if (last?.key === key && !again)
      stops[stops.length - 1] = { ...here, key, acts: [...last.acts, one], done: last.done && one.done };
    else stops.push({ ...here, key, acts: [one], done: one.done });
  });
  return {
    id: trip.id,
    version: trip.version,
    offer: trip.offerId,
    status: trip.status,
    from: trip.startsAt,
    until: trip.endsAt,
    route: trip.route,
    car: trip.car,
    contact: { name: trip.driverName, phone: trip.driverPhone },
    capacity: { kg: kgOf(trip.grams), m3: m3Of(trip.litres) },
    stops: stops.map(({ key: _key, ...stop }) => stop),
    open: trip.acts.slice(done),
    legs,
    timeZone: catalogue.place(trip.route[0] ?? '')?.timeZone ?? legs[0]?.timeZone ?? catalogue.timeZone,
    can: tripCan(trip.status, [...trip.statuses.values()]),
  };
}
