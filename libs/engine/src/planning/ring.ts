import { DAY_MS } from '#kernel';

/**
 * Where an id stands on a ring of 2^32 today. Of equal claims, those come first that follow the asker's own place on the ring: every asker
 * begins elsewhere, so that the same few are not chosen by all, and tomorrow the ring is another, so that equal claims take turns. The
 * same ids on the same day (UTC) give the same order on every machine (FNV-1a, mixed as in MurmurHash3).
 * @param now milliseconds
 */
export function ringPlace(id: string, now: number): number {
  let hash = 0x811c9dc5 ^ Math.floor(now / DAY_MS);
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** How far one goes on the ring from one place to another. */
export const ringSteps = (from: number, to: number): number => (to - from) >>> 0;

export const RING = 2 ** 32;

/** A place that follows from another as if by chance (the steps of Weyl's sequence, mixed as above). */
export function nextPlace(place: number): number {
  let next = (place + 0x9e3779b9) | 0;
  next = Math.imul(next ^ (next >>> 16), 0x85ebca6b);
  next = Math.imul(next ^ (next >>> 13), 0xc2b2ae35);
  return (next ^ (next >>> 16)) >>> 0;
}
