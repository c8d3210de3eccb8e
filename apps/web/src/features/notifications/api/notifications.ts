import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export interface Told {
  id: string;
  kind: string;
  path: string;
  text: string;
  createdAt: string;
  readAt: string | null;
}
export type Choice = 'at-once' | 'digest' | 'off';
export interface Choices {
  kinds: Record<string, Choice>;
  choices: Record<string, Choice[]>;
}
export interface Unsubscription {
  kind: string;
  subscribed: boolean;
  about: string;
}

/** All, or what has not been read; further pages follow the ones that are there. */
export const useTold = (unread: boolean): Pages<Told> =>
  useInfiniteQuery(
    pagesOf<Told>(
      ['notifications', 'list', unread],
      (cursor) => `/notifications${query({ limit: 30, cursor, unread: unread ? 'true' : undefined })}`,
    ),
  );
/** Counted up to 100. */
export const useUnread = (enabled: boolean): UseQueryResult<number> =>
  useQuery({
    queryKey: ['notifications', 'unread'],
    enabled,
    queryFn: ({ signal }) =>
      read<{ unread: number }>('/notifications/unread-count', signal).then((answer) => answer.unread),
  });
export const useChoices = (): UseQueryResult<Choices> =>
  useQuery({ queryKey: ['mail-choices'], queryFn: ({ signal }) => read<Choices>('/me/notifications', signal) });

export const readOne = (id: string, key: string): Promise<void> => post(`/notifications/${id}/read`, undefined, key);
export const readAll = (_: undefined, key: string): Promise<void> => post('/notifications/read-all', undefined, key);
export const choose = (kinds: Record<string, Choice>): Promise<Choices> =>
  call('PATCH', '/me/notifications', { body: { kinds } });

export const useUnsubscription = (token: string): UseQueryResult<Unsubscription> =>
  useQuery({
    queryKey: ['unsubscribe', token],
    enabled: token !== '',
    retry: false,
    queryFn: ({ signal }) => read<Unsubscription>(`/unsubscribe/${encodeURIComponent(token)}`, signal),
  });
export const unsubscribe = (token: string, key: string): Promise<Unsubscription> =>
  post(`/unsubscribe/${encodeURIComponent(token)}`, undefined, key);
export const subscribe = (token: string): Promise<Unsubscription> =>
  call('DELETE', `/unsubscribe/${encodeURIComponent(token)}`);
