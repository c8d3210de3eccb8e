import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Clock, HOUR_MS, newId } from '#kernel';
import { audit } from '#platform';
import type { Actor } from './actor.rules.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { confirmedOnly } from './confirmed.js';
import { actorOfKey } from './identity.queries.js';
import { refuseIdentity } from './identity.refusals.js';

export const API_KEYS_MAX = 20;
const PREFIX = 'lepta_';
const SHAPE = /^lepta_[A-Za-z0-9_-]{43}$/;

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a key. The key itself is in this answer and nowhere else.
   * @param how.secondFactor whether the session in which it is made has passed one
   * @param how.known the id that it is to have: where it is there already (a request run again after a crash) nothing is done and the secret is gone
   */
  async create(
    actor: Actor,
    name: string,
    how: { secondFactor?: boolean; known?: string | undefined } = {},
  ): Promise<{ key: ApiKeyEntity; secret: string | null }> {
    if (actor.via !== 'web') refuseIdentity('identity.not-with-a-key'); // a stolen key must not make more of itself
    confirmedOnly(actor);
    const secret = PREFIX + randomBytes(32).toString('base64url');
    return this.source.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [actor.personId]);
      const made =
        how.known === undefined ? null : await tx.findOneBy(ApiKeyEntity, { id: how.known, personId: actor.personId });
      if (made) return { key: made, secret: null };
      const count = await tx.countBy(ApiKeyEntity, { personId: actor.personId, revokedAt: IsNull() });
      if (count >= API_KEYS_MAX) refuseIdentity('identity.too-many-keys', { max: API_KEYS_MAX });
      const key = await tx.save(
        tx.create(ApiKeyEntity, {
          id: how.known ?? newId(),
          personId: actor.personId,
          name,
          prefix: secret.slice(0, PREFIX.length + 6),
          secretHash: sha256(secret),
          secondFactor: how.secondFactor ?? false,
          createdAt: this.clock.now(),
          lastUsedAt: null,
          revokedAt: null,
        }),
      );
      await audit(tx, {
        personId: actor.personId,
        action: 'identity.key-created',
        subjectType: 'api-key',
        subjectId: key.id,
      });
      return { key, secret };
    });
  }

  /** The keys that are valid, newest first. */
  list(actor: Actor): Promise<ApiKeyEntity[]> {
    return this.source.manager.find(ApiKeyEntity, {
      where: { personId: actor.personId, revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    if (actor.via !== 'web') refuseIdentity('identity.not-with-a-key');
    await this.source.transaction(async (tx) => {
      const changed = await tx.update(
        ApiKeyEntity,
        { id, personId: actor.personId, revokedAt: IsNull() },
        { revokedAt: this.clock.now() },
      );
      if (!changed.affected) refuseIdentity('identity.key-not-found');
      await audit(tx, {
        personId: actor.personId,
        action: 'identity.key-revoked',
        subjectType: 'api-key',
        subjectId: id,
      });
    });
  }

  /** As whom a key acts; null when it is unknown or revoked. Its last use is kept to the hour, so that reads stay reads. */
  async actorOf(secret: string): Promise<{ actor: Actor; keyId: string; secondFactor: boolean } | null> {
    if (!SHAPE.test(secret)) return null;
    const now = this.clock.now();
    const found = await actorOfKey(this.source, sha256(secret), now);
    if (!found) return null;
    if (now.getTime() - (found.lastUsedAt?.getTime() ?? 0) > HOUR_MS) {
      await this.source.query('UPDATE api_keys SET last_used_at = $2 WHERE id = $1', [found.keyId, now]);
    }
    return found;
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
