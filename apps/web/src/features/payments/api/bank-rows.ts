import { useInfiniteQuery } from '@tanstack/react-query';
import { api, post } from '../../../lib/api.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export interface DecidedRow {
  id: string;
  day: string;
  number: string;
  amount: number;
  unit: string;
  state: 'recognised' | 'not-a-gift' | 'surplus' | 'split';
  gifts: { code: string; amount: number; needTitle: string }[];
  byCode: boolean;
  decidedAt: string;
}
export interface RowPart {
  gift: string;
  quantity: string;
  unit: string;
}

export const useDecidedRows = (org: string): Pages<DecidedRow> =>
  useInfiniteQuery(
    pagesOf<DecidedRow>(['decided-rows', org], (cursor, signal) =>
      api.get('/organizations/{id}/bank-rows/decided', { path: { id: org }, query: { limit: 10, cursor }, signal }),
    ),
  );
export const undoRow = ({ id }: { id: string }, key: string): Promise<unknown> =>
  post(`/bank-rows/${id}/undo`, {}, key);
export const splitRow = ({ id, parts }: { id: string; parts: RowPart[] }, key: string): Promise<unknown> =>
  post(`/bank-rows/${id}/decision`, { outcome: 'split', parts }, key);
