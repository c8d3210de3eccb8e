import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { arrivedInMatches, Ledger } from '#ledger';
import { isLive } from '#needs';
import { isLiveOffer } from '#offers';
import { photosOf } from '#photos';
import { preparedQuery } from '#platform';
import { NO_RECORD } from '#engine';
import { LIVE_STATUSES } from './match-life.rules.js';
import type { MatchStatus } from './match.entity.js';
import { countPromises } from './promises.queries.js';
import type { MatchRow, MatchSummary } from './match-summary.js';
import { meetsAtOf } from './meeting/meets-at.queries.js';

export type MatchFilter = (
  { readonly offerId: string } | { readonly needId: string } | { readonly organizationId: string }
) & { readonly statuses?: readonly MatchStatus[] };

/** Where the last page ended. */
export interface MatchCursor {
  readonly rank: number;
  readonly id: string;
}

export interface SummaryPage {
  readonly items: MatchSummary[];
  readonly next: MatchCursor | null;
}

/** Of a match `m`: what a clearing planned stands before the alternatives, each by its score. The indices of matches have the same expression. */
export const RANK = `(m.score + CASE WHEN m.clearing_id IS NULL THEN 0 ELSE 1000001 END)`;

/** The shift of a sign-up, and the name under which its organization expects the volunteer. */
const SHIFT_OF = `SELECT json_build_object('id', s.id, 'from', s.starts_at, 'until', s.ends_at, 'anyTime', s.any_time, 'place', s.place, 'volunteer', p.name)
    FROM sign_ups u JOIN shifts s ON s.id = u.shift_id JOIN people p ON p.id = u.person_id WHERE u.match_id = m.id`;

const SELECT = `SELECT m.id, m.offer_id AS "offerId", m.need_id AS "needId", m.status, m.amount, m.unit, m.score, ${RANK} AS rank, m.clearing_id AS "clearingId", m.sign_up AS "signUp", m.by_card AS "byCard", o.gift, m.parts, m.weights_version AS "weightsVersion", m.first_yes AS "firstYes", m.disputed_by AS "disputedBy", m.dispute_answer AS "disputeAnswer", m.deadline,
    m.reason, m.ended_by AS "endedBy", m.decided, m.proposed_at AS "proposedAt", m.scored_at AS "scoredAt", m.held_at AS "heldAt", m.accepted_at AS "acceptedAt", m.delivered_at AS "deliveredAt", m.confirmed_at AS "confirmedAt", m.ended_at AS "endedAt",
    CASE WHEN n.kind = 'time' THEN (${meetsAtOf('m.id')}) WHEN m.status = 'accepted' THEN (SELECT h.starts_at FROM hand_overs h WHERE h.match_id = m.id AND h.cancelled_at IS NULL) END AS "meetsAt",
    CASE WHEN m.sign_up THEN (${SHIFT_OF}) END AS shift,
    o.title AS "offerTitle", o.description AS "offerDescription", o.place AS "offerPlace", o.category AS "offerCategory", o.item AS "offerItem", o.status AS "offerStatus", o.until AS "offerUntil", o.has_photos AS "offerHasPhotos", o.attributes AS "offerAttributes", o.pick_up AS "offerPickUp", o.min_lot AS "minLot", o.step,
    o.donor_id AS "donorId", o.on_behalf_of AS "onBehalfOf", CASE WHEN o.anonymous THEN NULL ELSE coalesce(b.short_name, d.display_name) END AS donor,
    n.number AS "needNumber", n.title AS "needTitle", n.kind, n.category, n.item AS "needItem", n.place AS "needPlace", n.deadline AS "needDeadline", n.status AS "needStatus", n.min_amount AS "minAmount",
    n.organization_id AS "organizationId", g.short_name AS "organizationName", g.status AS "organizationStatus"
  FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id JOIN organizations g ON g.id = n.organization_id
  LEFT JOIN donors d ON d.id = o.donor_id LEFT JOIN organizations b ON b.id = o.donor_id`;

/** A desk shows what runs; an offer or a need all but proposals that ended before anybody answered. */
const RUNNING = `m.status IN ('proposed', 'held', 'accepted', 'delivered', 'disputed')`;
const ANSWERED = `(m.status <> 'expired' OR m.held_at IS NOT NULL)`;

