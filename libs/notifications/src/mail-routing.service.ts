import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { applyRoutes, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import { choicesOf } from './kinds.rules.js';
import { routeMails, type NewMail, type Reader } from './route.rules.js';

const BATCH = 500;
/** One routing at a time, so that the limit of an hour is exact. */
const LOCK = 'SELECT pg_try_advisory_xact_lock(738214) AS mine';

interface ReaderRow {
  readonly id: string;
  readonly addressConfirmed: boolean;
  readonly choices: readonly { readonly kind: string; readonly choice: string }[];
  readonly atOnce: readonly string[];
}

/** Decides for every new mail whether it goes at once, into the summary of the day, or nowhere. */
@Injectable()
export class MailRouting {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Routes what is new. Returns how many mails; none while another process is at it. */
  async tick(): Promise<number> {
    let total = 0;
    for (let routed = BATCH; routed === BATCH; total += routed)
      routed = await this.source.transaction((tx) => this.batch(tx));
    return total;
  }

  private async batch(tx: Tx): Promise<number> {
    const [lock]: { mine: boolean }[] = await tx.query(LOCK);
    if (!lock?.mine) return 0;
    const mails: NewMail[] = await tx.query(
      `SELECT id, person_id AS "personId", kind, created_at AS "createdAt" FROM mails WHERE status = 'new' ORDER BY created_at, id LIMIT ${BATCH}`,
    );
    if (mails.length === 0) return 0;
    const now = this.clock.now();
    const routes = routeMails(mails, await readers(tx, mails), now);
    await applyRoutes(tx, routes, now);
    return mails.length;
  }
}

/** What decides about mails to these people. Of those who got much only the last few mails of an hour are looked at. */
async function readers(tx: Tx, mails: readonly NewMail[]): Promise<Map<string, Reader>> {
  const first = mails[0]?.createdAt;
  const rows: ReaderRow[] = await tx.query(
    `SELECT p.id, p.email_confirmed_at IS NOT NULL AS "addressConfirmed",
            (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'choice', c.choice)), '[]') FROM notification_choices c WHERE c.person_id = p.id) AS choices,
            ARRAY(SELECT to_json(m.created_at) #>> '{}' FROM mails m WHERE m.person_id = p.id AND m.status IN ('ready', 'sent', 'failed') AND m.kind NOT IN ('security', 'digest')
                  AND m.created_at > $2::timestamptz - interval '1 hour' ORDER BY m.created_at DESC LIMIT 100) AS "atOnce"
     FROM people p WHERE p.id = ANY($1)`,
    [[...new Set(mails.map((mail) => mail.personId))], first],
  );
  return new Map(
    rows.map(({ id, addressConfirmed, choices, atOnce }) => [
      id,
      { addressConfirmed, choices: choicesOf(choices), atOnce: atOnce.map((at) => new Date(at)) },
    ]),
  );
}
