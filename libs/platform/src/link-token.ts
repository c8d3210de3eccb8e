import { createHash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { assert } from '#kernel';
import { seal, unseal } from './sealed.js';

const PURPOSE = 'mail tokens 1';
/** 128 random bits: no text that a person wrote holds it by accident or on purpose. */
const STAND_IN = /token-[0-9a-f]{32}/g;
/** What a version before this one left in the text. */
const CLEAR =
  /(?<=\/(?:confirm-email|reset-password|confirm-email-change|undo-email-change|invitation|renew-need)#)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g;
/** What stands in place of a token wherever a mail is only read. */
const HIDDEN = '••••••';

/** Tokens of one mail by their stand-ins. */
export type MailTokens = Readonly<Record<string, string>>;

/**
 * Words of a mail that only its reader may see. As text it is only its stand-in, so nothing that a letter, a log or a row is made of holds the words themselves: they are
 * sealed beside their mail until that has left.
 */
export class SealedText {
  readonly #value: string;
  readonly #key: string;
  private readonly standIn = `token-${randomBytes(16).toString('hex')}`;

  /** @param key SESSION_SECRET  @param expiresAt after this it says nothing any more; what is sealed is erased then at the latest */
  constructor(
    key: string | null,
    value: string,
    readonly expiresAt: Date,
  ) {
    assert(key, 'a process that seals words of a mail has a SESSION_SECRET');
    this.#key = key;
    this.#value = value;
  }

  toString(): string {
    return this.standIn;
  }

  toJSON(): string {
    return this.standIn;
  }

  [inspect.custom](): string {
    return this.standIn;
  }

  /** For the row of one mail: bound to its id, it opens nowhere else. */
  static seal(mailId: string, texts: readonly SealedText[]): { readonly sealed: Buffer; readonly until: Date } | null {
    const [first] = texts;
    if (!first) return null;
    const sealed = sealTokens(mailId, Object.fromEntries(texts.map((text) => [text.standIn, text.#value])), first.#key);
    return { sealed, until: new Date(Math.max(...texts.map((text) => text.expiresAt.getTime()))) };
  }
}

/** What a link in a mail proves itself by: 256 random bits, in the database only as a hash. */
export class LinkToken extends SealedText {
  readonly hash: Buffer;

  /** @param key SESSION_SECRET  @param expiresAt when its link ends */
  constructor(key: string | null, expiresAt: Date) {
    const value = randomBytes(32).toString('base64url');
    super(key, value, expiresAt);
    this.hash = tokenHash(value);
  }
}

/** What is kept of a token: it is random enough to need no salt and no slowness. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function sealTokens(mailId: string, tokens: MailTokens, key: string): Buffer {
  return seal(JSON.stringify(tokens), key, PURPOSE, mailId);
}

/** Null when they were sealed for another mail or with another key. */
export function openTokens(mailId: string, sealed: Buffer, key: string): MailTokens | null {
  const text = unseal(sealed, key, PURPOSE, mailId);
  return text === null ? null : (JSON.parse(text) as MailTokens);
}

/** The text with its tokens in their places: for the moment of sending only. */
export function withTokens(text: string, tokens: MailTokens): string {
  return text.replaceAll(STAND_IN, (standIn) => tokens[standIn] ?? standIn);
}

/** The text as it may be read. */
export function withoutTokens(text: string): string {
  return text.replaceAll(STAND_IN, HIDDEN).replaceAll(CLEAR, HIDDEN);
}

/** The same in SQL. @param column an expression that is text */
export const withoutTokensSql = (column: string): string =>
  `regexp_replace(${column}, '${STAND_IN.source}|(?<=#)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])', '${HIDDEN}', 'g')`;

export function standInsOf(text: string): string[] {
  return [...new Set(text.match(STAND_IN) ?? [])];
}

/** Moves tokens that stand in a text into `tokens`. */
export function pickTokens(text: string): { readonly text: string; readonly tokens: MailTokens } {
  const names = new Map<string, string>();
  const nameOf = (token: string): string => {
    const name = names.get(token) ?? `token-${randomBytes(16).toString('hex')}`;
    names.set(token, name);
    return name;
  };
  const changed = text.replaceAll(CLEAR, nameOf);
  return { text: changed, tokens: Object.fromEntries([...names].map(([token, name]) => [name, token])) };
}
