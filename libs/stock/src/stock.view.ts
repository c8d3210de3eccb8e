import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import type { LotEntry } from '#ledger';
import { isPrivateCategory, titleOfCategory } from '#forms';
import { readsWords } from '#needs';
import type { OpeningHours } from '#organizations';
import type { KitVerb } from './kits.rules.js';
import { daysLeft, freshnessOf, lotCan, type Freshness, type LotVerb } from './lots.rules.js';
import type { LotRow } from './point-desk.js';
import type { ArrivalVerb, OpenHours, PointVerb } from './points.rules.js';

export type Locale = 'ru' | 'en';

export interface PointView extends OpenHours {
  readonly id: string;
  readonly organization: string;
  readonly organizationName: string;
  readonly place: string;
  readonly name: string;
  readonly address: string;
  readonly hours: readonly OpeningHours[];
  readonly public: boolean;
  readonly status: 'open' | 'closed';
  readonly version: number;
  /** What its organization asks for now, by name. */
  readonly wanted: readonly string[];
  readonly can: readonly PointVerb[];
}

/** Amounts in the base unit `unit`; `saidUnit`: as the giver counts it. */
export interface LotView {
  readonly id: string;
  readonly point: string;
  readonly offer: string | null;
  readonly kit: string | null;
  /** The lot that it was at another point. */
  readonly movedFrom: string | null;
  readonly category: string;
  readonly item: string | null;
  readonly title: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly saidUnit: string;
  readonly bestBefore: string | null;
  readonly freshness: Freshness;
  readonly daysLeft: number | null;
  readonly coldChain: boolean;
  readonly note: string | null;
  readonly takenInAt: Date;
  readonly can: readonly LotVerb[];
}

export const STEP_KINDS = [
  'taken-in',
  'given-out',
  'lost',
  'found',
  'assembled',
  'taken-apart',
  'taken-back',
  'sent',
  'arrived',
] as const;

export interface LotStep {
  readonly id: string;
  readonly at: Date;
  readonly kind: (typeof STEP_KINDS)[number];
  /** Onto the shelf positive. */
  readonly amount: number;
  readonly need: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly reason: string | null;
}

export interface LotPath {
  readonly lot: LotView;
  /** Who gave it; null of a kit. */
  readonly from: { readonly giver: string; readonly at: Date } | null;
  readonly steps: readonly LotStep[];
}

export interface ArrivalView {
  readonly id: string;
  readonly offer: string;
  readonly title: string | null;
  readonly category: string;
  readonly item: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly bestBefore: string | null;
  readonly giver: string;
  readonly point: {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly organizationName: string;
  };
  readonly announcedAt: Date;
  readonly status: 'announced' | 'taken_in' | 'cancelled';
  /** To its giver, until it is taken in. */
  readonly code: string | null;
  readonly codeUsedUp: boolean;
  /** What became of what came. */
  readonly steps: readonly LotStep[];
  readonly can: readonly ArrivalVerb[];
}

export interface MoveView {
  readonly id: string;
  readonly lot: LotView;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly amount: number;
  readonly note: string | null;
  readonly sentAt: Date;
  readonly can: readonly ('receive' | 'call-back')[];
}

export interface KitView {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
  readonly item: string;
  readonly status: 'active' | 'retired';
  readonly parts: readonly { readonly item: string; readonly amount: number; readonly unit: string }[];
  /** How many what lies there makes, and the part that then runs out. */
  readonly possible: number;
  readonly short: string | null;
  readonly can: readonly KitVerb[];
}

export interface StockView {
  readonly point: PointView;
  readonly today: string;
  readonly lots: readonly LotView[];
  readonly kinds: number;
  readonly soon: number;
  readonly expired: number;
  readonly lastCount: { readonly at: Date; readonly differences: number } | null;
  readonly arrivals: readonly ArrivalView[];
  /** On the way here, and from here. */
  readonly moves: readonly MoveView[];
  /** Open needs of the organization, and which lots fit each. */
  readonly needs: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly open: number;
    readonly unit: string;
    readonly lots: readonly string[];
  }[];
  readonly kits: readonly KitView[];
}

export interface CountView {
  readonly id: string;
  readonly at: Date;
  readonly rows: readonly {
    readonly lot: string;
    readonly item: string | null;
    readonly category: string;
    readonly title: string | null;
    readonly unit: string;
    readonly book: number;
    readonly counted: number;
    readonly reason: string | null;
    readonly note: string | null;
  }[];
}

export interface ArrivalRow {
  readonly id: string;
  readonly pointId: string;
  readonly pointName: string;
  readonly pointAddress: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly offerId: string;
  readonly donorId: string;
  readonly onBehalfOf: string | null;
  readonly donorName: string | null;
  readonly anonymous: boolean;
  readonly title: string | null;
  readonly category: string | null;
  readonly item: string | null;
  readonly unit: string;
  readonly bestBefore: string | null;
  readonly amount: number;
  readonly code: string;
  readonly tries: number;
  readonly announcedAt: Date;
  readonly endedAt: Date | null;
  readonly lotId: string | null;
  readonly lotAccount: string | null;
}

