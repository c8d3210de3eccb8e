import { api } from '../../../lib/api.js';
import type { Photo } from '../../../lib/api-types.js';

export type PhotoOf = 'needs' | 'offers' | 'reports';
/** Those of a report stand in the order in which they came. */
export type OrderedPhotosOf = Exclude<PhotoOf, 'reports'>;
/** A report is that of a need. */
const pathOf = (of: PhotoOf) => (of === 'reports' ? '/needs/{id}/report/photos' : (`/${of}/{id}/photos` as const));
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
  return api.post(pathOf(of), { path: { id }, body: form, key });
}
export const removePhoto = ({ of, id, photo }: { of: PhotoOf; id: string; photo: string }): Promise<void> =>
  api.delete(`${pathOf(of)}/{photo}`, { path: { id, photo } });
/** @param ids all of them, each once, in their new order */
export const orderPhotos = ({ of, id, ids }: { of: OrderedPhotosOf; id: string; ids: string[] }): Promise<unknown> =>
  api.put(`/${of}/{id}/photos`, { path: { id }, body: { ids } });
