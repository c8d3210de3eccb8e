import { DAY_MS } from '#kernel';
import { canonical, sha256, type Canonical } from './canonical.js';

/** One side of a transfer in the public books: a party is a random pseudonym, the others are ids of offers, needs and organizations. */
interface PublicAccount {
  readonly kind: string;
  readonly holder: string;
}

/** One line of the public books, exactly what its hash covers: no name, no free text, no actor. `at` and `sealedAt` are UTC, milliseconds. */
export interface PublicLine {
  readonly position: number;
  readonly sealedAt: string;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly phase: string;
  readonly debit: PublicAccount;
  readonly credit: PublicAccount;
  readonly amount: number;
  readonly unit: string;
  readonly item: string | null;
  readonly resolves: string | null;
  readonly mirrors: string | null;
  readonly subject: { readonly type: string; readonly id: string };
}

/** What a day closes with. `lastPosition` and `lastHash` are those of the newest line up to the end of the day, also on an empty day. */
export interface DayClose {
  readonly day: string;
  readonly transfers: number;
  readonly lastPosition: number;
  readonly lastHash: string;
  readonly previous: string;
}

/** The chain and the digests begin with 32 zero bytes. */
export const GENESIS = Buffer.alloc(32);

/** hash(n) = SHA-256(hash(n-1) as 32 bytes, then the canonical JSON of the line in UTF-8). */
export function lineHash(previous: Buffer, line: PublicLine): Buffer {
  return sha256(previous, canonical(line as unknown as Canonical));
}

/** SHA-256 of the canonical JSON of the close, which names the digest of the day before: each day vouches for all days before it. */
export function dayDigest(close: DayClose): Buffer {
  return sha256(canonical(close as unknown as Canonical));
}

/** The UTC day of an instant: "2026-12-31". */
export function utcDay(at: Date | string): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function dayAfter(day: string): string {
  return utcDay(new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS));
}

/** Sealing time never runs backwards and never falls into a day that is closed, whatever the clocks of several machines say. */
export function sealingTime(now: Date, lastSealedAt: Date | null, lastClosedDay: string | null): Date {
  const openFrom = lastClosedDay === null ? 0 : Date.parse(`${dayAfter(lastClosedDay)}T00:00:00Z`);
  return new Date(Math.max(now.getTime(), lastSealedAt?.getTime() ?? 0, openFrom));
}
