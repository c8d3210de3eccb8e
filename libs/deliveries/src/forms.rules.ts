import type { Catalogue } from '#catalogue';
import { DAY_MS, HOUR_MS, readContact, type FieldError } from '#kernel';
import type { Bulk } from './load.rules.js';

export const DELIVERY_LIMITS = {
  addressMin: 5,
  address: 300,
  note: 300,
  kgMax: 40_000,
  m3Max: 200,
  route: 12,
  car: 80,
  legs: 40,
  tripHours: 72,
  windowDays: 60,
  aheadDays: 184,
} as const;

/** What a person says who asks for a leg, or adds their end of it. */
export interface LegForm {
  readonly kg?: number;
  readonly m3?: number;
  readonly from?: Date;
  readonly until?: Date;
  readonly place?: string;
  readonly address?: string;
  readonly note?: string | null;
}

export interface TripForm {
  readonly from: Date;
  readonly until: Date;
  readonly route: readonly string[];
  readonly kg: number;
  readonly m3: number;
  readonly car?: string | null;
  readonly contact?: { readonly name?: string | null; readonly phone?: string | null } | null;
}

/** Rounded up to the gram and the litre: a car is never promised more than it holds. */
export const bulkOf = (kg: number, m3: number): Bulk => ({
  grams: Math.ceil(Number((kg * 1000).toFixed(3))),
  litres: Math.ceil(Number((m3 * 1000).toFixed(3))),
});
/** A car holds no more than was said: rounded down. */
export const capacityOf = (kg: number, m3: number): Bulk => ({
  grams: Math.floor(Number((kg * 1000).toFixed(3))),
  litres: Math.floor(Number((m3 * 1000).toFixed(3))),
});
export const kgOf = (grams: number): number => grams / 1000;
export const m3Of = (litres: number): number => litres / 1000;

function windowErrors(
  from: Date,
  until: Date,
  now: Date,
  longest: { readonly ms: number; readonly code: string },
): FieldError[] {
  const errors: FieldError[] = [];
  if (until <= from) errors.push({ field: 'until', code: 'delivery.ends-first' });
  else if (until.getTime() - from.getTime() > longest.ms) errors.push({ field: 'until', code: longest.code });
  if (until <= now) errors.push({ field: 'until', code: 'delivery.past' });
  if (from.getTime() > now.getTime() + DELIVERY_LIMITS.aheadDays * DAY_MS)
    errors.push({ field: 'from', code: 'delivery.too-far' });
  return errors;
}

const placeError = (catalogue: Catalogue, field: string, code: string): FieldError[] => {
  const place = catalogue.place(code);
  return place && place.retiredAt === null ? [] : [{ field, code: 'form.not-in-list' }];
};

/** What is wrong with a new leg. Weight and room are needed: without them no driver knows whether it fits. */
export function legErrors(catalogue: Catalogue, form: LegForm, now: Date): FieldError[] {
  const errors = endErrors(catalogue, form);
  if (form.kg === undefined) errors.push({ field: 'kg', code: 'form.required' });
  if (form.m3 === undefined) errors.push({ field: 'm3', code: 'form.required' });
  if (form.from && form.until)
    errors.push(
      ...windowErrors(form.from, form.until, now, {
        ms: DELIVERY_LIMITS.windowDays * DAY_MS,
        code: 'delivery.window-long',
      }),
    );
  return errors;
}

/** What is wrong with one end of a way. */
export function endErrors(catalogue: Catalogue, { place, address }: LegForm): FieldError[] {
  return [
    ...(place === undefined ? [] : placeError(catalogue, 'place', place)),
    ...((address?.trim().length ?? 0) < DELIVERY_LIMITS.addressMin
      ? [{ field: 'address', code: 'delivery.address-short' }]
      : []),
  ];
}

export function tripErrors(
  catalogue: Catalogue,
  form: TripForm,
  offer: { readonly startsAt: Date | null; readonly until: Date },
  now: Date,
): FieldError[] {
  const errors = windowErrors(form.from, form.until, now, {
    ms: DELIVERY_LIMITS.tripHours * HOUR_MS,
    code: 'delivery.trip-long',
  });
  form.route.forEach((code, at) => errors.push(...placeError(catalogue, `route.${at}`, code)));
  if ((offer.startsAt && form.from < offer.startsAt) || form.until > offer.until)
    errors.push({ field: 'from', code: 'delivery.outside-offer' });
  const contact = readContact(form.contact);
  if (!contact.ok) errors.push(...contact.errors);
  return errors;
}

/** Whether a leg can be driven on a trip by its times: the two windows meet. */
export const timesMeet = (
  leg: { readonly startsAt: Date; readonly endsAt: Date },
  trip: { readonly startsAt: Date; readonly endsAt: Date },
): boolean => leg.startsAt < trip.endsAt && trip.startsAt < leg.endsAt;
