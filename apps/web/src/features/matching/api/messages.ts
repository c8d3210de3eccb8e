import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Photo, Talk } from '../../../lib/api-types.js';
import { usePollMs } from '../../../lib/live-line.js';

const path = (match: string): string => `/matches/${encodeURIComponent(match)}/messages`;

/** All messages of a match, oldest first. @param live whether the page asks again by itself */
export function useTalk(
  match: string,
  { enabled = true, live = true }: { enabled?: boolean; live?: boolean } = {},
): UseQueryResult<Talk> {
  const pollMs = usePollMs();
  return useQuery({
    queryKey: ['matches', 'messages', match],
    enabled,
    refetchInterval: live ? pollMs : false,
    queryFn: ({ signal }) => wholeTalk(match, signal),
  });
}

async function wholeTalk(match: string, signal: AbortSignal): Promise<Talk> {
  let talk = await read<Talk>(`${path(match)}?limit=200`, signal);
  while (talk.nextCursor) {
    const more = await read<Talk>(`${path(match)}${query({ limit: 200, cursor: talk.nextCursor })}`, signal);
    talk = { ...more, items: [...talk.items, ...more.items] };
  }
  return talk;
}

export const sendMessage = ({ match, text }: { match: string; text: string }, key: string): Promise<{ id: string }> =>
  post(path(match), { text }, key);

/** `mark` tells two files apart, so that a second one is not taken for a repeated first. */
export interface MessagePhoto {
  match: string;
  message: string;
  file: File;
  mark: string;
}
export function addMessagePhoto({ match, message, file }: MessagePhoto, key: string): Promise<Photo> {
  const form = new FormData();
  form.set('file', file);
  return call('POST', `${path(match)}/${message}/photo`, { body: form, idempotencyKey: key });
}

export const readMessages = (match: string, until: string): Promise<void> => post(`${path(match)}/read`, { until });
export const reportMessage = (
  { match, message, reason }: { match: string; message: string; reason: string },
  key: string,
): Promise<void> => post(`${path(match)}/${message}/report`, { reason }, key);
