import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type Picture = Schema['HandOverPhotoAnswer'];

export const usePictures = (match: string, enabled: boolean): UseQueryResult<{ items: Picture[] }> =>
  useQuery<{ items: Picture[] }>({
    queryKey: ['matches', 'pictures', match],
    enabled,
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'waiting') ? 2_000 : false),
    queryFn: ({ signal }) => api.get('/matches/{id}/photos', { path: { id: match }, signal }),
  });

export interface NewPicture {
  match: string;
  file: Blob;
  what: Picture['what'];
  alt: string;
  /** Tells two files apart, so that a second one is not taken for a repeated first. */
  mark: string;
}
export function addPicture({ match, file, what, alt }: NewPicture, key: string): Promise<Picture> {
  const form = new FormData();
  form.set('what', what); // fields before the file: the server reads in order
  if (alt) form.set('alt', alt);
  form.set('file', file, what === 'signature' ? 'signature.png' : undefined);
  return api.post('/matches/{id}/photos', { path: { id: match }, body: form, key });
}
export const removePicture = ({ match, photo }: { match: string; photo: string }): Promise<void> =>
  api.delete('/matches/{id}/photos/{photo}', { path: { id: match, photo } });
