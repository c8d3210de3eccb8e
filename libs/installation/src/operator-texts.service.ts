import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  currentConsentTexts,
  newestTexts,
  PublishedTexts,
  TEXT_PURPOSES,
  type Actor,
  type NewText,
  type PublishedText,
  type TextPurpose,
} from '#identity';
import { refuseInstallation } from './installation.refusals.js';
import { missingOf, type Operator } from './operator.rules.js';
import { operatorOf } from './settings.queries.js';
import { privacyDraft, rulesDraft } from './text-drafts.rules.js';

export interface TextToEdit {
  readonly purpose: TextPurpose;
  /** Null: never published here. */
  readonly published: PublishedText | null;
  /** What an editor begins with; null: it cannot be written before the operator is known. */
  readonly draft: { readonly ru: string; readonly en: string } | null;
}

/** The operator's texts. Who answers for the data of people stands in them, so the operator comes first. */
@Injectable()
export class OperatorTexts {
  constructor(
    private readonly source: DataSource,
    private readonly texts: PublishedTexts,
  ) {}

  async list(): Promise<TextToEdit[]> {
    const [newest, consents, operator] = [
      await newestTexts(this.source),
      await currentConsentTexts(this.source),
      await this.known(),
    ];
    return TEXT_PURPOSES.map((purpose) => {
      const published = newest.find((one) => one.purpose === purpose) ?? null;
      const asked = consents.find((one) => one.purpose === purpose);
      const begun =
        purpose === 'privacy'
          ? operator && privacyDraft(operator)
          : purpose === 'rules'
            ? operator && rulesDraft(operator)
            : asked && { ru: asked.ru, en: asked.en };
      return { purpose, published, draft: published ? { ru: published.ru, en: published.en } : (begun ?? null) };
    });
  }

  /** @throws installation.operator-first, text.changed-meanwhile */
  async publish(actor: Actor, text: NewText): Promise<PublishedText> {
    if (!(await this.known())) return refuseInstallation('installation.operator-first');
    return this.texts.publish(actor, text);
  }

  private async known(): Promise<Operator | null> {
    const operator = await operatorOf(this.source);
    return missingOf(operator).length === 0 ? operator : null;
  }
}
