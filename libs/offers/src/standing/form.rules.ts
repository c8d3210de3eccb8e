import { saysStorage, type Catalogue } from '#catalogue';
import { DAY_MS, dayAt, isDay, type FieldError } from '#kernel';
import { checkTerms, readOffer, readOfferChanges, type OfferChanges, type OfferColumns, type OfferForm } from '#forms';
import { checkGift } from './gift.rules.js';
import { STANDING_LIMITS as LIMITS } from './limits.rules.js';
import { addDays, FREQUENCIES, type Frequency, type Repeat } from './repeat.rules.js';
import type { StandingOfferEntity } from './standing-offer.entity.js';

interface RepeatForm {
  readonly frequency: string;
  /** Absent: every one. */
  readonly interval?: number;
  /** A day of the donor's time zone, today or later. */
  readonly firstOn: string;
  /** At most one of these two. */
  readonly lastOn?: string | null;
  readonly times?: number | null;
  /** How long each offer stands; absent: as `LIMITS.standsDays` say. */
  readonly standsDays?: number;
  /** Each date promises money by bank transfer, and the engine chooses within `only`. */
  readonly gift?: boolean;
  /** How long each offer keeps from its date on. Food and medicine must say. */
  readonly keepsDays?: number | null;
}

/** A standing offer as it is made: the form of the offers that it will open, and when. */
export type StandingOfferForm = Omit<OfferForm, 'from' | 'until' | 'bestBefore' | 'pickUp'> & RepeatForm;

/** What an edit may name; offers that are open already stay as they are. */
export type StandingOfferChanges = Omit<OfferChanges, 'from' | 'until' | 'bestBefore' | 'pickUp'> & Partial<RepeatForm>;

export type StandingColumns = Omit<OfferColumns, 'startsAt' | 'until' | 'bestBefore' | 'pickUp'> &
  Repeat & {
    readonly amount: number;
    readonly standsDays: number;
    readonly keepsDays: number | null;
    readonly gift: boolean;
  };

type Read =
  | { readonly ok: true; readonly columns: StandingColumns }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

const REPEAT_FIELDS = ['frequency', 'interval', 'firstOn', 'lastOn', 'times', 'standsDays'] as const;

/** Reads a whole form. That preferred organizations exist is the service's to ask. */
export function readStandingOffer(catalogue: Catalogue, form: StandingOfferForm, now: Date): Read {
  const timeZone = timeZoneOf(catalogue, form.place);
  const { frequency, interval = 1, firstOn, lastOn = null, times = null, standsDays } = form;
  const repeat = readRepeat({ frequency, interval, firstOn, lastOn, times, standsDays, timeZone });
  const errors = checkRepeat(repeat, repeat.firstOn, now);
  const keepsDays = form.keepsDays ?? null;
  const read = readOffer(catalogue, { ...form, from: null, until: standsUntil(repeat, errors, now) }, now);
  if (!read.ok) return { ok: false, errors: [...errors, ...read.errors] };
  const gift = form.gift ?? false;
  errors.push(
    ...checkKeeping(catalogue, { ...read.columns, keepsDays }),
    ...checkGift({ ...read.columns, gift, onBehalfOf: form.onBehalfOf ?? null }),
  );
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, columns: { ...withoutTimes(read.columns), ...repeat, keepsDays, gift, amount: read.amount } };
}

