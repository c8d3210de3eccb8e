import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** A setting that cannot be used: one line that names it. The caller that starts a process prints it and exits. */
export class EnvError extends Error {}

/** Settings as they were written. */
export type Raw = Readonly<Record<string, string | undefined>>;

export function text(raw: Raw, name: string): string | null {
  const value = raw[name]?.trim();
  return value ? value : null;
}

export function folderOf(raw: Raw, name: string, folder: string): string | null {
  const value = text(raw, name);
  return value === null ? null : resolve(folder, value);
}

export function bucket(raw: Raw, name: string): string | null {
  const value = text(raw, name);
  if (value !== null && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value))
    throw new EnvError(`${name} is not a name of a bucket: 3 to 63 lower case letters, digits, dots and dashes`);
  return value;
}

export function oneOf<T extends string>(raw: Raw, name: string, allowed: readonly T[], otherwise: T): T {
  const value = text(raw, name) ?? otherwise;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new EnvError(`${name} is "${value}"; it can be ${allowed.join(', ')}`);
  return found;
}

export function port(raw: Raw, name: string, otherwise: number): number {
  const value = text(raw, name) ?? String(otherwise);
  const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(number >= 1 && number <= 65535))
    throw new EnvError(`${name} is "${value}"; it must be a port number from 1 to 65535`);
  return number;
}

export function count(raw: Raw, name: string, otherwise: number, least = 1, most = 999_999_999): number {
  const value = text(raw, name) ?? String(otherwise);
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number >= least && number <= most))
    throw new EnvError(
      `${name} is "${value}"; it must be a whole number of at least ${least}${most < 999_999_999 ? ` and at most ${most}` : ''}`,
    );
  return number;
}

export function times(raw: Raw, name: string, otherwise: string): readonly string[] {
  const value = text(raw, name) ?? otherwise;
  if (value === 'never') return [];
  const parts = value.split(',').map((part) => part.trim());
  const wrong = parts.find((part) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(part));
  if (wrong !== undefined || parts.length > 24)
    throw new EnvError(`${name} has "${wrong ?? value}"; it must be at most 24 times like 06:00,18:00, or never`);
  return parts;
}

/** Addresses may carry a password, so the wrong value itself is not repeated. */
export function address(raw: Raw, name: string, protocols: readonly string[], example: string): string | null {
  const value = text(raw, name);
  if (value === null) return null;
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new EnvError(`${name} is not an address that can be used; it looks like ${example}`);
  }
  return value;
}

export function sender(raw: Raw, name: string): string | null {
  const value = text(raw, name);
  if (value !== null && !/^[^\s@<>",]+@[^\s@<>",]+$/.test(value))
    throw new EnvError(`${name} is "${value}"; it must be an e-mail address alone, without a name`);
  return value;
}

export function networks(raw: Raw, name: string): string | null {
  const value = text(raw, name);
  for (const part of value?.split(',') ?? []) {
    const [address = '', bits] = part.trim().split('/');
    const widest = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= widest)))
      throw new EnvError(`${name} has "${part.trim()}"; it must be addresses or networks like 10.1.0.0/16`);
  }
  return value;
}

export function secret(raw: Raw, name: string, length: number): string | null {
  const value = text(raw, name);
  if (value !== null && value.length < length)
    throw new EnvError(`${name} is too short: it needs at least ${length} characters`);
  return value;
}

export function prefixed(raw: Raw, name: string, prefixes: readonly string[]): string | null {
  const value = text(raw, name);
  if (value !== null && !prefixes.some((prefix) => value.startsWith(prefix))) {
    throw new EnvError(`${name} is not a Stripe key of this kind: it starts with ${prefixes.join(' or ')}`);
  }
  return value;
}

/** A key of the test mode beside one of the live mode takes no payment. */
export function sameMode(secretKey: string | null, publishable: string | null): void {
  const isTest = (key: string): boolean => key.split('_')[1] === 'test';
  if (secretKey !== null && publishable !== null && isTest(secretKey) !== isTest(publishable))
    throw new EnvError(
      'STRIPE_PUBLISHABLE_KEY is not of the same mode as STRIPE_SECRET_KEY: both are of the test mode, or both are live',
    );
}
