/**
 * The check of one published day, with nothing but the lines and SHA-256: the same as `lepta verify-ledger --export`, and written apart from it, so that
 * the page and the command do not share a mistake. The format stands in docs/how-to/check-the-published-books.md.
 */
export interface Published {
  day: string;
  digest: string;
}
/** What does not fit; `line` counts from 1 in the file. */
export interface Fault {
  code:
    | 'not-json'
    | 'order'
    | 'position'
    | 'not-of-the-day'
    | 'hash'
    | 'count'
    | 'chain'
    | 'digest'
    | 'published'
    | 'day-before'
    | 'cut-off';
  line: number;
}
export interface DayVerdict {
  transfers: number;
  /** As it was computed from the lines; null where the file has no end. */
  digest: string | null;
  previousDigest: string | null;
  /** Whether the digest of the day before was there to compare. */
  comparedBefore: boolean;
  faults: Fault[];
}

type Line = Record<string, unknown>;
const ZERO = '0'.repeat(64);
const SHOWN_FAULTS = 20;
const encoder = new TextEncoder();

/** Keys sorted, no white space, integers only: the same content is the same bytes everywhere. Throws where a number is no exact integer. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error(`Not an exact integer: ${value}`);
  return JSON.stringify(value);
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (text: unknown): Uint8Array<ArrayBuffer> =>
  typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
    : new Uint8Array(0);

async function sha256(before: Uint8Array<ArrayBuffer>, text: string): Promise<string> {
  const content = encoder.encode(text);
  const all = new Uint8Array(before.length + content.length);
  all.set(before);
  all.set(content, before.length);
  return hex(await crypto.subtle.digest('SHA-256', all));
}

const objectOf = (text: string): Line | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : null;
  } catch {
    return null;
  }
};

/** Empty where the line has no canonical form: then no hash fits it. */
const hashOf = (previous: unknown, content: Line): Promise<string> => {
  try {
    return sha256(bytesOf(previous), canonical(content));
  } catch {
    return Promise.resolve('');
  }
};

/** @param published the digest of the day and, where it is known, of the day before, as the site publishes them or as a person wrote them down */
export async function checkDay(
  text: string,
  published: Published,
  before: Published | null,
  onProgress?: (lines: number) => void,
): Promise<DayVerdict> {
  const faults: Fault[] = [];
  const fault = (code: Fault['code'], line: number): void =>
    void (faults.length < SHOWN_FAULTS && faults.push({ code, line }));
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first = '', ...rest] = lines;
  const head = objectOf(first);
  if (!head || head.type !== 'day' || head.day !== published.day)
    return {
      transfers: 0,
      digest: null,
      previousDigest: null,
      comparedBefore: false,
      faults: [{ code: 'order', line: 1 }],
    };
  let hash: unknown = head.previousHash;
  let position = Number(head.firstPosition) - 1;
  let transfers = 0;
  let digest: string | null = null;
  if (head.firstPosition === 1 && hash !== ZERO) fault('chain', 1);
  if (before && head.previousDigest !== before.digest) fault('day-before', 1);
  for (const [at, written] of rest.entries()) {
    const number = at + 2;
    const line = objectOf(written);
    if (!line) fault('not-json', number);
    else if (digest !== null || (line.type !== 'transfer' && line.type !== 'close')) fault('order', number);
    else if (line.type === 'transfer') {
      const { type: _, hash: claimed, ...content } = line;
      if (content.position !== position + 1) fault('position', number);
      if (typeof content.sealedAt !== 'string' || !content.sealedAt.startsWith(`${published.day}T`))
        fault('not-of-the-day', number);
      if (claimed !== (await hashOf(hash, content))) fault('hash', number);
      [hash, position, transfers] = [claimed, Number(content.position), transfers + 1]; // on from what the file claims: one changed line is one fault
      if (transfers % 500 === 0) onProgress?.(transfers);
    } else {
      if (line.transfers !== transfers || line.lastPosition !== position) fault('count', number);
      digest = await hashOf('', {
        day: published.day,
        transfers,
        lastPosition: position,
        lastHash: String(hash),
        previous: String(head.previousDigest),
      });
      if (line.digest !== digest) fault('digest', number);
      if (published.digest !== digest) fault('published', number);
    }
  }
  if (digest === null) fault('cut-off', lines.length);
  return { transfers, digest, previousDigest: String(head.previousDigest), comparedBefore: before !== null, faults };
}
