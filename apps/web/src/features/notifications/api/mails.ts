import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type Mail = Schema['MailAnswer'];
export type MailStatus = Mail['status'];
export const MAIL_STATUSES: readonly MailStatus[] = ['new', 'ready', 'digest', 'in_digest', 'off', 'sent', 'failed'];
export type MailFilters = Pick<QueryOf<'/mails'>, 'status' | 'person' | 'cursor'>;
export const useMails = (filters: MailFilters, enabled: boolean): UseQueryResult<Page<Mail>> =>
  useQuery({
    queryKey: ['mails', filters],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/mails', { query: { ...filters, limit: 50 }, signal }),
  });
export const revealMail = (id: string, key: string): Promise<{ body: string }> =>
  api.post('/mails/{id}/reveal', { path: { id }, key });
export const sendAgain = (id: string, key: string): Promise<unknown> =>
  api.post('/mails/{id}/retry', { path: { id }, key });
