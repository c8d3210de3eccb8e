import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Photo, Schema, Talk } from '../../../lib/api-types.js';
import { usePollMs } from '../../../lib/live-line.js';

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
  const page = (cursor?: string): Promise<Talk> =>
    api.get('/matches/{id}/messages', { path: { id: match }, query: { limit: 200, cursor }, signal });
  let talk = await page();
  while (talk.nextCursor) {
    const more = await page(talk.nextCursor);
    talk = { ...more, items: [...talk.items, ...more.items] };
  }
  return talk;
}

export const sendMessage = ({ match, text }: { match: string; text: string }, key: string): Promise<{ id: string }> =>
  api.post('/matches/{id}/messages', { path: { id: match }, body: { text }, key });

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
  return api.post('/matches/{id}/messages/{message}/photo', { path: { id: match, message }, body: form, key });
}

export const readMessages = (match: string, until: string): Promise<void> =>
  api.post('/matches/{id}/messages/read', { path: { id: match }, body: { until } });
export const reportMessage = (
  { match, message, ...body }: { match: string; message: string } & Schema['ReportMessageDto'],
  key: string,
): Promise<void> => api.post('/matches/{id}/messages/{message}/report', { path: { id: match, message }, body, key });
