import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import { withoutTokensSql } from '#platform';

const PAGE = 500;

/**
 * $1 the person, $2 and $3 the sort key of the last row before ("at" as text, since a JavaScript date has no microseconds, and an id), $4 how many.
 * Rows bring their own sort key as `_at` and `_id`, which are left out.
 */
interface Section {
  readonly name: string;
  readonly sql: string;
}

const page = (columns: string, from: string, where: string, at: string, id: string) =>
  `SELECT ${columns}, ${at}::text AS _at, ${id}::text AS _id FROM ${from} WHERE ${where} AND ($2::text IS NULL OR (${at}, ${id}::text) > ($2::timestamptz, $3::text)) ORDER BY ${at}, ${id}::text LIMIT $4`;

const SECTIONS: readonly Section[] = [
  { name: 'roles', sql: page('role, object_type AS "objectType", object_id AS "objectId", granted_at AS "grantedAt", reason, revoked_at AS "revokedAt", revoke_reason AS "revokeReason"', 'grants', 'person_id = $1', 'granted_at', 'id') },
  { name: 'consents', sql: page(`purpose, text_version AS version, encode(text_hash, 'hex') AS "textHash", given_at AS "givenAt", withdrawn_at AS "withdrawnAt"`, 'consents', 'person_id = $1', 'given_at', 'id') },
  {
    name: 'sessions',
    sql: page(`sess ->> 'device' AS device, to_timestamp((sess ->> 'signedInAt')::bigint / 1000.0) AS "signedInAt", to_timestamp((sess ->> 'renewedAt')::bigint / 1000.0)::date::text AS "lastSeen"`, 'sessions', `sess ->> 'personId' = $1::text`, 'expire', 'md5(sid)'),
  },
  { name: 'knownDevices', sql: page('first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"', 'known_devices', 'person_id = $1', 'first_seen_at', `encode(device_hash, 'hex')`) },
  { name: 'apiKeys', sql: page('id, name, prefix, created_at AS "createdAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"', 'api_keys', 'person_id = $1', 'created_at', 'id') },
  { name: 'passkeys', sql: page('id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt"', 'passkeys', 'person_id = $1', 'created_at', 'id') },
  { name: 'emailChanges', sql: page('old_email AS "oldEmail", new_email AS "newEmail", created_at AS "createdAt", confirmed_at AS "confirmedAt", ended_at AS "endedAt"', 'email_changes', 'person_id = $1', 'created_at', 'id') },
  {
    name: 'offers',
    sql: page(
      'id, status, kind, category, item, title, description, unit, base_unit AS "baseUnit", min_lot AS "minLot", step, place, radius_km AS "radiusKm", starts_at AS "from", until, skills, prefers, bound_to AS "only", best_before AS "bestBefore", cold_chain AS "coldChain", anonymous, via, created_at AS "createdAt"',
      'offers', 'donor_id = $1', 'created_at', 'id',
    ),
  },
  {
    name: 'standingOffers',
    sql: page(
      'id, status, kind, category, item, title, description, unit, base_unit AS "baseUnit", amount, min_lot AS "minLot", step, place, radius_km AS "radiusKm", skills, prefers, bound_to AS "only", keeps_days AS "keepsDays", cold_chain AS "coldChain", anonymous, frequency, interval, first_on::text AS "firstOn", last_on::text AS "lastOn", times, time_zone AS "timeZone", stands_days AS "standsDays", next_on::text AS "nextOn", via, created_at AS "createdAt"',
      'standing_offers', 'donor_id = $1', 'created_at', 'id',
    ),
  },
  {
    name: 'standingOfferDates',
    sql: page('d.standing_offer_id AS "standingOffer", d.day::text AS day, d.offer_id AS offer, d.skipped, d.at', 'standing_offers s JOIN standing_offer_dates d ON d.standing_offer_id = s.id', 's.donor_id = $1', 'd.at', `(d.standing_offer_id::text || d.day::text)`),
  },
  {
    name: 'matches',
    sql: page(
      'm.id, m.offer_id AS offer, m.need_id AS need, m.status, m.amount, m.unit, m.reason, m.proposed_at AS "proposedAt", m.held_at AS "heldAt", m.accepted_at AS "acceptedAt", m.delivered_at AS "deliveredAt", m.confirmed_at AS "confirmedAt", m.ended_at AS "endedAt"',
      'offers o JOIN matches m ON m.offer_id = o.id', 'o.donor_id = $1', 'm.proposed_at', 'm.id',
    ),
  },
  { name: 'contactsShared', sql: page('match_id AS match, side, name, phone, email, note, given_at AS "givenAt"', 'match_contacts', 'given_by = $1', 'given_at', 'match_id') },
  { name: 'contactLooks', sql: page('match_id AS match, reader_side AS "readerSide", at', 'contact_looks', 'owner_id = $1', 'at', 'id') },
  { name: 'contactsRead', sql: page('match_id AS match, at', 'contact_looks', 'reader_id = $1', 'at', 'id') },
  { name: 'handOversProposed', sql: page('match_id AS match, starts_at AS "from", ends_at AS until, place, note, proposed_at AS "proposedAt", agreed_at AS "agreedAt"', 'hand_overs', 'proposer_id = $1', 'proposed_at', 'match_id') },
  {
    name: 'gifts',
    sql: page('code, status, need_id AS need, amount, unit, purpose, donor_name AS "donorName", donor_email AS "donorEmail", anonymous, created_at AS "createdAt", deadline, ended_at AS "endedAt", refund_amount AS "refundAmount", refund_day::text AS "refundDay"', 'gifts', 'person_id = $1', 'created_at', 'id'),
  },
  {
    name: 'signUps',
    sql: page(
      'u.id, u.shift_id AS shift, s.need_id AS need, u.status, u.starts_at AS "from", u.ends_at AS until, u.people, u.minutes, u.minutes_reason AS "minutesReason", u.claimed, u.objection, u.ended_reason AS "endedReason", u.signed_up_at AS "signedUpAt", u.checked_in_at AS "checkedInAt", u.confirmed_at AS "confirmedAt", u.ended_at AS "endedAt", u.via',
      'sign_ups u JOIN shifts s ON s.id = u.shift_id', 'u.person_id = $1', 'u.signed_up_at', 'u.id',
    ),
  },
  { name: 'guardianConsents', sql: page('c.sign_up_id AS "signUp", c.age, c.status, c.guardian, c.relation, c.until, c.decided_at AS "decidedAt"', 'guardian_consents c JOIN sign_ups u ON u.id = c.sign_up_id', 'u.person_id = $1', 'c.until', 'c.sign_up_id') },
  { name: 'shiftAsks', sql: page('shift_id AS shift, asked_at AS "askedAt"', 'shift_asks', 'person_id = $1', 'asked_at', 'shift_id') },
  { name: 'calendarFeed', sql: page('created_at AS "createdAt"', 'calendar_feeds', 'person_id = $1', 'created_at', 'person_id') },
  { name: 'messages', sql: page('id, match_id AS match, side, text, at, removed_at AS "removedAt"', 'match_messages', 'author_id = $1', 'at', 'id') },
  { name: 'complaints', sql: page('number, about, kind, text, email, at, settled_at AS "settledAt"', 'complaints', 'person_id = $1', 'at', 'id') },
  { name: 'messageReports', sql: page('message_id AS message, match_id AS match, reason, at, settled_at AS "settledAt"', 'match_message_reports', 'person_id = $1', 'at', 'id') },
  {
    name: 'statement',
    sql: page(
      `t.id, t.at, t.kind, t.phase, CASE WHEN a.id = t.credit THEN t.amount ELSE -t.amount END AS amount, t.unit, t.item, a.kind AS account, t.subject_type AS "subjectType", t.subject_id AS "subjectId"`,
      `accounts a JOIN LATERAL (SELECT * FROM transfers d WHERE d.debit = a.id UNION ALL SELECT * FROM transfers c WHERE c.credit = a.id) t ON true`, `a.party_id = $1 AND a.kind = 'offer'`, 't.at', 't.id',
    ),
  },
  { name: 'paperChecks', sql: page('id, organization_id AS organization, paper, seen_on::text AS "seenOn", valid_until AS "validUntil", for_all AS "forAll", consented_at AS "consentedAt", created_at AS "createdAt", ended_at AS "endedAt"', 'paper_checks', 'person_id = $1', 'created_at', 'id') },
  { name: 'mails', sql: page(`template, subject, ${withoutTokensSql('body')} AS body, created_at AS "createdAt", sent_at AS "sentAt"`, 'mails', 'person_id = $1', 'created_at', 'id') },
  { name: 'notifications', sql: page('kind, subject_type AS "subjectType", subject_id AS "subjectId", ru, en, created_at AS "createdAt", read_at AS "readAt"', 'notifications', 'person_id = $1', 'created_at', 'id') },
  { name: 'notificationChoices', sql: page('kind, choice, changed_at AS "changedAt"', 'notification_choices', 'person_id = $1', 'changed_at', 'kind') },
  { name: 'changes', sql: page('at, action', 'audit_log', `subject_type = 'person' AND subject_id = $1::text`, 'at', 'id') },
];

