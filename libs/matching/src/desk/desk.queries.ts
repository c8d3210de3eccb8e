import type { DataSource } from 'typeorm';
import type { HandOverPoint } from '#organizations';
import type { MatchSide, MatchStatus } from '../match.entity.js';

/** Where the last page ended. */
export interface DeskCursor {
  readonly at: string;
  readonly id: string;
}
export interface DeskRow {
  readonly id: string;
  readonly at: Date;
}

/** Whose word is awaited: proposals, and what a donor has said yes to. Of a sign-up its shift decides. */
const AWAITED = `m.status IN ('proposed', 'held') AND (m.status = 'proposed' OR m.first_yes = 'donor') AND NOT m.sign_up`;
/** Until when: a yes for as long as it is held, a proposal for as long as offer and need run. As exact as a cursor says it. */
const ANSWER_BY = `date_trunc('milliseconds', coalesce(m.deadline, least(own.deadline, o.until)))`;
/** What was answered, by either side; proposals that ended unanswered are left out. The index has the condition without sign-ups. */
const ANSWERED = `m.ended_at IS NOT NULL AND (m.status <> 'expired' OR m.held_at IS NOT NULL) AND NOT m.sign_up`;
const LIVE_NEEDS = `own.status IN ('open', 'partly_met', 'met')`;

/** What waits for the word of an organization, the nearest time first; of needs that run each one is read by its own index. */
export function awaitedSql(
  organization: string,
  need: string | null,
  rows: number,
  after: DeskCursor | null,
): { sql: string; params: unknown[] } {
  const behind = after ? `WHERE (w.at, w.id) > ($4::timestamptz, $5::uuid)` : '';
  return {
    sql: `SELECT w.id, w.at FROM (SELECT m.id, ${ANSWER_BY} AS at FROM needs own JOIN matches m ON m.need_id = own.id JOIN offers o ON o.id = m.offer_id
      WHERE own.organization_id = $1 AND ($3::uuid IS NULL OR own.id = $3) AND ${LIVE_NEEDS} AND ${AWAITED}) w ${behind} ORDER BY w.at, w.id LIMIT $2`,
    params: [organization, rows, need, ...(after ? [after.at, after.id] : [])],
  };
}

export interface NeedAwaited {
  readonly need: string;
  readonly waiting: number;
  /** Of them: where a donor has said yes. */
  readonly held: number;
}

/** How many wait, need by need. */
export async function countAwaited(db: DataSource, organization: string): Promise<NeedAwaited[]> {
  return db.query(
    `SELECT own.id AS need, count(*)::int AS waiting, count(*) FILTER (WHERE m.status = 'held')::int AS held FROM needs own JOIN matches m ON m.need_id = own.id
     WHERE own.organization_id = $1 AND ${LIVE_NEEDS} AND ${AWAITED} GROUP BY own.id ORDER BY own.id`,
    [organization],
  );
}

export interface RunningCounts {
  /** Agreed, and not brought yet. */
  readonly onTheWay: number;
  /** Brought, and waiting for the word of the organization. */
  readonly toConfirm: number;
}

/** How many of its matches were agreed and run; sign-ups to shifts as well. */
export async function countRunning(db: DataSource, organization: string): Promise<RunningCounts> {
  const [counts] = await db.query<RunningCounts[]>(
    `SELECT count(*) FILTER (WHERE m.status = 'accepted')::int AS "onTheWay", count(*) FILTER (WHERE m.status = 'delivered')::int AS "toConfirm"
     FROM needs own JOIN matches m ON m.need_id = own.id WHERE own.organization_id = $1 AND m.accepted_at IS NOT NULL AND m.status IN ('accepted', 'delivered')`,
    [organization],
  );
  return counts ?? { onTheWay: 0, toConfirm: 0 };
}

/** What was answered, the latest first: the latest of each need, then of all of them. */
export function answeredSql(
  organization: string,
  need: string | null,
  rows: number,
  after: DeskCursor | null,
): { sql: string; params: unknown[] } {
  const behind = after ? `AND (m.ended_at, m.id) < ($4::timestamptz, $5::uuid)` : '';
  return {
    sql: `SELECT last.id, last.at FROM needs own CROSS JOIN LATERAL
      (SELECT m.id, m.ended_at AS at FROM matches m WHERE m.need_id = own.id AND ${ANSWERED} ${behind} ORDER BY m.ended_at DESC, m.id DESC LIMIT $2) last
      WHERE own.organization_id = $1 AND ($3::uuid IS NULL OR own.id = $3) ORDER BY last.at DESC, last.id DESC LIMIT $2`,
    params: [organization, rows, need, ...(after ? [after.at, after.id] : [])],
  };
}

export interface HandOverRow {
  readonly match: string;
  readonly status: MatchStatus;
  readonly amount: number;
  readonly unit: string;
  readonly needId: string;
  readonly title: string;
  readonly kind: string;
  /** Null for a donor who wants no name shown. */
  readonly donor: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly where: string | null;
  readonly proposedBy: MatchSide | null;
  readonly agreed: boolean;
}

/** More agreed hand-overs than one organization has in a week. */
const MOST = 500;

/**
 * Agreed hand-overs of an organization between two instants, and whatever waits for its word whenever it is: without a window, with one that is over or that the donor
 * proposed, brought, or in dispute. Money comes by bank and has none.
 */
export function handOversSql(
  organization: string,
  from: Date,
  until: Date,
  now: Date,
): { sql: string; params: unknown[] } {
  return {
    sql: `SELECT m.id AS match, m.status, m.amount, m.unit, own.id AS "needId", own.title, own.kind, CASE WHEN o.anonymous THEN NULL ELSE coalesce(b.short_name, d.display_name) END AS donor,
        h.starts_at AS "from", h.ends_at AS until, h.place AS "where", h.proposed_by AS "proposedBy", h.agreed_at IS NOT NULL AS agreed
      FROM needs own JOIN matches m ON m.need_id = own.id AND m.accepted_at IS NOT NULL AND m.status IN ('accepted', 'delivered', 'disputed', 'confirmed') AND NOT m.nothing_came AND NOT m.sign_up
        JOIN offers o ON o.id = m.offer_id LEFT JOIN donors d ON d.id = o.donor_id LEFT JOIN organizations b ON b.id = o.donor_id
        LEFT JOIN hand_overs h ON h.match_id = m.id AND h.cancelled_at IS NULL
      WHERE own.organization_id = $1 AND own.kind <> 'money'
        AND ((h.starts_at >= $2 AND h.starts_at < $3) OR m.status IN ('delivered', 'disputed') OR (m.status = 'accepted' AND (h.match_id IS NULL OR h.ends_at <= $4 OR (h.agreed_at IS NULL AND h.proposed_by = 'donor'))))
      ORDER BY h.starts_at NULLS LAST, m.id LIMIT ${MOST}`,
    params: [organization, from, until, now],
  };
}

/** Where an organization takes things in, and where it is. */
export async function pointsOf(
  db: DataSource,
  organization: string,
): Promise<{ points: readonly HandOverPoint[]; place: string } | null> {
  const rows = (await db.query('SELECT hand_over_points AS points, place FROM organizations WHERE id = $1', [
    organization,
  ])) as { points: readonly HandOverPoint[] | null; place: string }[];
  return rows[0] ? { points: rows[0].points ?? [], place: rows[0].place } : null;
}
