import { createHash } from 'node:crypto';

/** What the public books may consist of: no floats, no undefined, no dates. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical };

/**
 * Canonical JSON (the part of RFC 8785 that integers and strings need): keys sorted, no white space, UTF-8. The same content is the same
 * bytes in every language, so anybody can compute the hashes again.
 */
export function canonical(value: Canonical): string {
  if (Array.isArray(value)) return `[${value.map((part) => canonical(part as Canonical)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Record<string, Canonical>).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error(`Not an exact integer: ${value}`);
  return JSON.stringify(value);
}

export function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
