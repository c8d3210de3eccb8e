import { DAY_MS, HOUR_MS } from '#kernel';

export type PhotoStatus = 'waiting' | 'ready' | 'refused';
/** Why a photo was refused; its sentence is the refusal `photo.<reason>`. */
export type PhotoReason = 'broken' | 'too-many-pixels' | 'not-approved';

/** The longer side of each size, in pixels; a smaller picture is not blown up. */
export const PHOTO_SIZES = [480, 1600] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

export const PHOTO_LIMITS = {
  /** Of one need, offer or report, refused ones apart. */
  each: 8,
  /** Of one message. */
  eachMessage: 1,
  altMax: 300,
  /** A file of a few kilobytes can claim to be a picture of gigabytes. */
  pixelsMax: 40_000_000,
  encodingSeconds: 30,
  /** One that has waited for so long will not be encoded any more: its file was lost, or it broke the process that tried. */
  waitsForMs: 6 * HOUR_MS,
  /** How long its own side can read why a photo was refused. */
  refusedKeptMs: 30 * DAY_MS,
  /** Files that belong to nothing are removed after this time. */
  orphanAfterMs: DAY_MS,
} as const;

/** What a photo may be when it arrives; HEIC of phones is turned into JPEG by the browser. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;

export type PhotoOf =
  | { readonly needId: string }
  | { readonly offerId: string }
  | { readonly messageId: string }
  | { readonly reportId: string }
  | { readonly matchId: string };

/** How many photos there may be of one thing. */
export const roomFor = (of: PhotoOf): number => ('messageId' in of ? PHOTO_LIMITS.eachMessage : PHOTO_LIMITS.each);

export const rawKey = (photoId: string): string => `quarantine/${photoId}`;
export const photoKey = (photoId: string, size: PhotoSize): string => `photos/${photoId}/${size}.webp`;

/** The photo that a file belongs to; null where the key is none of ours. */
export function photoIdOf(key: string): string | null {
  return /^(?:quarantine|photos)\/([0-9a-f-]{36})(?:\/|$)/.exec(key)?.[1] ?? null;
}

/** Whether a file is still needed. @param photo the row that it belongs to; null: there is none */
export function isFileNeeded(key: string, photo: { readonly status: PhotoStatus } | null): boolean {
  if (!photo) return false;
  return key.startsWith('quarantine/') ? photo.status === 'waiting' : photo.status === 'ready';
}

/** The order of ids that was asked for, or null where it is not exactly those that there are. */
export function isSameSet(ids: readonly string[], wanted: readonly string[]): boolean {
  return (
    ids.length === wanted.length && new Set(wanted).size === wanted.length && wanted.every((id) => ids.includes(id))
  );
}
