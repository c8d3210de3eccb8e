import { mustStayCold, type Catalogue } from '#catalogue';
import { utcOffsetMinutes, type FieldError } from '#kernel';
import type { NeedSide, OfferSide, Point } from '#engine';
import { deadlineOfImport, readNeed } from '#forms';
import { readOffer } from '#forms';
import type { Cells } from './csv.reader.js';
import { needForm, offerForm } from './line-forms.rules.js';
import { organizationCandidates } from './import-ids.rules.js';
import { needLine, offerLine } from './lines.rules.js';

export type ReadSide<T> =
  { readonly ok: true; readonly side: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const SEEN: OfferSide['checks'] = [{ organization: null, until: Infinity }];
const NONE: OfferSide['checks'] = [];

/** The giver of a file: nobody by name, so that no organization of a file is the donor's own. */
const DONOR = '\0';

/**
 * A row of offers.csv as the engine sees it, by the rules of the API. Rejected where an import rejects it; that preferred organizations exist is
 * asked later (`strangers`), when the needs are known.
 */
export function offerSideOf(catalogue: Catalogue, cells: Cells, now: Date): ReadSide<OfferSide> {
  const read = offerLine(cells);
  if (!read.ok) return read;
  const { line } = read;
  const formed = offerForm(catalogue, line);
  if (!formed.ok) return formed;
  const prefers = line.prefers.length < 2 ? line.prefers : [...new Set(line.prefers)];
  const only = line.only.length < 2 ? line.only : [...new Set(line.only)];
  const asIds = (codes: readonly string[]): string[] =>
    codes.map((code) => (isCode(catalogue, code) ? code : (organizationCandidates(code)[0] as string)));
  const known =
    prefers.length + only.length === 0 ? formed.form : { ...formed.form, prefers: asIds(prefers), only: asIds(only) };
  const offer = readOffer(catalogue, known, now);
  if (!offer.ok) return offer;
  const { columns: c, amount } = offer;
  return {
    ok: true,
    side: {
      id: line.id,
      kind: c.kind,
      category: c.category,
      item: c.item,
      baseUnit: c.baseUnit,
      left: amount,
      min: c.minLot,
      step: c.step,
      place: c.place,
      at: line.at ?? pointOf(catalogue, c.place),
      radiusKm: line.radiusKm,
      from: c.startsAt?.getTime() ?? null,
      until: c.until.getTime(),
      skills: c.skills,
      prefers: prefers.flatMap((code) => catalogue.meaningOf(code)),
      only: only.flatMap((code) => catalogue.meaningOf(code)),
      bestBefore: c.bestBefore?.getTime() ?? null,
      cold: mustStayCold(catalogue, c, c.coldChain),
      attributes: c.attributes,
      checks: line.vetted ? SEEN : NONE,
      donor: DONOR,
      owners: [],
      since: now.getTime(),
      live: true,
    },
  };
}

/** A row of needs.csv as the engine sees it. */
export function needSideOf(catalogue: Catalogue, cells: Cells, now: Date): ReadSide<NeedSide> {
  const read = needLine(cells);
  if (!read.ok) return read;
  const { line } = read;
  const formed = needForm(catalogue, line, { organization: '', deadline: deadlineOfImport(now) });
  if (!formed.ok) return formed;
  const need = readNeed(catalogue, formed.form, now);
  if (!need.ok) return need;
  const { columns: c, required } = need;
  const category = catalogue.category(c.category);
  const deadline = c.deadline.getTime();
  return {
    ok: true,
    side: {
      id: line.id,
      kind: c.kind,
      category: c.category,
      sphere: category?.sphere ?? '',
      item: c.item,
      baseUnit: c.baseUnit,
      required,
      left: required,
      min: c.minAmount,
      place: c.place,
      at: line.at ?? pointOf(catalogue, c.place),
      remote: c.remote,
      from: c.startsAt?.getTime() ?? null,
      deadline,
      skills: c.skills,
      vettedOnly: category?.flags.includes('check') ?? false,
      keepsCold: c.coldChain,
      accepts: c.accepts,
      urgency: c.urgency,
      organization: line.organization,
      since: now.getTime(),
      utcOffsetMinutes: utcOffsetMinutes(catalogue.place(c.place)?.timeZone ?? 'UTC', deadline),
      live: true,
    },
  };
}

/** Fields of an offer that name a person who is neither in the catalogue nor, as `known` says, in the file. */
export function strangers(
  catalogue: Catalogue,
  { prefers, only }: Pick<OfferSide, 'prefers' | 'only'>,
  known: { organization(id: string): boolean; need(id: string): boolean },
): FieldError[] {
  const errors: FieldError[] = [];
  const strange = (code: string): boolean => !isCode(catalogue, code) && !known.organization(code);
  if (prefers.some(strange)) errors.push({ field: 'prefers', code: 'form.not-in-list' });
  if (only.some((code) => strange(code) && !known.need(code)))
    errors.push({ field: 'only', code: 'offer.bound-to-unknown' });
  return errors;
}

function isCode(catalogue: Catalogue, code: string): boolean {
  return (
    catalogue.sphere(code) !== undefined ||
    catalogue.category(code) !== undefined ||
    catalogue.place(code) !== undefined
  );
}

function pointOf(catalogue: Catalogue, code: string | null): Point | null {
  const place = code === null ? undefined : catalogue.place(code);
  return place ? { lat: place.lat, lon: place.lon } : null;
}
