import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, refuseForm, type Locale } from '#kernel';
import { audit } from '#platform';
import type { Actor } from './actor.rules.js';
import { refuseIdentity } from './identity.refusals.js';
import { newestTexts, publishedText, type PublishedText } from './texts.queries.js';
import { nextVersion, type TextPurpose } from './texts.rules.js';

export interface NewText {
  readonly purpose: TextPurpose;
  readonly ru: string;
  readonly en: string;
  /** The version that the person who writes has seen as the newest; null: none was published. */
  readonly basedOn: string | null;
}

/** Texts of the operator with their versions. One that is published stays as it is: who agreed to it must be able to read it. */
@Injectable()
export class PublishedTexts {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  newest(): Promise<PublishedText[]> {
    return newestTexts(this.source);
  }

  /** A text as it was published, the newest without a version. @throws text.not-published */
  async read(purpose: TextPurpose, version: string | null): Promise<PublishedText> {
    const found =
      version === null
        ? (await this.newest()).find((one) => one.purpose === purpose)
        : await publishedText(this.source, purpose, version);
    return found ?? refuseIdentity('text.not-published');
  }

  /** @throws text.changed-meanwhile  where a person has published another one since `basedOn` */
  async publish(actor: Actor, text: NewText): Promise<PublishedText> {
    refuseForm(
      (['ru', 'en'] as const)
        .filter((locale) => text[locale].trim() === '')
        .map((field) => ({ field, code: 'form.required' })),
    );
    return this.source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(738205, 2)'); // two at once: the second one has not seen the first
      const now = this.clock.now();
      const { purpose, basedOn } = text;
      const there = (await tx.query(
        'SELECT version FROM published_texts WHERE purpose = $1 ORDER BY published_at DESC, version DESC',
        [purpose],
      )) as { version: string }[];
      if ((there[0]?.version ?? null) !== basedOn) return refuseIdentity('text.changed-meanwhile');
      const version = nextVersion(
        now.toISOString().slice(0, 10),
        there.map((one) => one.version),
      );
      const [ru, en] = (['ru', 'en'] as const satisfies readonly Locale[]).map((locale) => text[locale].trim());
      await tx.query(
        'INSERT INTO published_texts (purpose, version, ru, en, published_at, published_by) VALUES ($1, $2, $3, $4, $5, $6)',
        [purpose, version, ru, en, now, actor.personId],
      );
      await audit(tx, {
        personId: actor.personId,
        action: 'text.published',
        subjectType: 'text',
        subjectId: purpose,
        data: { version },
      });
      return { purpose, version, ru: ru ?? '', en: en ?? '', publishedAt: now };
    });
  }
}
