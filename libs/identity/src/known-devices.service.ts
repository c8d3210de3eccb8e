import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId } from '#kernel';
import { Env } from '#host';
import type { Tx } from '#platform';
import { newDeviceMail } from './account.mails.js';
import { tellOwner } from './owner-notices.js';
import { PersonEntity } from './person.entity.js';
import { normalEmail } from './registration.rules.js';
import { newToken } from './token.js';

/** Browsers of one person that are remembered; the one unseen for longest is forgotten first. */
export const KNOWN_DEVICES_MAX = 50;
const SHAPE = /^[\w-]{43}$/;

/** Browsers from which a person has signed in before, known by a random cookie of which only a hash is kept, another one for each person. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Whether this person has signed in with this cookie before. */
  async knows(personId: string, cookie: string | undefined): Promise<boolean> {
    if (!cookie) return false;
    const rows = (await this.source.query('SELECT 1 FROM known_devices WHERE person_id = $1 AND device_hash = $2', [
      personId,
      hashOf(personId, cookie),
    ])) as unknown[];
    return rows.length > 0;
  }

  /** Whether the person who has this e-mail address, if anybody does, has signed in with this cookie before. One query in either case. */
  async knowsAddress(email: string, cookie: string | undefined): Promise<boolean> {
    if (!cookie || !SHAPE.test(cookie)) return false;
    const rows = (await this.source.query(
      `SELECT 1 FROM people p JOIN known_devices d ON d.person_id = p.id AND d.device_hash = sha256(convert_to(p.id::text || ' ' || $2, 'UTF8')) WHERE p.email = $1`,
      [normalEmail(email), cookie],
    )) as unknown[];
    return rows.length > 0;
  }

  /** Remembers where a person signed in, and tells them by mail when it is a device that was not seen before (the very first apart). Returns the cookie to keep. */
  async signedIn(personId: string, cookie: string | undefined, device: string | null): Promise<string> {
    const now = this.clock.now();
    const kept = cookie && SHAPE.test(cookie) ? cookie : newToken();
    await this.source.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]); // two sign-ins at once: one after the other
      const [seen] = (await tx.query(
        'SELECT count(*) AS devices, count(*) FILTER (WHERE device_hash = $2) AS known FROM known_devices WHERE person_id = $1',
        [personId, hashOf(personId, kept)],
      )) as [{ devices: number; known: number }];
      await tx.query(
        `INSERT INTO known_devices (person_id, device_hash, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $3) ON CONFLICT (person_id, device_hash) DO UPDATE SET last_seen_at = $3`,
        [personId, hashOf(personId, kept), now],
      );
      if (seen.known > 0) return;
      await tx.query(
        `DELETE FROM known_devices WHERE person_id = $1 AND device_hash IN
           (SELECT device_hash FROM known_devices WHERE person_id = $1 ORDER BY last_seen_at DESC, device_hash OFFSET ${KNOWN_DEVICES_MAX})`,
        [personId],
      );
      if (seen.devices === 0) return;
      const { locale } = await tx.findOneByOrFail(PersonEntity, { id: personId });
      const when = { at: now, timeZone: await regionTimeZone(tx) };
      await tellOwner(tx, { id: newId(), personId, locale }, (language) =>
        newDeviceMail(language, this.env.PUBLIC_URL, device, when),
      );
    });
    return kept;
  }
}

async function regionTimeZone(tx: Tx): Promise<string> {
  const [region] = (await tx.query(
    `SELECT time_zone AS zone FROM places WHERE kind = 'region' AND retired_at IS NULL ORDER BY position LIMIT 1`,
  )) as { zone: string }[];
  return region?.zone ?? 'UTC';
}

function hashOf(personId: string, cookie: string): Buffer {
  return createHash('sha256').update(`${personId} ${cookie}`).digest();
}