export const ARRIVALS = `SELECT r.id, r.point_id AS "pointId", p.name AS "pointName", p.address AS "pointAddress", p.organization_id AS "organizationId", g.short_name AS "organizationName",
    r.offer_id AS "offerId", o.donor_id AS "donorId", o.on_behalf_of AS "onBehalfOf", d.display_name AS "donorName", o.anonymous, o.title, o.category, o.item, o.base_unit AS unit, o.best_before::date::text AS "bestBefore",
    r.amount, r.code, r.tries, r.announced_at AS "announcedAt", r.ended_at AS "endedAt", r.lot_id AS "lotId", l.account AS "lotAccount"
  FROM stock_arrivals r JOIN intake_points p ON p.id = r.point_id JOIN organizations g ON g.id = p.organization_id JOIN offers o ON o.id = r.offer_id LEFT JOIN donors d ON d.id = o.donor_id LEFT JOIN stock_lots l ON l.id = r.lot_id`;

export interface NamedNeed {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly category: string;
  readonly place: string;
  readonly organizationId: string;
}

const NEED = `n.id, n.number, n.title, n.category, n.place, n.organization_id AS "organizationId"`;
export const NAMED_NEEDS = `SELECT ${NEED} FROM needs n WHERE n.id = ANY($1)`;
export const LIVE_NEEDS = `SELECT ${NEED}, n.item, n.cold_chain AS "coldChain", n.base_unit AS unit, (a.required - a.posted_in - a.held_in)::bigint AS open
  FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
  WHERE n.organization_id = $1 AND n.kind = 'goods' AND n.status IN ('open', 'partly_met') AND n.deadline > $2 AND a.required > a.posted_in + a.held_in ORDER BY n.urgency DESC, n.deadline, n.id LIMIT 200`;

/** What an organization asks for now; of a private category the category alone. */
export const WANTED = `SELECT DISTINCT n.organization_id AS organization, n.category, n.item FROM needs n
  WHERE n.organization_id = ANY($1) AND n.kind = 'goods' AND n.status IN ('open', 'partly_met') AND n.deadline > $2 ORDER BY 1, 2, 3`;

export const COUNTS = `SELECT c.id, c.counted_at AS at,
    (SELECT json_agg(json_build_object('lot', l.id, 'item', l.item, 'category', l.category, 'title', coalesce((SELECT k.name FROM stock_kits k WHERE k.id = l.kit_id), (SELECT o.title FROM offers o WHERE o.id = l.offer_id)), 'unit', l.base_unit, 'book', r.book, 'counted', r.counted, 'reason', r.reason, 'note', r.note) ORDER BY r.book = r.counted, l.id)
      FROM stock_count_rows r JOIN stock_lots l ON l.id = r.lot_id WHERE r.count_id = c.id) AS rows
  FROM stock_counts c WHERE c.point_id = $1 ORDER BY c.counted_at DESC, c.id DESC LIMIT $2`;

export function lotView(lot: LotRow & { readonly amount: number }, keeps: boolean, today: string): LotView {
  const { id, category, item, title, amount, bestBefore, coldChain, note, takenInAt } = lot;
  return {
    id,
    point: lot.pointId,
    offer: lot.offerId,
    kit: lot.kitId,
    movedFrom: lot.movedFrom,
    category,
    item,
    title,
    amount,
    unit: lot.baseUnit,
    saidUnit: lot.unit,
    bestBefore,
    freshness: freshnessOf(bestBefore, today),
    daysLeft: daysLeft(bestBefore, today),
    coldChain,
    note,
    takenInAt,
    can: lotCan({ amount, bestBefore, isKit: lot.kitId !== null && lot.movedFrom === null }, keeps, today),
  };
}

function kindOf({ kind, amount, phase }: LotEntry): LotStep['kind'] {
  if (kind === 'move') return phase === 'held' ? 'sent' : phase === 'void' ? 'taken-back' : 'arrived';
  if (kind === 'stock') return amount > 0 ? 'taken-in' : 'taken-back';
  if (kind === 'delivery') return amount < 0 ? 'given-out' : 'taken-back';
  if (kind === 'assembly') return 'assembled';
  return kind === 'found' ? 'found' : 'lost';
}

/** In words of the shelf. */
export function stepsOf(
  entries: readonly LotEntry[],
  needs: ReadonlyMap<string, { readonly id: string; readonly number: number; readonly title: string }>,
): LotStep[] {
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    kind: entry.reason === 'taken apart' ? 'taken-apart' : kindOf(entry),
    amount: entry.amount,
    need: needs.get(entry.holder) ?? null,
    reason: entry.kind === 'loss' || entry.kind === 'found' ? entry.reason : null,
  }));
}

/** A need of a private category says its title to its own people alone, and to others its category. */
export function needTitle(catalogue: Catalogue, actor: Actor, need: NamedNeed, locale: Locale): string {
  return readsWords(actor, need, isPrivateCategory(catalogue, need.category), false)
    ? need.title
    : titleOfCategory(catalogue, need.category, locale);
}

export function wantedName(catalogue: Catalogue, category: string, item: string | null, locale: Locale): string {
  const entry = item === null || isPrivateCategory(catalogue, category) ? undefined : catalogue.item(item);
  return entry ? (locale === 'en' ? entry.nameEn : entry.nameRu) : titleOfCategory(catalogue, category, locale);
}
