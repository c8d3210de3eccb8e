import type { Catalogue } from '#catalogue';
import { fromBaseUnits } from '#kernel';
import type { ExportedMatch } from '#matching';
import { districtOf, isPrivateCategory, SMALLEST_PUBLIC_COUNT } from '#forms';
import type { ExportedNeed } from '#needs';
import type { ExportedOffer } from '#offers';
import type { ExportedOrganization } from '#organizations';

/** Column to cell; an absent one is empty. */
export type FileRow = Readonly<Record<string, string | number | boolean | null>>;

interface Counted {
  readonly unit: string;
  readonly baseUnit: string;
  readonly eachAmount: number | null;
  readonly eachUnit: string | null;
}

/** Columns of matches.csv: those of plan.csv, and what became of each. Nobody reads it back. */
export const MATCH_COLUMNS = [
  'offer',
  'need',
  'kind',
  'quantity',
  'unit',
  'score',
  'status',
  'donor',
  'organization',
  'proposed_at',
  'accepted_at',
  'confirmed_at',
] as const;

/** Of a private category the words, the exact place and small counts stay here: the file goes to people who are no parties. */
export function needRow(catalogue: Catalogue, need: ExportedNeed): FileRow {
  const hidden = isPrivateCategory(catalogue, need.category);
  const few = hidden && need.beneficiaries !== null && need.beneficiaries < SMALLEST_PUBLIC_COUNT;
  const { quantity, smallest, ...counted } = amounts(catalogue, need, need.left, need.minAmount);
  return {
    id: need.externalId ?? need.id,
    organization: need.organization,
    kind: need.kind,
    category: need.category,
    item: need.item,
    quantity,
    min_quantity: smallest,
    ...counted,
    place: hidden ? districtOf(catalogue, need.place) : need.place,
    remote: need.remote,
    skills: need.skills.join('|'),
    from: instant(need.startsAt),
    deadline: instant(need.deadline),
    urgency: need.urgency,
    beneficiaries: few ? null : need.beneficiaries,
    beneficiary_groups: need.beneficiaryGroups.join('|'),
    cold_chain: need.coldChain,
    size: need.accepts?.sizes.join('|') ?? null,
    season: need.accepts?.seasons.join('|') ?? null,
    condition: need.accepts?.conditions.join('|') ?? null,
    not_now: need.accepts?.notNow.join('|') ?? null,
    title: hidden ? null : need.title,
    description: hidden ? null : need.description,
    auto_accept: need.autoAccept && !hidden,
  };
}

export function offerRow(catalogue: Catalogue, offer: ExportedOffer): FileRow {
  const opened = offer.kind === 'goods' && offer.eachAmount !== null && offer.step < offer.eachAmount; // as boxes they would come back closed
  const { quantity, smallest, ...counted } = amounts(
    catalogue,
    opened ? { unit: offer.baseUnit, baseUnit: offer.baseUnit, eachAmount: null, eachUnit: null } : offer,
    offer.left,
    offer.minLot,
  );
  return {
    id: offer.externalId ?? offer.id,
    kind: offer.kind,
    category: offer.category,
    item: offer.item,
    quantity,
    min_lot: smallest,
    ...counted,
    place: offer.place,
    radius_km: offer.radiusKm,
    skills: offer.skills.join('|'),
    from: instant(offer.startsAt),
    until: instant(offer.until),
    prefers: offer.prefers.join('|'),
    only: offer.only.join('|'),
    best_before: instant(offer.bestBefore),
    cold_chain: offer.coldChain,
    size: offer.attributes?.sizes.join('|') ?? null,
    season: offer.attributes?.season ?? null,
    condition: offer.attributes?.condition ?? null,
    title: offer.title,
    description: offer.description,
  };
}

export function organizationRow({
  id,
  externalId,
  name,
  shortName,
  form,
  inn,
  ogrn,
  kpp,
  place,
  account,
}: ExportedOrganization): FileRow {
  return {
    id: externalId ?? id,
    name,
    short_name: shortName,
    form,
    inn,
    ogrn,
    kpp,
    place,
    bik: account?.bik ?? null,
    account: account?.number ?? null,
    bank_name: account?.bankName ?? null,
    correspondent: account?.correspondent ?? null,
  };
}

export function matchRow({ amount, proposedAt, acceptedAt, confirmedAt, id: _, ...match }: ExportedMatch): FileRow {
  return {
    ...match,
    quantity: amount,
    proposed_at: instant(proposedAt),
    accepted_at: instant(acceptedAt),
    confirmed_at: instant(confirmedAt),
  };
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/**
 * Quantity and smallest part in the unit that people typed, exactly. Where a part of it is left that this unit cannot say (one and a half boxes, 50
 * minutes of hours), both go in the base unit.
 */
function amounts(
  catalogue: Catalogue,
  thing: Counted,
  left: number,
  min: number,
): Record<'quantity' | 'smallest' | 'unit' | 'each_quantity' | 'each_unit', string | null> {
  const { unit, baseUnit, eachAmount, eachUnit } = thing;
  const said = (amount: number): string | null =>
    eachAmount === null
      ? exactly(catalogue, amount, unit)
      : amount % eachAmount === 0
        ? String(amount / eachAmount)
        : null;
  const [quantity, part] = [said(left), min === 1 ? '' : said(min)];
  const none = { each_quantity: null, each_unit: null };
  if (quantity === null || part === null)
    return {
      quantity: String(left),
      smallest: min === 1 ? null : String(Math.min(min, left)),
      unit: baseUnit,
      ...none,
    };
  const smallest = part === '' ? null : min > left ? quantity : part;
  if (eachAmount === null || eachUnit === null) return { quantity, smallest, unit, ...none };
  const each = exactly(catalogue, eachAmount, eachUnit);
  return {
    quantity,
    smallest,
    unit,
    each_quantity: each ?? String(eachAmount),
    each_unit: each === null ? baseUnit : eachUnit,
  };
}

/** null: this unit cannot say it. */
function exactly(catalogue: Catalogue, amount: number, unit: string): string | null {
  const per = catalogue.unit(unit)?.basePerUnit;
  if (per === undefined) return null;
  return amount % per === 0 || /^10*$/.test(String(per)) ? fromBaseUnits(amount, per) : null;
}
