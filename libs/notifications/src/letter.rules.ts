import { pageAddress } from '#kernel';
import type { MailKind, MailPicture } from '#platform';
import { canBeOff, KINDS } from './kinds.rules.js';
import type { Locale } from './mail-texts.rules.js';

interface SectionItem {
  readonly text: string;
  /** A path of the web or an address. */
  readonly url?: string;
}

/** Part of a summary: one kind with what it tells. */
export interface Section {
  readonly title: string;
  readonly items: readonly SectionItem[];
}

/** What the outbox keeps of a mail beside its body. */
export interface MailParts {
  readonly preheader?: string;
  readonly action?: { readonly url: string; readonly label: string };
  readonly sections?: readonly Section[];
  readonly calendar?: { readonly method: 'PUBLISH' | 'CANCEL'; readonly text: string };
  readonly pictures?: readonly MailPicture[];
}

export interface StoredMail {
  readonly kind: MailKind;
  readonly locale: Locale;
  readonly subject: string;
  readonly body: string;
  readonly parts: MailParts | null;
}

/** Everything that the layout shows, ready: addresses are whole, nothing is left to decide. */
export interface LetterContent {
  readonly locale: Locale;
  readonly subject: string;
  readonly preheader: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly items: readonly { readonly text: string; readonly url: string | null }[];
  }[];
  /** Inline pictures, each under the name that the mail gives it. */
  readonly pictures: readonly { readonly cid: string; readonly alt: string }[];
  readonly action: { readonly url: string; readonly label: string } | null;
  readonly footer: {
    readonly why: string;
    readonly settings: { readonly url: string; readonly label: string };
    readonly unsubscribe: { readonly url: string; readonly label: string } | null;
  };
}

const SUBJECT_MAX = 200;
const PREHEADER_MAX = 140;
const ADDRESS_ALONE = /^https?:\/\/\S+$/;

const WORDS = {
  open: { ru: 'Открыть', en: 'Open' },
  settings: { ru: 'Какие письма получать', en: 'Which mails to get' },
  unsubscribe: { ru: 'Больше не присылать таких писем', en: 'Send no more mails like this' },
  always: {
    ru: 'Такие письма приходят всегда: они защищают вашу учётную запись.',
    en: 'Mails like this are always sent: they keep your account safe.',
  },
  why: {
    ru: (about: string) => `Вы получаете письма ${about}, потому что у вас есть учётная запись Лепты.`,
    en: (about: string) => `You get mails ${about} because you have an account at Lepta.`,
  },
} as const;

/** @param publicUrl without a slash at its end  @param unsubscribeUrl null: where there is none (without a key, for the outbox page) */
export function letterContent(mail: StoredMail, publicUrl: string, unsubscribeUrl: string | null): LetterContent {
  const { locale, kind } = mail;
  const blocks = blocksOf(mail.body);
  const action = actionOf(mail);
  const paragraphs = blocks.filter((block) => block !== action?.url);
  const whole = (url: string): string => wholeAddress(url, publicUrl, locale);
  return {
    locale,
    subject: oneLine(mail.subject).slice(0, SUBJECT_MAX),
    preheader: oneLine(mail.parts?.preheader ?? paragraphs.find((text) => text.length > 20) ?? '').slice(
      0,
      PREHEADER_MAX,
    ),
    paragraphs,
    sections: (mail.parts?.sections ?? []).map(({ title, items }) => ({
      title,
      items: items.map(({ text, url }) => ({ text, url: url === undefined ? null : whole(url) })),
    })),
    pictures: (mail.parts?.pictures ?? []).map(({ alt }, at) => ({ cid: pictureId(at), alt })),
    action: action && { url: whole(action.url), label: action.label },
    footer: {
      why: canBeOff(kind) ? WORDS.why[locale](KINDS[kind][locale]) : WORDS.always[locale],
      settings: { url: whole('/me/notifications'), label: WORDS.settings[locale] },
      unsubscribe:
        unsubscribeUrl === null || !canBeOff(kind) ? null : { url: unsubscribeUrl, label: WORDS.unsubscribe[locale] },
    },
  };
}

/** How the mail names its pictures, by their place. */
export const pictureId = (at: number): string => `picture-${at + 1}`;

/** Where a mail leads: its action, else the address that stands alone in its body. */
export function actionOf(
  mail: Pick<StoredMail, 'body' | 'parts' | 'locale'>,
): { readonly url: string; readonly label: string } | null {
  if (mail.parts?.action) return mail.parts.action;
  const url = blocksOf(mail.body).find((block) => ADDRESS_ALONE.test(block));
  return url === undefined ? null : { url, label: WORDS.open[mail.locale] };
}

function blocksOf(body: string): string[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

/** Without the footer: what administrators read in the outbox. */
export function plainBody(content: Pick<LetterContent, 'paragraphs' | 'sections' | 'action'>): string {
  const sections = content.sections.map(({ title, items }) =>
    [title, ...items.map(({ text, url }) => (url === null ? `• ${text}` : `• ${text}\n  ${url}`))].join('\n'),
  );
  return [
    ...content.paragraphs,
    ...sections,
    ...(content.action ? [`${content.action.label}:\n${content.action.url}`] : []),
  ].join('\n\n');
}

export function plainText(content: LetterContent): string {
  const { why, settings, unsubscribe } = content.footer;
  const links = [settings, ...(unsubscribe ? [unsubscribe] : [])].map(({ label, url }) => `${label}: ${url}`);
  return `${plainBody(content)}\n\n-- \n${[why, ...links].join('\n')}\n`;
}

/** Only addresses that a mail may lead to: ours, and http(s) as they are. */
function wholeAddress(url: string, publicUrl: string, locale: Locale): string {
  if (/^https?:\/\//i.test(url)) return url;
  return pageAddress(publicUrl, locale, url.startsWith('/') ? url : '');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, (gap) => (gap.includes('\u00a0') ? '\u00a0' : ' ')).trim();
}
