import type { Catalogue } from '#catalogue';
import { isId, newId } from '#kernel';
import type { Ledger } from '#ledger';
import { record, type Tx } from '#platform';
import type { OfferColumns } from '#forms';
import { plausibilityOf } from './plausible.rules.js';
import { firstStatus, reviewReasons, type ReviewReason } from './reviewed.rules.js';

/** An offer that an imported file brings: open at once, known there by `externalId`. */
export interface ImportedOffer {
  readonly externalId: string;
  readonly columns: OfferColumns;
  /** In `columns.baseUnit`. */
  readonly amount: number;
}

/** Which of these ids there are already: brought by a file, or our own, which an export says where no file named the offer. */
export async function knownOffers(tx: Tx, externalIds: readonly string[]): Promise<Set<string>> {
  const own = externalIds.filter((id) => isId(id));
  const rows: { id: string }[] = await tx.query(
    'SELECT external_id AS id FROM offers WHERE external_id = ANY($1) UNION SELECT id::text FROM offers WHERE id = ANY($2::uuid[])',
    [externalIds, own],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Opens a whole batch in the name of one donor: rows, accounts and pledges in four statements, and one fact. None of them may be known yet.
 * How many offers one person may have open does not count here: the file holds the offers of many givers. What the catalogue or its amount asks a moderator to look
 * at waits, as it does where people offer it; nobody is there to be asked whether so much is meant, so that is looked at too.
 */
export async function openImportedOffers(
  tx: Tx,
  ledger: Ledger,
  catalogue: Catalogue,
  offers: readonly ImportedOffer[],
  { donorId, anonymous, at }: { donorId: string; anonymous: boolean; at: Date },
): Promise<void> {
  const rows = offers.map((offer) => ({ id: newId(), ...offer, reasons: reasonsOf(catalogue, offer) }));
  const ids = (status: 'open' | 'in_review'): string[] =>
    rows.filter(({ reasons }) => firstStatus({ confirmed: true }, reasons) === status).map(({ id }) => id);
  await tx.query(
    `INSERT INTO offers (id, version, donor_id, status, kind, category, item, title, description, unit, base_unit, each_amount, each_unit, min_lot, step, place, radius_km,
       starts_at, until, skills, prefers, bound_to, best_before, cold_chain, attributes, anonymous, via, external_id, created_by, created_at, updated_at, review_reasons)
     SELECT id, 1, $2, status, kind, category, item, title, description, unit, base_unit, each_amount, each_unit, min_lot, step, place, radius_km,
       starts_at, until, skills, prefers, bound_to, best_before, cold_chain, attributes, $3, 'import', external_id, $2, $4, $4, review_reasons
     FROM json_populate_recordset(null::offers, $1)`,
    [JSON.stringify(rows.map(toRow)), donorId, anonymous, at],
  );
  await ledger.openOffers(
    tx,
    rows.map(({ id, amount, columns }) => ({
      offerId: id,
      donorId,
      unit: columns.baseUnit,
      item: columns.item,
      amount,
      at,
      by: donorId,
    })),
  );
  const open = ids('open');
  if (open.length > 0) await record(tx, 'offer.imported', { offerIds: open });
  await record(tx, 'offer.submitted', ...ids('in_review').map((offerId) => ({ offerId })));
}

function reasonsOf(catalogue: Catalogue, { columns, amount }: ImportedOffer): ReviewReason[] {
  const { ask } = plausibilityOf(columns.baseUnit, amount, 0, 'proven');
  return [...reviewReasons(catalogue, columns), ...(ask ? (['amount'] as const) : [])];
}

function toRow({
  id,
  externalId,
  columns: c,
  reasons,
}: ImportedOffer & { id: string; reasons: readonly ReviewReason[] }): Record<string, unknown> {
  return {
    id,
    status: firstStatus({ confirmed: true }, reasons),
    review_reasons: reasons,
    external_id: externalId,
    kind: c.kind,
    category: c.category,
    item: c.item,
    title: c.title,
    description: c.description,
    unit: c.unit,
    base_unit: c.baseUnit,
    each_amount: c.eachAmount,
    each_unit: c.eachUnit,
    min_lot: c.minLot,
    step: c.step,
    place: c.place,
    radius_km: c.radiusKm,
    starts_at: c.startsAt,
    until: c.until,
    skills: c.skills,
    prefers: c.prefers,
    bound_to: c.only,
    best_before: c.bestBefore,
    cold_chain: c.coldChain,
    attributes: c.attributes,
  };
}
