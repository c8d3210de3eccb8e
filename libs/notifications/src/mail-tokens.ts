import { withoutTokens, withTokens, type MailTokens } from '#platform';
import type { MailParts, StoredMail } from './letter.rules.js';

/** The mail with the tokens of its links, for the moment of sending. */
export function openedMail<T extends StoredMail>(mail: T, tokens: MailTokens): T {
  return inTexts(mail, (text) => withTokens(text, tokens));
}

/** The mail as it may be read. */
export function hiddenMail<T extends StoredMail>(mail: T): T {
  return inTexts(mail, withoutTokens);
}

function inTexts<T extends StoredMail>(mail: T, change: (text: string) => string): T {
  return {
    ...mail,
    subject: change(mail.subject),
    body: change(mail.body),
    parts: mail.parts && (inValues(mail.parts, change) as MailParts),
  };
}

/** The same with every text in it changed. */
function inValues(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => inValues(one, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inValues(one, change)]));
}
