import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { query, read } from '../../../lib/api.js';
import type { Page, Statement, StatementEntry } from '../../../lib/api-types.js';

/** Days, inclusive; without them this year, in the installation's time zone: the server knows both. */
export interface Period { readonly from?: string; readonly to?: string }

export const useStatement = ({ from, to }: Period = {}): UseQueryResult<Statement> =>
  useQuery({ queryKey: ['statement', from, to], placeholderData: (before) => before, queryFn: ({ signal }) => read<Statement>(`/me/statement${query({ from, to })}`, signal) });

/** Everything that the books say of one match, whatever the period. */
export const useThread = (match: string): UseQueryResult<StatementEntry[]> =>
  useQuery({ queryKey: ['statement', 'thread', match], queryFn: ({ signal }) => read<Page<StatementEntry>>(`/me/statement/matches/${encodeURIComponent(match)}`, signal).then((page) => page.items) });

/** The same period as a file. */
export const fileOf = (format: 'pdf' | 'csv' | 'xlsx', { from, to }: Period): string => `/api/v1/me/statement.${format}${query({ from, to })}`;
