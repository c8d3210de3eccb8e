import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** `revision` is the version that a writer saw; `waiting`: published, its words not read by a moderator yet. */
export type Report = Schema['ReportAnswer'];
/** What the books know of a need's help. Amounts are integers in `unit`. */
export type Book = Schema['BookAnswer'];
export type ReportText = Schema['ReportTextAnswer'];
export type OwnReport = Schema['OwnReportAnswer'];
export type DueReport = Schema['DueReportAnswer'];

export const useReport = (need: string, enabled = true): UseQueryResult<Report> =>
  useQuery<Report>({
    queryKey: ['reports', 'one', need],
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.own?.draft?.photos.some((photo) => photo.status === 'waiting') ? 1500 : false,
    queryFn: ({ signal }) => api.get('/needs/{id}/report', { path: { id: need }, signal }),
  });
export const useDueReports = (organization: string): UseQueryResult<DueReport[]> =>
  useQuery({
    queryKey: ['reports', 'due', organization],
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/reports', { path: { id: organization }, signal }).then(({ items }) => items),
  });

export type ReportWords = Required<Schema['WriteReportDto']>;
export interface WrittenReport {
  need: string;
  revision: number;
  words: ReportWords;
}
export const writeReport = ({ need, revision, words }: WrittenReport): Promise<Report> =>
  api.put('/needs/{id}/report', { path: { id: need }, body: words, version: revision });
/** One button: what is written and not saved is saved first. */
export async function publishReport(
  { unsaved, ...written }: WrittenReport & { unsaved: boolean },
  key: string,
): Promise<Report> {
  if (unsaved) await writeReport(written);
  return api.post('/needs/{id}/report/publish', { path: { id: written.need }, key });
}
export const recallReport = (need: string, key: string): Promise<Report> =>
  api.post('/needs/{id}/report/recall', { path: { id: need }, key });
