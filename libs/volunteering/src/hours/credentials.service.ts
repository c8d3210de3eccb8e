import assert from 'node:assert';
import { createPrivateKey, createPublicKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, SignJWT, type JWK } from 'jose';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { Clock } from '#kernel';
import { Env } from '#host';
import { refuse } from '../volunteering.refusals.js';
import { badgeOf, issuerId, issuerProfile, keyId } from './credential.rules.js';
import { HoursService, type Hours, type HoursWish } from './hours.service.js';

type Locale = 'ru' | 'en';

/** A public key as others read it. */
export interface PublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  readonly kid: string;
  readonly x: string;
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Credentials of confirmed hours (Open Badges 3.0 as a JWT), signed by this installation; anybody checks them with its public keys. */
@Injectable()
export class CredentialsService {
  private own: Promise<{ readonly key: KeyObject; readonly kid: string }> | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
    private readonly hours: HoursService,
  ) {}

  /** @throws hours.too-many, hours.none */
  async issue(
    personId: string,
    wish: HoursWish,
    locale: Locale,
  ): Promise<{ readonly hours: Hours; readonly jwt: string }> {
    const hours = await this.hours.issue(personId, wish, locale);
    if (hours.minutes === 0) refuse('hours.none');
    const [holder] = (await this.source.query('SELECT name, email FROM people WHERE id = $1', [personId])) as [
      { name: string; email: string },
    ];
    const { key, kid } = await (this.own ??= this.makeKey());
    const issuedAt = this.clock.now();
    const publicUrl = this.env.PUBLIC_URL;
    const badge = badgeOf({
      hours,
      holder,
      say: (minutes) => formatAmount(minutes, 'minute', locale, this.catalogue),
      publicUrl,
      issuedAt,
      salt: randomBytes(12).toString('base64url'),
      locale,
    });
    const jwt = await new SignJWT(badge)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: keyId(publicUrl, kid) })
      .setIssuer(issuerId(publicUrl))
      .setJti(String(badge.id))
      .setNotBefore(issuedAt)
      .sign(key);
    return { hours, jwt };
  }

  issuer(locale: Locale): Record<string, unknown> {
    return issuerProfile(this.env.PUBLIC_URL, locale);
  }

  /** All that ever signed here, the newest first. */
  async keys(): Promise<PublicKey[]> {
    const rows: { kid: string; x: string }[] = await this.source.query(
      'SELECT kid, x FROM credential_keys ORDER BY made_at DESC, kid',
    );
    return rows.map(({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid, x }));
  }

  /** @throws credential.no-such-key */
  async key(kid: string): Promise<PublicKey> {
    return (await this.keys()).find((one) => one.kid === kid) ?? refuse('credential.no-such-key');
  }

  /** The private half is made of SESSION_SECRET and kept nowhere; the public half is published before anything is signed. */
  private async makeKey(): Promise<{ key: KeyObject; kid: string }> {
    assert(this.env.SESSION_SECRET, 'the api has a SESSION_SECRET');
    const seed = Buffer.from(hkdfSync('sha256', this.env.SESSION_SECRET, '', 'lepta credentials 1', 32));
    const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
    const jwk = createPublicKey(key).export({ format: 'jwk' }) as JWK & { x: string };
    const kid = await calculateJwkThumbprint(jwk);
    await this.source.query(
      'INSERT INTO credential_keys (kid, x, made_at) VALUES ($1, $2, $3) ON CONFLICT (kid) DO NOTHING',
      [kid, jwk.x, this.clock.now()],
    );
    return { key, kid };
  }
}
