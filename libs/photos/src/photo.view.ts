import { refusalSpec } from '#kernel';
import type { PhotoEntity } from './photo.entity.js';
import type { PhotoStatus } from './photo.rules.js';

/** A photo beside its need or offer. Width and height, in pixels, are those of the large size. */
export interface PhotoView {
  readonly id: string;
  readonly status: PhotoStatus;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Addresses of this server; null until it is ready. They never change their content. */
  readonly urls: { readonly small: string; readonly large: string } | null;
  /** False while only its own side and moderators see it. */
  readonly shown: boolean;
  /** Why it was refused, as a sentence. */
  readonly reason: string | null;
}

export function photoView(photo: PhotoEntity, locale: 'ru' | 'en'): PhotoView {
  const { id, status, alt, width, height, shownAt, reason } = photo;
  const at = (size: number): string => `/api/v1/photos/${id}/${size}.webp`;
  return {
    id,
    status,
    alt,
    width,
    height,
    urls: status === 'ready' ? { small: at(480), large: at(1600) } : null,
    shown: shownAt !== null,
    reason: reason === null ? null : refusalSpec(`photo.${reason}`)[locale],
  };
}
