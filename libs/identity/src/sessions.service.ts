import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audit } from '#platform';
import { endSessions } from './access.queries.js';
import { refuseAccount } from './account.refusals.js';
import type { Actor } from './actor.rules.js';
import { newToken } from './token.js';

export interface SessionRow {
  /** Derived from the session's own id, which is a secret. */
  readonly id: string;
  readonly device: string | null;
  readonly signedInAt: Date;
  /** To the day, on the clock of the region. */
  readonly lastSeen: string;
  readonly current: boolean;
}

// One-way and unguessable, as the session's id is 32 random bytes. Version 8 of RFC 9562: an id made in a way of one's own.
const PUBLIC_ID = `overlay(overlay(left(encode(sha256(convert_to(sid, 'UTF8')), 'hex'), 32) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid`;

/** Where the person is signed in. Rows are written by the session plugin; this only reads, marks and ends them. */
@Injectable()
export class SessionsService {
  constructor(private readonly source: DataSource) {}

  /** The newest 200. @param sid of the session that asks @param timeZone in which a day is a day */
  async list(personId: string, sid: string, timeZone: string): Promise<SessionRow[]> {
    const rows = (await this.source.query(
      `SELECT ${PUBLIC_ID} AS id, sess ->> 'device' AS device, (sess ->> 'signedInAt')::bigint AS "signedInAt",
         to_char(to_timestamp((sess ->> 'renewedAt')::bigint / 1000.0) AT TIME ZONE $3, 'YYYY-MM-DD') AS "lastSeen", sid = $2 AS current
       FROM sessions WHERE sess ->> 'personId' = $1 AND expire > now() ORDER BY sid = $2 DESC, (sess ->> 'renewedAt')::bigint DESC, sid LIMIT 200`,
      [personId, sid, timeZone],
    )) as (Omit<SessionRow, 'signedInAt'> & { signedInAt: number })[];
    return rows.map((row) => ({ ...row, signedInAt: new Date(row.signedInAt) }));
  }

  /** Ends one. Returns the secret id, by which its event streams are known. */
  async end(actor: Actor, id: string): Promise<string> {
    const [rows] = (await this.source.query(
      `DELETE FROM sessions WHERE sess ->> 'personId' = $1 AND ${PUBLIC_ID} = $2 RETURNING sid`,
      [actor.personId, id],
    )) as [{ sid: string }[], number];
    const [row] = rows;
    if (!row) return refuseAccount('identity.session-not-found');
    return row.sid;
  }

  /** Ends all but one. Returns their secret ids. */
  endOthers(actor: Actor, sid: string): Promise<string[]> {
    return this.source.transaction(async (tx) => {
      const ended = await endSessions(tx, actor.personId, sid);
      await audit(tx, {
        personId: actor.personId,
        action: 'identity.sessions-ended',
        subjectType: 'person',
        subjectId: actor.personId,
        data: { count: ended.length },
      });
      return ended;
    });
  }

  /** Gives a session a new id, and writes down that it has passed a second factor if it has. An UPDATE: one that has ended meanwhile does not come back. */
  async renew(sid: string, secondFactorAt: Date | null): Promise<{ sid: string; expires: Date } | null> {
    const passed = secondFactorAt === null ? {} : { secondFactorAt: secondFactorAt.getTime() };
    const [rows] = (await this.source.query(
      `UPDATE sessions SET sid = $2, sess = (sess::jsonb || $3::jsonb)::json WHERE sid = $1 AND sess ->> 'personId' IS NOT NULL RETURNING sid, expire AS expires`,
      [sid, newToken(), JSON.stringify(passed)],
    )) as [{ sid: string; expires: Date }[], number];
    return rows[0] ?? null;
  }
}
