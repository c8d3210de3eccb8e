import { isDay } from '#kernel';

/** Digests as a person wrote them down or downloaded them: day → 64 lower-case hex digits. */
export type Published =
  { readonly ok: true; readonly digests: ReadonlyMap<string, string> } | { readonly ok: false; readonly fault: string };

type Pair = { readonly day: unknown; readonly digest: unknown; readonly where: string };

/**
 * Reads published digests: the answer of `GET /api/v1/ledger/digests`, or lines of a day and its digest as people note them down (what
 * else stands in a line is a comment).
 */
export function readPublished(text: string): Published {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const pairs = /^[{[]/.test(trimmed) ? ofJson(trimmed) : ofLines(trimmed);
  if (pairs === null) return { ok: false, fault: 'it begins as JSON and is none' };
  const digests = new Map<string, string>();
  for (const { day, digest, where } of pairs) {
    if (typeof day !== 'string' || !isDay(day)) return { ok: false, fault: `${where} names no day such as 2026-03-10` };
    const hex = typeof digest === 'string' ? digest.toLowerCase() : '';
    if (!/^[0-9a-f]{64}$/.test(hex))
      return { ok: false, fault: `${where}: the digest of ${day} has not 64 hexadecimal digits` };
    if ((digests.get(day) ?? hex) !== hex)
      return { ok: false, fault: `${where}: ${day} stands there twice, with two digests` };
    digests.set(day, hex);
  }
  return digests.size === 0 ? { ok: false, fault: 'there is no digest in it' } : { ok: true, digests };
}

function ofJson(text: string): Pair[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const items = Array.isArray(value) ? value : ((value as { items?: unknown }).items ?? [value]);
  if (!Array.isArray(items)) return null;
  return items.map((item: { day?: unknown; digest?: unknown } | null, at) => ({
    day: item?.day,
    digest: item?.digest,
    where: `item ${at + 1}`,
  }));
}

function ofLines(text: string): Pair[] {
  return text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), where: `line ${at + 1}` }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, where }) => {
      const [day, digest] = line.split(/[\s,;:=]+/);
      return { day, digest, where };
    });
}