const PERSON = `
  SELECT p.id, p.email, p.email_confirmed_at AS "emailConfirmedAt", p.name, p.locale, p.created_at AS "createdAt", y.pseudonym,
    (SELECT confirmed_at FROM totp_secrets WHERE person_id = p.id) AS "authenticatorAppSince",
    (SELECT json_build_object('displayName', d.display_name, 'anonymous', d.anonymous, 'inn', d.inn, 'contact', d.contact) FROM donors d WHERE d.id = p.id) AS donor
  FROM people p JOIN parties y ON y.id = p.id WHERE p.id = $1`;

const WALK_IN = `
  SELECT w.id, d.display_name AS name, d.contact, d.anonymous, w.organization_id AS organization, json_build_object('how', w.consent_how, 'day', w.consent_on) AS consent, w.created_at AS "createdAt", y.pseudonym
  FROM walk_ins w JOIN donors d ON d.id = w.id JOIN parties y ON y.id = w.id WHERE w.id = $1`;
/** Sections that there can be of somebody without an account. */
const OF_WALK_IN = ['offers', 'matches', 'contactsShared', 'contactLooks', 'statement'];

/** Everything that is kept about one person, as JSON in pieces: one query for each page of a section, so that memory does not grow with what somebody has given. No secret is in it. */
@Injectable()
export class ExportQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async *of(personId: string): AsyncGenerator<string> {
    const [person] = (await this.source.query(PERSON, [personId])) as unknown[];
    yield `{"format":"lepta-export-1","at":${JSON.stringify(this.clock.now())},"person":${JSON.stringify(person)}`;
    for (const section of SECTIONS) {
      yield `,${JSON.stringify(section.name)}:[`;
      yield* this.rows(section, personId);
      yield ']';
    }
    yield '}\n';
  }

  /** What is kept about somebody who came by to an organization. */
  async *ofWalkIn(id: string): AsyncGenerator<string> {
    const [walkIn] = (await this.source.query(WALK_IN, [id])) as unknown[];
    yield `{"format":"lepta-export-1","at":${JSON.stringify(this.clock.now())},"walkIn":${JSON.stringify(walkIn)}`;
    for (const section of SECTIONS.filter(({ name }) => OF_WALK_IN.includes(name))) {
      yield `,${JSON.stringify(section.name)}:[`;
      yield* this.rows(section, id);
      yield ']';
    }
    yield '}\n';
  }

  private async *rows({ sql }: Section, personId: string): AsyncGenerator<string> {
    let after: [string, string] | null = null;
    let first = true;
    for (;;) {
      const rows = (await this.source.query(sql, [personId, after?.[0] ?? null, after?.[1] ?? null, PAGE])) as (Record<string, unknown> & { _at: string; _id: string })[];
      if (rows.length > 0) yield (first ? '' : ',') + rows.map(({ _at, _id, ...row }) => JSON.stringify(row)).join(',');
      const last = rows.at(-1);
      if (rows.length < PAGE || !last) return;
      after = [last._at, last._id];
      first = false;
    }
  }
}