/** An edit of what the next ones will be. Whether a date is left is the service's to see. */
export function readStandingChanges(
  catalogue: Catalogue,
  standing: StandingOfferEntity,
  changes: StandingOfferChanges,
  now: Date,
): Read {
  const timeZone = changes.place === undefined ? standing.timeZone : timeZoneOf(catalogue, changes.place);
  const said = Object.fromEntries(
    REPEAT_FIELDS.filter((field) => changes[field] !== undefined).map((field) => [field, changes[field]]),
  );
  const { frequency, interval, firstOn, standsDays } = standing;
  const [lastOn, times] = [changes.times ? null : standing.lastOn, changes.lastOn ? null : standing.times]; // an end of one sort takes the place of the other
  const repeat = readRepeat({ frequency, interval, firstOn, lastOn, times, standsDays, ...said, timeZone });
  const errors = checkRepeat(repeat, repeat.firstOn === standing.firstOn ? null : repeat.firstOn, now);
  const read = readOfferChanges(
    catalogue,
    {
      ...offerColumnsOf(standing),
      startsAt: null,
      bestBefore: null,
      pickUp: null,
      until: standsUntil(repeat, errors, now),
    },
    standing.amount,
    changes,
    now,
  );
  if (!read.ok) return { ok: false, errors: [...errors, ...read.errors] };
  const keepsDays = changes.keepsDays === undefined ? standing.keepsDays : changes.keepsDays;
  errors.push(
    ...checkKeeping(catalogue, { ...standing, ...read.columns, keepsDays }).filter(({ field }) => field in changes),
  );
  const gift = changes.gift ?? standing.gift;
  errors.push(...checkGift({ ...standing, ...read.columns, gift }));
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    columns: {
      ...offerColumnsOf(standing),
      ...withoutTimes(read.columns),
      ...repeat,
      keepsDays,
      gift,
      amount: read.pledge ?? standing.amount,
    },
  };
}

/** What of a standing offer can no longer be offered on the day when an offer of it is to open: mostly, what the catalogue has no more. */
export function outdatedIn(catalogue: Catalogue, standing: StandingOfferEntity, now: Date): FieldError[] {
  const { standsDays } = standing;
  const terms = termsToday(catalogue, standing);
  const { category, item } = terms;
  const gone = (entry: { readonly retiredAt: Date | null } | undefined): boolean => entry?.retiredAt !== null;
  const errors = checkTerms(
    catalogue,
    { ...terms, startsAt: null, bestBefore: null, pickUp: null, until: standsUntil({ standsDays }, [], now) },
    now,
  );
  if (category !== null && gone(catalogue.category(category) ?? catalogue.sphere(category)))
    errors.push({ field: 'category', code: 'form.not-in-list' });
  if (item !== null && gone(catalogue.item(item))) errors.push({ field: 'item', code: 'form.not-in-list' });
  return errors;
}

/** The columns that a standing offer and its offers have in common. */
export function offerColumnsOf(
  standing: StandingOfferEntity,
): Omit<OfferColumns, 'startsAt' | 'until' | 'bestBefore' | 'pickUp'> {
  const {
    kind,
    category,
    item,
    title,
    description,
    unit,
    baseUnit,
    eachAmount,
    eachUnit,
    minLot,
    step,
    place,
    radiusKm,
    skills,
    prefers,
    only,
    coldChain,
    attributes,
  } = standing;
  return {
    kind,
    category,
    item,
    title,
    description,
    unit,
    baseUnit,
    eachAmount,
    eachUnit,
    minLot,
    step,
    place,
    radiusKm,
    skills,
    prefers,
    only,
    coldChain,
    attributes,
  };
}

/** What an offer of it that opens today says: an entry of the catalogue that was retired gives way to the one that took its place. */
export function termsToday(
  catalogue: Catalogue,
  standing: StandingOfferEntity,
): Omit<OfferColumns, 'startsAt' | 'until' | 'bestBefore' | 'pickUp'> {
  const { category, item, ...same } = offerColumnsOf(standing);
  return { ...same, category: category && catalogue.present(category), item: item && catalogue.present(item) };
}

function timeZoneOf(catalogue: Catalogue, place: string | null | undefined): string {
  return (place ? catalogue.place(place)?.timeZone : undefined) ?? catalogue.timeZone;
}

