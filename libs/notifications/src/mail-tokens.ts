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

/** Tokens and their stand-ins need no escape in JSON, so its parts are changed as one text. */
function inTexts<T extends StoredMail>(mail: T, change: (text: string) => string): T {
  return { ...mail, subject: change(mail.subject), body: change(mail.body), parts: mail.parts && (JSON.parse(change(JSON.stringify(mail.parts))) as MailParts) };
}
