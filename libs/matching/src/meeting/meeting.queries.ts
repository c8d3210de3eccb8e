import type { DataSource } from 'typeorm';
import { DAY_MS, type Contact } from '#kernel';
import type { HandOverPoint, OrganizationContacts } from '#organizations';
import type { Tx } from '#platform';
import type { MatchSide } from '../match.entity.js';
import type { Recipient } from './payment.rules.js';

/** So long after the end of a match its sides still read how to reach each other. */
export const CONTACTS_SHOWN_MS = 30 * DAY_MS;

/** Both have said yes, and it is not over for longer than that ($1). What is not shown is not read. */
const SHOWN = '(m.accepted_at IS NOT NULL AND (m.ended_at IS NULL OR m.ended_at > $1))';

export interface StoredContact extends Contact {
  readonly hours: string | null;
  /** The person who gave it; null: an organization's own. */
  readonly givenBy: string | null;
}

export interface StoredHandOver {
  readonly sequence: number;
  readonly from: Date;
  readonly until: Date;
  readonly place: string | null;
  readonly note: string | null;
  readonly proposedBy: MatchSide;
  readonly proposerId: string;
  readonly proposedAt: Date;
  readonly agreedAt: Date | null;
}

export interface StoredMeeting {
  readonly shown: boolean;
  /** When what is shown closes; null while it is not over. */
  readonly shownUntil: Date | null;
  /** What this side shares, as the other one will read it. */
  readonly own: StoredContact | null;
  /** Null unless it is shown. */
  readonly other: StoredContact | null;
  readonly handOver: StoredHandOver | null;
  readonly points: readonly HandOverPoint[];
  /** The same for the organization itself, whether or not they are shown to the other side yet. */
  readonly ownPoints: readonly HandOverPoint[];
  /** Where the organization of the points is. */
  readonly pointsPlace: string;
  readonly recipient: Recipient;
  readonly bank: { readonly date: string; readonly number: string } | null;
}

interface Row {
  readonly shown: boolean;
  readonly endedAt: Date | null;
  readonly own: StoredContact | null;
  readonly other: StoredContact | null;
  readonly ownOrganization: OrganizationContacts | null;
  readonly otherOrganization: OrganizationContacts | null;
  readonly points: readonly HandOverPoint[] | null;
  readonly ownPoints: readonly HandOverPoint[] | null;
  readonly pointsPlace: string;
  readonly recipient: Recipient;
  readonly bankDate: string | null;
  readonly bankNumber: string | null;
}

const contact = (alias: string): string =>
  `json_build_object('name', ${alias}.name, 'phone', ${alias}.phone, 'email', ${alias}.email, 'hours', ${alias}.hours, 'note', ${alias}.note, 'givenBy', ${alias}.given_by)`;

/**
 * What one side may read of a meeting. A snapshot of the yes counts; where an organization shared nothing then, what it says of itself now. What is over for too long is
 * hidden here, not by the callers that show it.
 */
export async function readMeeting(
  db: Tx | DataSource,
  matchId: string,
  side: MatchSide,
  now: Date,
): Promise<StoredMeeting | null> {
  const [row] = (await db.query(
    `SELECT ${SHOWN} AS shown, m.ended_at AS "endedAt",
       CASE WHEN own.match_id IS NOT NULL THEN ${contact('own')} END AS own,
       CASE WHEN ${SHOWN} AND other.match_id IS NOT NULL THEN ${contact('other')} END AS other,
       CASE WHEN $3 = 'organization' THEN g.contacts ELSE b.contacts END AS "ownOrganization",
       CASE WHEN ${SHOWN} THEN CASE WHEN $3 = 'organization' THEN b.contacts ELSE g.contacts END END AS "otherOrganization",
       CASE WHEN ${SHOWN} THEN g.hand_over_points END AS points, CASE WHEN $3 = 'organization' THEN g.hand_over_points END AS "ownPoints", g.place AS "pointsPlace",
       json_build_object('name', g.short_name, 'status', g.status, 'inn', g.inn, 'kpp', g.kpp, 'account', g.account) AS recipient,
       m.bank_date::text AS "bankDate", m.bank_number AS "bankNumber"
     FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id JOIN organizations g ON g.id = n.organization_id LEFT JOIN organizations b ON b.id = o.donor_id
       LEFT JOIN match_contacts own ON own.match_id = m.id AND own.side = $3 LEFT JOIN match_contacts other ON other.match_id = m.id AND other.side <> $3
     WHERE m.id = $2`,
    [new Date(now.getTime() - CONTACTS_SHOWN_MS), matchId, side],
  )) as Row[];
  if (!row) return null;
  const { shown, endedAt, own, other, ownOrganization, otherOrganization, points, ownPoints } = row;
  const { recipient, bankDate, bankNumber } = row;
  return {
    shown,
    shownUntil: shown && endedAt ? new Date(endedAt.getTime() + CONTACTS_SHOWN_MS) : null,
    own: own ?? ofOrganization(ownOrganization),
    other: other ?? ofOrganization(otherOrganization),
    points: points ?? [],
    ownPoints: ownPoints ?? [],
    pointsPlace: row.pointsPlace,
    recipient,
    handOver: shown ? await readHandOver(db, matchId) : null,
    bank: bankDate && bankNumber ? { date: bankDate, number: bankNumber } : null,
  };
}

/** The latest proposal of a match; null: none, or the match it was for has ended otherwise. */
export async function readHandOver(
  db: Tx | DataSource,
  matchId: string,
  ended = false,
): Promise<StoredHandOver | null> {
  const rows = (await db.query(
    `SELECT sequence, starts_at AS "from", ends_at AS until, place, note, proposed_by AS "proposedBy", proposer_id AS "proposerId", proposed_at AS "proposedAt", agreed_at AS "agreedAt"
     FROM hand_overs WHERE match_id = $1 AND ($2 OR cancelled_at IS NULL)`,
    [matchId, ended],
  )) as StoredHandOver[];
  return rows[0] ?? null;
}

function ofOrganization(contacts: OrganizationContacts | null): StoredContact | null {
  if (!contacts) return null;
  const { name, phone, email, hours, note } = contacts;
  return { name, phone, email, hours, note, givenBy: null };
}
