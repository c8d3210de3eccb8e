import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, query } from '../../../lib/api.js';
import type { Schema, Statement, StatementEntry } from '../../../lib/api-types.js';

/** Days, inclusive; without them this year, in the installation's time zone: the server knows both. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
  /** Whose books: of an organization that the reader belongs to; without it the reader's own. */
  readonly organization?: string;
}

export const useStatement = ({ from, to, organization }: Period = {}): UseQueryResult<Statement> =>
  useQuery({
    queryKey: ['statement', organization, from, to],
    placeholderData: (before, query) => (query?.queryKey[1] === organization ? before : undefined),
    queryFn: ({ signal }) => api.get('/me/statement', { query: { from, to, organization }, signal }),
  });

/** Everything that the books say of one match, whatever the period. */
export const useThread = (match: string, organization: string | undefined): UseQueryResult<StatementEntry[]> =>
  useQuery({
    queryKey: ['statement', 'thread', match, organization],
    queryFn: ({ signal }) =>
      api
        .get('/me/statement/matches/{id}', { path: { id: match }, query: { organization }, signal })
        .then((page) => page.items),
  });

/** The same period as a file. */
export const fileOf = (format: 'pdf' | 'csv' | 'xlsx', { from, to, organization }: Period): string =>
  `/api/v1/me/statement.${format}${query({ from, to, organization })}`;

/** A year of these books as a table; without a year the one that runs. */
export type StatementYear = Schema['StatementYearAnswer'];
export type YearUnit = StatementYear['parts'][number]['units'][number];
export const useStatementYear = (organization: string, year?: number): UseQueryResult<StatementYear> =>
  useQuery({
    queryKey: ['statement', organization, 'year', year],
    placeholderData: (before, query) => (query?.queryKey[1] === organization ? before : undefined),
    queryFn: ({ signal }) => api.get('/me/statement/year', { query: { organization, year }, signal }),
  });
export const yearFile = (organization: string, year: number): string =>
  `/api/v1/me/statement/year.csv${query({ organization, year: String(year) })}`;
