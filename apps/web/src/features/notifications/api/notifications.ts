import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export type Told = Schema['NotificationAnswer'];
export type Choices = Schema['ChoicesAnswer'];
export type MailKind = keyof Choices['kinds'];
export type Choice = Choices['kinds'][MailKind];
export type Unsubscription = Schema['UnsubscriptionAnswer'];

/** All, or what has not been read; further pages follow the ones that are there. */
export const useTold = (unread: boolean): Pages<Told> =>
  useInfiniteQuery(
    pagesOf<Told>(['notifications', 'list', unread], (cursor, signal) =>
      api.get('/notifications', { query: { limit: 30, cursor, unread: unread || undefined }, signal }),
    ),
  );
/** Counted up to 100. */
export const useUnread = (enabled: boolean): UseQueryResult<number> =>
  useQuery({
    queryKey: ['notifications', 'unread'],
    enabled,
    queryFn: ({ signal }) => api.get('/notifications/unread-count', { signal }).then((answer) => answer.unread),
  });
export const useChoices = (): UseQueryResult<Choices> =>
  useQuery({ queryKey: ['mail-choices'], queryFn: ({ signal }) => api.get('/me/notifications', { signal }) });

export const readOne = (id: string, key: string): Promise<void> =>
  api.post('/notifications/{id}/read', { path: { id }, key });
export const readAll = (_: undefined, key: string): Promise<void> => api.post('/notifications/read-all', { key });
/** Of what is offered for each. */
export const choose = (kinds: Partial<Record<MailKind, Choice>>): Promise<Choices> =>
  api.patch('/me/notifications', { body: { kinds: kinds as Schema['KindsDto'] } });

export const useUnsubscription = (token: string): UseQueryResult<Unsubscription> =>
  useQuery({
    queryKey: ['unsubscribe', token],
    enabled: token !== '',
    retry: false,
    queryFn: ({ signal }) => api.get('/unsubscribe/{token}', { path: { token }, signal }),
  });
export const unsubscribe = (token: string, key: string): Promise<Unsubscription> =>
  api.post('/unsubscribe/{token}', { path: { token }, key });
export const subscribe = (token: string): Promise<Unsubscription> =>
  api.delete('/unsubscribe/{token}', { path: { token } });
