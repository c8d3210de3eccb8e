import { queryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';
import type { BankStatement } from './payments.js';

const WHILE_READING_MS = 1500;

export type DecidedRow = Schema['DecidedRowAnswer'];
export type RowPart = Schema['RowPartDto'];

export const useDecidedRows = (org: string): Pages<DecidedRow> =>
  useInfiniteQuery(
    pagesOf<DecidedRow>(['decided-rows', org], (cursor, signal) =>
      api.get('/organizations/{id}/bank-rows/decided', { path: { id: org }, query: { limit: 10, cursor }, signal }),
    ),
  );
export type StatementOfBank = Schema['BankStatementAnswer'];
export type StatementRow = Schema['StatementRowAnswer'];

/** Named as rows are: what is said of a row changes what became of it. */
export const statementOf = (id: string) =>
  queryOptions({
    queryKey: ['bank-rows', 'statement', id],
    queryFn: ({ signal }) => api.get('/bank-statements/{id}', { path: { id }, signal }),
  });
export const statementRows = (id: string) =>
  pagesOf<StatementRow>(['bank-rows', 'of-statement', id], (cursor, signal) =>
    api.get('/bank-statements/{id}/rows', { path: { id }, query: { limit: 20, cursor }, signal }),
  );
export type BankMonth = Schema['BankMonthAnswer'];
/** @param month YYYY-MM; the present one without it */
export const bankMonth = (org: string, month: string | undefined) =>
  queryOptions({
    queryKey: ['bank-month', org, month],
    queryFn: ({ signal }) => api.get('/organizations/{id}/bank-month', { path: { id: org }, query: { month }, signal }),
  });
export const undoRow = ({ id }: { id: string }, key: string): Promise<unknown> =>
  api.post('/bank-rows/{id}/undo', { path: { id }, key });
export const cancelStatement = ({ id }: { id: string }, key: string): Promise<unknown> =>
  api.post('/bank-statements/{id}/cancel', { path: { id }, key });
export const splitRow = ({ id, parts }: { id: string; parts: RowPart[] }, key: string): Promise<unknown> =>
  api.post('/bank-rows/{id}/decision', { path: { id }, body: { outcome: 'split', parts }, key });

/** Statements that were imported, the newest first. While one is read or cancelled it is asked for again and again, and what it brought is shown once it has been read. */
export function useStatements(org: string): Pages<BankStatement> {
  const client = useQueryClient();
  const statements = useInfiniteQuery({
    ...pagesOf<BankStatement>(['bank-statements', org], (cursor, signal) =>
      api.get('/organizations/{id}/bank-statements', { path: { id: org }, query: { limit: 5, cursor }, signal }),
    ),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => status === 'reading' || status === 'cancelling'))
        ? WHILE_READING_MS
        : (false as const),
  });
  const left = statements.data?.pages.flatMap(({ items }) => items).reduce((sum, one) => sum + one.left, 0) ?? 0;
  useEffect(() => {
    if (left > 0)
      return () => {
        for (const key of ['bank-rows', 'decided-rows', 'needs', 'entries', 'bank-month'])
          void client.invalidateQueries({ queryKey: [key] });
      };
    return undefined;
  }, [client, left]);
  return statements;
}