/** Matches with what stands beside them: a handful of queries a page, however many there are. Who may see them is the caller's to ask. */
@Injectable()
export class MatchesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /** Best first. */
  async page(filter: MatchFilter, page: { limit: number; cursor?: MatchCursor | null }): Promise<SummaryPage> {
    const { sql, params } = matchesPageSql(filter, page.limit + 1, page.cursor ?? null);
    const rows = await preparedQuery<MatchRow>(this.source, sql, params); // planning what joins six tables takes longer than reading it
    const items = await this.summaries(rows.slice(0, page.limit));
    const last = items.at(-1);
    return { items, next: rows.length > page.limit && last ? { rank: last.rank, id: last.id } : null };
  }

  async byId(matchId: string): Promise<MatchSummary | null> {
    return (
      (await this.summaries(await preparedQuery<MatchRow>(this.source, `${SELECT} WHERE m.id = $1`, [matchId])))[0] ??
      null
    );
  }

  /** These, in any order. */
  async byIds(ids: readonly string[]): Promise<MatchSummary[]> {
    return ids.length === 0
      ? []
      : this.summaries(await preparedQuery<MatchRow>(this.source, `${SELECT} WHERE m.id = ANY($1)`, [ids]));
  }

  private async summaries(rows: readonly MatchRow[]): Promise<MatchSummary[]> {
    const needs = await this.ledger.needBalances(this.source, [...new Set(rows.map((row) => row.needId))]);
    const offers = await this.ledger.offerBalances(this.source, [...new Set(rows.map((row) => row.offerId))]);
    const photos = await photosOf(this.source, 'offer', [
      ...new Set(rows.filter((row) => row.offerHasPhotos).map((row) => row.offerId)),
    ]);
    const live = rows.filter((row) => LIVE_STATUSES.includes(row.status));
    const organizations = await countPromises(this.source, 'organization', [
      ...new Set(live.map((row) => row.organizationId)),
    ]);
    const donors = await countPromises(this.source, 'donor', [...new Set(live.map((row) => row.donorId))]);
    const arrived = await arrivedInMatches(
      this.source,
      rows.filter((row) => row.status === 'confirmed').map((row) => row.id),
    );
    const now = this.clock.now();
    return rows.map((row) => ({
      ...row,
      readAt: now,
      arrived: arrived.get(row.id),
      required: needs.get(row.needId)?.required ?? 0,
      promisesEnded: {
        organization: organizations.get(row.organizationId) ?? NO_RECORD,
        donor: donors.get(row.donorId) ?? NO_RECORD,
      },
      photos: (photos.get(row.offerId) ?? []).filter((photo) => photo.status === 'ready'),
      parties: { donorId: row.donorId, onBehalfOf: row.onBehalfOf, organizationId: row.organizationId },
      room: {
        offerOpen: isLiveOffer(row.offerStatus) && row.offerUntil > now,
        needOpen: isLive(row.needStatus) && row.needDeadline > now,
        available: offers.get(row.offerId)?.available ?? 0,
        open: needs.get(row.needId)?.open ?? 0,
        minLot: row.minLot,
        step: row.step,
        minAmount: row.minAmount,
        verified: row.organizationStatus === 'verified',
      },
    }));
  }
}

/** One page, best first; the rank and id of the last row are where the next one starts. */
export function matchesPageSql(
  filter: MatchFilter,
  rows: number,
  after: MatchCursor | null,
): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const $ = (value: unknown): string => `$${params.push(value)}`;
  const behind = (): string => {
    if (!after) return 'true';
    const rank = $(after.rank);
    return `(${RANK} < ${rank} OR (${RANK} = ${rank} AND m.id > ${$(after.id)}::uuid))`;
  };
  const only = (): string => (filter.statuses ? `AND m.status = ANY(${$(filter.statuses)})` : '');
  const where =
    'offerId' in filter
      ? `m.offer_id = ${$(filter.offerId)} AND ${ANSWERED} ${only()} AND ${behind()}`
      : 'needId' in filter
        ? `m.need_id = ${$(filter.needId)} AND ${ANSWERED} ${only()} AND ${behind()}`
        : ofDesk($(filter.organizationId), only(), behind(), $(rows));
  return { sql: `${SELECT} WHERE ${where} ORDER BY ${RANK} DESC, m.id LIMIT ${$(rows)}`, params };
}

/** The best of each need of an organization, then of all of them: so each need is read by its own index, and never all matches that there are. */
function ofDesk(organization: string, only: string, behind: string, rows: string): string {
  return `m.id IN (SELECT best.id FROM needs own CROSS JOIN LATERAL
    (SELECT m.id, ${RANK} AS rank FROM matches m WHERE m.need_id = own.id AND ${RUNNING} ${only} AND ${behind} ORDER BY ${RANK} DESC, m.id LIMIT ${rows}) best
    WHERE own.organization_id = ${organization} ORDER BY best.rank DESC, best.id LIMIT ${rows})`;
}
