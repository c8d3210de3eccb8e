import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read } from '../../../lib/api.js';
import type { Photo } from '../../../lib/api-types.js';

export type Picture = Photo & { what: 'result' | 'signature'; own: boolean };

export const usePictures = (match: string, enabled: boolean): UseQueryResult<{ items: Picture[] }> =>
  useQuery<{ items: Picture[] }>({
    queryKey: ['matches', 'pictures', match],
    enabled,
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => status === 'waiting') ? 2_000 : false),
    queryFn: ({ signal }) => read<{ items: Picture[] }>(`/matches/${encodeURIComponent(match)}/photos`, signal),
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
  return call('POST', `/matches/${encodeURIComponent(match)}/photos`, { body: form, idempotencyKey: key });
}
export const removePicture = ({ match, photo }: { match: string; photo: string }): Promise<void> =>
  call('DELETE', `/matches/${encodeURIComponent(match)}/photos/${photo}`);
