import type { DataSource } from 'typeorm';

const ROWS = 3000;

/** Makes the tables large that an import leaves small, past the services: only their size and their plans count here. */
export async function fillTables(source: DataSource, personId: string): Promise<void> {
  const statements = [
    `UPDATE needs SET opened_at = opened_at - aged.row * interval '7 minutes', created_at = created_at - aged.row * interval '7 minutes' FROM (SELECT id, row_number() OVER (ORDER BY id DESC) AS row FROM needs) aged WHERE needs.id = aged.id`, // an import opens all of them at once
    `INSERT INTO sessions (sid, sess, expire) SELECT 'fill ' || n, json_build_object('personId', gen_random_uuid(), 'cookie', json_build_object()), now() + n * interval '1 minute' FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO idempotency_keys (caller, key, request_hash, locked_until, created_at) SELECT 'fill', 'k' || n, '\\x00', now(), now() FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO audit_log (id, action, subject_type, subject_id, at) SELECT gen_random_uuid(), 'fill', 'need', n::text, now() - n * interval '1 minute' FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO facts (id, type, payload, at, position) SELECT gen_random_uuid(), 'match.proposed', '{}', now() - n * interval '1 minute', last + n FROM generate_series(1, ${ROWS}) n, fact_positions`,
    `UPDATE fact_positions SET last = last + ${ROWS}`,
    `INSERT INTO fact_jobs (fact_id, job, handled_at) SELECT id, 'fill', now() FROM facts WHERE type = 'match.proposed' AND payload = '{}'`,
    `INSERT INTO reviews (id, subject_type, subject_id, status, risk, reasons, opened_at, closed_at)
     SELECT gen_random_uuid(), 'need', gen_random_uuid(), CASE WHEN n % 10 = 0 THEN 'open' ELSE 'approved' END, n % 100, '[]', now() - n * interval '1 minute', now() FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO parties (id, kind) SELECT md5('fill ' || n)::uuid, 'person' FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO people (id, email, password_hash, name, locale) SELECT md5('fill ' || n)::uuid, 'fill' || n || '@lepta.invalid', 'x', 'Проверка', 'ru' FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO mails (id, person_id, template, locale, subject, body, created_at, status, sent_at) SELECT gen_random_uuid(), md5('fill ' || n)::uuid, 'fill', 'ru', 's', 'b', now() - n * interval '1 minute', 'sent', now() FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO grants (id, person_id, role, object_type, object_id) SELECT gen_random_uuid(), md5('fill ' || n)::uuid, 'accountant', 'organization', gen_random_uuid()::text FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO email_confirmations (token_hash, person_id, password_hash, name, locale, expires_at) SELECT decode(md5('fill ' || n), 'hex'), md5('fill ' || n)::uuid, 'x', 'n', 'ru', now() FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO donors (id, kind, display_name) SELECT md5('fill ' || n)::uuid, 'person', 'Проверка' FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO organizations (id, version, status, name, short_name, form, inn, ogrn, place, account, created_by, created_at, verified_at)
     SELECT md5('fill ' || n)::uuid, 1, 'verified', 'Проверка номер ' || n, 'Проверка ' || n, 'ano', (5000000000 + n)::text, (5000000000000 + n)::text, 'zeya', '{}', '${personId}', now(), now() - n * interval '1 minute' FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO standing_offers (id, donor_id, status, kind, unit, base_unit, amount, min_lot, anonymous, frequency, interval, first_on, time_zone, stands_days, next_on, next_at, via, created_by, created_at, updated_at)
     SELECT gen_random_uuid(), md5('fill ' || n)::uuid, 'active', 'money', 'rub', 'kopeck', 100, 1, true, 'monthly', 1, current_date, 'UTC', 30, current_date + 1 + n % 30, now() + interval '1 day' * (1 + n % 30), 'web', md5('fill ' || n)::uuid, now() - n * interval '1 minute', now() FROM generate_series(1, ${ROWS}) n`,
    `INSERT INTO standing_offer_dates (standing_offer_id, day, skipped, at) SELECT id, current_date - n, 'missed', now() FROM standing_offers, generate_series(1, 3) n`,
    `INSERT INTO matches (id, offer_id, need_id, amount, unit, score, parts, weights_version, status, proposed_at, held_at, accepted_at, deadline, scored_at)
     SELECT gen_random_uuid(), o.id, n.id, 1, n.base_unit, 1000 * (n.row % 900), '[]', 1, CASE n.row % 4 WHEN 0 THEN 'proposed' WHEN 1 THEN 'declined' WHEN 2 THEN 'confirmed' ELSE 'expired' END, now() - n.row * interval '1 minute',
       CASE WHEN n.row % 4 = 2 THEN now() END, CASE WHEN n.row % 4 = 2 THEN now() END, NULL, now()
     FROM (SELECT id, base_unit, row_number() OVER (ORDER BY id) AS row FROM needs) n JOIN (SELECT id, row_number() OVER (ORDER BY id DESC) AS row FROM offers) o ON o.row = n.row WHERE n.row <= ${ROWS}`,
  ];
  for (const sql of statements) await source.query(sql);
  await source.query('ANALYZE');
}
