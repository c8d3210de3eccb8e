import { call } from '../../../lib/api.js';
import type { Photo } from '../../../lib/api-types.js';

export type PhotoOf = 'needs' | 'offers' | 'reports';
/** A report is that of a need. */
const pathOf = (of: PhotoOf, id: string): string =>
  of === 'reports' ? `/needs/${id}/report/photos` : `/${of}/${id}/photos`;
/** `mark` tells two files apart, so that a second one is not taken for a repeated first. */
export interface NewPhoto {
  of: PhotoOf;
  id: string;
  file: File;
  alt: string;
  mark: string;
}

/** JPEG, PNG, WebP or AVIF; the server makes new pictures of its pixels and keeps nothing else of the file. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/avif';

/** Photos as some phones keep them, which no server of ours opens: told before anything is sent. */
export const isPhonePicture = ({ name, type }: { name: string; type: string }): boolean =>
  /^image\/hei[cf]/.test(type) || /\.(heic|heif|hif)$/i.test(name);

export function addPhoto({ of, id, file, alt }: NewPhoto, key: string): Promise<Photo> {
  const form = new FormData();
  if (alt) form.set('alt', alt); // fields before the file: the server reads in order
  form.set('file', file);
  return call('POST', pathOf(of, id), { body: form, idempotencyKey: key });
}
export const removePhoto = ({ of, id, photo }: { of: PhotoOf; id: string; photo: string }): Promise<void> =>
  call('DELETE', `${pathOf(of, id)}/${photo}`);
/** @param ids all of them, each once, in their new order */
export const orderPhotos = ({ of, id, ids }: { of: PhotoOf; id: string; ids: string[] }): Promise<unknown> =>
  call('PUT', pathOf(of, id), { body: { ids } });
