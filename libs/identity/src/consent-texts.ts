import { createHash } from 'node:crypto';

export interface ConsentText {
  readonly purpose: 'personal-data' | 'news';
  readonly version: string;
  readonly ru: string;
  readonly en: string;
}

/** Every text that was ever shown, newest last. A text is never changed: a new wording gets a new version. */
export const consentTexts: readonly ConsentText[] = [
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

export function consentText(purpose: string, version: string): ConsentText | undefined {
  return consentTexts.find((text) => text.purpose === purpose && text.version === version);
}

/** The newest text of each purpose: what a form shows. */
export function currentConsentTexts(): ConsentText[] {
  return [...new Map(consentTexts.map((text) => [text.purpose, text])).values()];
}

export function consentHash(text: ConsentText, locale: 'ru' | 'en'): Buffer {
  return createHash('sha256').update(text[locale]).digest();
}