function readRepeat(
  said: { readonly [field in (typeof REPEAT_FIELDS)[number]]?: unknown } & { readonly timeZone: string },
): Repeat & { readonly standsDays: number } {
  const { frequency, interval, firstOn, lastOn, times, standsDays, timeZone } = said as RepeatForm & {
    interval: number;
    lastOn: string | null;
    times: number | null;
    timeZone: string;
  };
  return {
    frequency: frequency as Frequency,
    interval,
    firstOn,
    lastOn,
    times,
    timeZone,
    standsDays: standsDays ?? LIMITS.standsDays[frequency as Frequency] ?? LIMITS.standsDays.monthly,
  };
}

/** @param newFirst the first date where it is a new one: only then it must still come */
function checkRepeat(
  repeat: Repeat & { readonly standsDays: number },
  newFirst: string | null,
  now: Date,
): FieldError[] {
  const errors: FieldError[] = [];
  const { frequency, interval, firstOn, lastOn, times, timeZone, standsDays } = repeat;
  const known = FREQUENCIES.includes(frequency);
  if (!known) errors.push({ field: 'frequency', code: 'form.not-in-list' });
  errors.push(
    ...within('interval', interval, known ? LIMITS.intervalMax[frequency] : LIMITS.intervalMax.weekly),
    ...within('standsDays', standsDays, LIMITS.standsDaysMax),
  );
  if (times !== null)
    errors.push(...within('times', times, known ? LIMITS.timesMax[frequency] : LIMITS.timesMax.weekly));
  if (!isDay(firstOn)) return [...errors, { field: 'firstOn', code: 'standing.not-a-day' }];
  const today = dayAt(timeZone, now);
  if (newFirst !== null && newFirst < today) errors.push({ field: 'firstOn', code: 'standing.first-in-past' });
  else if (newFirst !== null && newFirst > addDays(today, LIMITS.firstWithinDays))
    errors.push({ field: 'firstOn', code: 'standing.first-too-far' });
  if (lastOn === null) return errors;
  if (!isDay(lastOn)) errors.push({ field: 'lastOn', code: 'standing.not-a-day' });
  else if (lastOn < firstOn) errors.push({ field: 'lastOn', code: 'standing.last-before-first' });
  if (times !== null) errors.push({ field: 'times', code: 'standing.two-ends' });
  return errors;
}

function within(field: string, value: unknown, max: number): FieldError[] {
  if (!Number.isInteger(value)) return [{ field, code: 'form.wrong-type' }];
  if ((value as number) < 1) return [{ field, code: 'form.too-small', params: { min: 1 } }];
  return (value as number) > max ? [{ field, code: 'form.too-large', params: { max } }] : [];
}

/** A wrong number of days has an error of its own: it must not speak of the offer's end too. */
function standsUntil({ standsDays }: { readonly standsDays: number }, errors: readonly FieldError[], now: Date): Date {
  const days = errors.some(({ field }) => field === 'standsDays') ? 1 : standsDays;
  return new Date(now.getTime() + days * DAY_MS);
}

/** How long each of its offers keeps: a number of days, which food and medicine must name. */
function checkKeeping(
  catalogue: Catalogue,
  columns: Pick<StandingColumns, 'kind' | 'category' | 'item' | 'coldChain' | 'keepsDays'>,
): FieldError[] {
  const errors = columns.keepsDays === null ? [] : within('keepsDays', columns.keepsDays, LIMITS.keepsDaysMax);
  if (!saysStorage(catalogue, columns)) return errors;
  if (columns.keepsDays === null) errors.push({ field: 'keepsDays', code: 'offer.keeps-days-needed' });
  if (columns.coldChain === null) errors.push({ field: 'coldChain', code: 'offer.cold-chain-needed' });
  return errors;
}

function withoutTimes<
  T extends {
    readonly startsAt: Date | null;
    readonly until: Date;
    readonly bestBefore?: Date | null;
    readonly pickUp?: unknown;
  },
>(columns: T): Omit<T, 'startsAt' | 'until' | 'bestBefore' | 'pickUp'> {
  const { startsAt: _startsAt, until: _until, bestBefore: _bestBefore, pickUp: _pickUp, ...rest } = columns;
  return rest;
}
