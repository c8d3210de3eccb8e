import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, refuseForm } from '#kernel';
import type { Tx } from '#platform';
import type { Actor, Locale } from './actor.rules.js';
import { ConsentEntity } from './consent.entity.js';
import { consentHash, consentText, currentConsentTexts, type ConsentText } from './consent-texts.js';
import { refuseIdentity } from './identity.refusals.js';
import { consentsToAsk } from './texts.rules.js';

export interface NewConsent {
  readonly personId: string;
  readonly purpose: string;
  readonly version: string;
  /** The language in which the text was shown. */
  readonly locale: Locale;
  readonly at: Date;
}

/** Writes a consent down. One that stands already, to the same text, stays as it is. */
export async function giveConsent(tx: Tx, consent: NewConsent): Promise<ConsentEntity> {
  const text = await consentText(tx, consent.purpose, consent.version);
  if (!text) return refuseIdentity('identity.unknown-consent');
  const [known] = await tx.query<{ id: string }[]>(
    'SELECT id FROM consents WHERE person_id = $1 AND purpose = $2 AND text_version = $3 AND withdrawn_at IS NULL',
    [consent.personId, consent.purpose, consent.version],
  );
  if (known) return tx.findOneByOrFail(ConsentEntity, { id: known.id });
  return tx.save(
    tx.create(ConsentEntity, {
      id: newId(),
      personId: consent.personId,
      purpose: consent.purpose,
      textVersion: consent.version,
      textHash: consentHash(text, consent.locale),
      givenAt: consent.at,
      withdrawnAt: null,
    }),
  );
}

@Injectable()
export class ConsentsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What forms ask consent to, in its present wording. */
  current(): Promise<ConsentText[]> {
    return currentConsentTexts(this.source);
  }

  /** What the law requires and this person has not agreed to in its present wording: they are asked when they sign in. */
  async asked(personId: string): Promise<{ purpose: string; version: string }[]> {
    const given: { purpose: string; version: string }[] = await this.source.query(
      'SELECT purpose, text_version AS version FROM consents WHERE person_id = $1 AND withdrawn_at IS NULL',
      [personId],
    );
    return consentsToAsk(await this.current(), given);
  }

  /** Everything this person agreed to, newest first, withdrawn ones too. */
  list(personId: string): Promise<ConsentEntity[]> {
    return this.source.manager.find(ConsentEntity, {
      where: { personId },
      order: { givenAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  async give(actor: Actor, consent: { purpose: string; version: string; locale: Locale }): Promise<ConsentEntity> {
    if (!(await consentText(this.source, consent.purpose, consent.version)))
      refuseForm([{ field: 'version', code: 'identity.unknown-consent' }]);
    return this.source.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [actor.personId]); // twice at once is once
      return giveConsent(tx, { ...consent, personId: actor.personId, at: this.clock.now() });
    });
  }

  /** Takes a consent back. The record stays, with the time. A second time changes nothing. */
  async withdraw(actor: Actor, id: string): Promise<ConsentEntity> {
    return this.source.transaction(async (tx) => {
      const consent = await tx.findOne(ConsentEntity, {
        where: { id, personId: actor.personId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!consent) return refuseIdentity('identity.consent-not-found');
      if (consent.withdrawnAt) return consent;
      consent.withdrawnAt = this.clock.now();
      return tx.save(consent);
    });
  }
}
