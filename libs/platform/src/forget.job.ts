import type { DataSource } from 'typeorm';
import { Clock, DAY_MS } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { ClockJob } from './job.js';
import { log } from './log.js';

const BATCH = 2_000;

/** What two sides shared to meet: so long after the end of their match, and at once where only one of them had said yes. */
const ENDED = 'EXISTS (SELECT 1 FROM matches m WHERE m.id = match_id AND (m.ended_at < $1 OR (m.ended_at IS NOT NULL AND m.accepted_at IS NULL)))';
const TALK_IS_OVER = (table: string): string =>
  `EXISTS (SELECT 1 FROM matches m WHERE m.id = ${table}.match_id AND m.ended_at < $1) AND NOT EXISTS (SELECT 1 FROM match_message_reports c WHERE c.match_id = ${table}.match_id AND c.settled_at IS NULL)`;

/**
 * How long rows of passage are kept, in days, and the condition under which they go. $1 is the moment before which they are too old.
 * Never forgotten: the ledger, the audit log, needs, offers, matches, people's consents.
 */
export const AGES: readonly { readonly table: string; readonly key: string; readonly days: number; readonly gone: string }[] = [
  { table: 'facts', key: 'id', days: 90, gone: 'at < $1 AND position IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fact_jobs j WHERE j.fact_id = facts.id AND j.handled_at IS NULL)' },
  { table: 'idempotency_keys', key: 'caller, key', days: 1, gone: 'created_at < $1 AND locked_until < now()' },
  { table: 'clearings', key: 'id', days: 90, gone: `at < $1 AND dry_run AND status <> 'running'` },
  { table: 'mails', key: 'id', days: 180, gone: 'created_at < $1' },
  { table: 'notifications', key: 'id', days: 180, gone: 'created_at < $1' },
  // Messages of a match, unless a moderator is to look at them. Reports go with their messages; photos too, whose files are then nobody's.
  { table: 'match_messages', key: 'id', days: 30, gone: TALK_IS_OVER('match_messages') },
  { table: 'match_message_reads', key: 'match_id, person_id', days: 30, gone: TALK_IS_OVER('match_message_reads') },
  { table: 'told_proposals', key: 'person_id, subject_id, day', days: 30, gone: 'told_at < $1' },
  { table: 'registrations', key: 'id', days: 3, gone: 'created_at < $1' },
  { table: 'password_reset_requests', key: 'id', days: 1, gone: 'created_at < $1' },
  { table: 'email_confirmations', key: 'token_hash', days: 30, gone: 'expires_at < $1' },
  { table: 'need_renewal_links', key: 'token_hash', days: 30, gone: 'expires_at < $1' },
  { table: 'password_resets', key: 'token_hash', days: 1, gone: 'expires_at < $1' },
  { table: 'email_changes', key: 'id', days: 30, gone: 'created_at < $1' },
  { table: 'passkey_challenges', key: 'id', days: 0, gone: 'expires_at < $1' },
  { table: 'known_devices', key: 'person_id, device_hash', days: 400, gone: 'last_seen_at < $1' },
  { table: 'sign_in_alarms', key: 'id', days: 2, gone: 'at < $1' },
  { table: 'organization_invitations', key: 'id', days: 30, gone: 'expires_at < $1' },
  { table: 'match_contacts', key: 'match_id, side', days: 30, gone: ENDED },
  { table: 'hand_overs', key: 'match_id', days: 30, gone: ENDED },
  { table: 'complaints', key: 'id', days: 365, gone: 'settled_at < $1' },
  { table: 'contact_looks', key: 'id', days: 365, gone: 'at < $1' },
  { table: 'sessions', key: 'sid', days: 0, gone: 'expire < $1' },
];

/** Deletes what is older than its written age, in small steps so that nobody waits for it. Handled marks go with their facts. */
@Injectable()
export class ForgetJob implements ClockJob {
  readonly name = 'platform.forget';

  constructor(
    @Inject(getDataSourceToken()) private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A table that cannot be cleaned does not keep the others from it; the run has failed all the same. */
  async tick(): Promise<void> {
    const failures: unknown[] = [];
    for (const age of AGES) {
      try {
        await this.forget(age);
      } catch (err) {
        log.error({ err, table: age.table }, 'rows that are too old could not be deleted');
        failures.push(err);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async forget({ table, key, days, gone }: (typeof AGES)[number]): Promise<void> {
    const before = new Date(this.clock.now().getTime() - days * DAY_MS);
    let deleted = BATCH;
    while (deleted === BATCH) {
      const [, count] = (await this.source.query(
        `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${gone} LIMIT ${BATCH})`,
        [before],
      )) as [unknown, number];
      deleted = count;
    }
  }
}
