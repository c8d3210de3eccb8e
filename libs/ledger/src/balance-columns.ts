import type { NeedBalance, OfferBalance } from './accounts.rules.js';

/**
 * For a query of needs that shows balances too: a join instead of a second question. `n.id` is the need.
 * The columns are read back by `needBalanceIn`.
 */
export const NEED_BALANCE = {
  join: `JOIN accounts na ON na.kind = 'need' AND na.holder_id = n.id`,
  columns: 'na.required AS na_required, na.held_in AS na_held, na.posted_in AS na_received, na.unit AS na_unit',
} as const;

export interface NeedBalanceRow {
  readonly na_required: number;
  readonly na_held: number;
  readonly na_received: number;
  readonly na_unit: string;
}

export function needBalanceIn(row: NeedBalanceRow): NeedBalance {
  const { na_required: required, na_held: reserved, na_received: received, na_unit: unit } = row;
  return { required, open: required - reserved - received, reserved, received, unit };
}

/** The same for offers; `o.id` is the offer. */
export const OFFER_BALANCE = {
  join: `JOIN accounts oa ON oa.kind = 'offer' AND oa.holder_id = o.id`,
  columns:
    'oa.posted_in AS oa_pledged, oa.held_out AS oa_held, oa.posted_out AS oa_delivered, oa.posted_back AS oa_released, oa.unit AS oa_unit',
} as const;

export interface OfferBalanceRow {
  readonly oa_pledged: number;
  readonly oa_held: number;
  readonly oa_delivered: number;
  readonly oa_released: number;
  readonly oa_unit: string;
}

export function offerBalanceIn(row: OfferBalanceRow): OfferBalance {
  const { oa_pledged: pledged, oa_held: reserved, oa_delivered: delivered, oa_released: released, oa_unit: unit } = row;
  return { pledged, available: pledged - reserved - delivered - released, reserved, delivered, released, unit };
}
