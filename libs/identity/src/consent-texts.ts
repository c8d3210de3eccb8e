import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { newestTexts, publishedText } from './texts.queries.js';
import { CONSENT_PURPOSES } from './texts.rules.js';

export interface ConsentText {
  readonly purpose: 'personal-data' | 'news';
  readonly version: string;
  readonly ru: string;
  readonly en: string;
}

/** What is asked until the operator has published a wording of their own. A text is never changed: a new wording gets a new version. */
const ORIGINAL: readonly ConsentText[] = [
  {
    purpose: 'personal-data',
    version: '2026-01',
    ru: 'Я соглашаюсь, чтобы мои имя, адрес почты и сведения о моих вкладах, нуждах и сменах хранились и использовались для работы этого сервиса: чтобы подбирать помощь, связывать стороны и вести книгу вкладов. Посторонним они не показываются. Согласие можно отозвать в своём кабинете.',
    en: 'I agree that my name, my e-mail address and what I give, ask for and work are kept and used to run this service: to match help, to bring the two sides together and to keep the book of gifts. They are not shown to others. I can withdraw this in my account.',
  },
  {
    purpose: 'news',
    version: '2026-01',
    ru: 'Я хочу получать письма о том, что стало с помощью и где она нужна. Отказаться можно в своём кабинете.',
    en: 'I want letters about what became of help and where it is needed. I can stop them in my account.',
  },
];

/** A text that forms ask or have asked consent to; undefined where there never was one. */
export async function consentText(
  db: Tx | DataSource,
  purpose: string,
  version: string,
): Promise<ConsentText | undefined> {
  const original = ORIGINAL.find((text) => text.purpose === purpose && text.version === version);
  if (original || !(CONSENT_PURPOSES as readonly string[]).includes(purpose)) return original;
  return ((await publishedText(db, purpose, version)) as ConsentText | null) ?? undefined;
}

/** The newest text of each purpose: what a form shows. */
export async function currentConsentTexts(db: Tx | DataSource): Promise<ConsentText[]> {
  const newest = await newestTexts(db);
  return ORIGINAL.map(
    (text) => (newest.find(({ purpose }) => purpose === text.purpose) as ConsentText | undefined) ?? text,
  );
}

export function consentHash(text: ConsentText, locale: 'ru' | 'en'): Buffer {
  return createHash('sha256').update(text[locale]).digest();
}
