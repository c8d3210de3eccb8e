import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, read } from '../../../lib/api.js';
import type { Kind, Photo } from '../../../lib/api-types.js';

/** What the books know of a need's help. Amounts are integers in `unit`. */
export interface Book {
  received: number;
  reserved: number;
  required: number;
  unit: string;
  summed: number;
  arrivals: number;
  smallest: number | null;
  first: string | null;
  last: string | null;
  lost: number;
  missing: { matches: number; amount: number };
  givers: { names: string[]; named: number; nameless: number; standing: number };
  rows: { at: string; amount: number; item: string | null; giver: string | null }[];
}
export interface ReportText {
  version: number;
  title: string;
  outcome: string;
  limits: string;
  photos: Photo[];
  publishedAt: string | null;
}
export interface OwnReport {
  dueAt: string | null;
  overdue: boolean;
  status: 'draft' | 'returned' | 'published' | null;
  draft: ReportText | null;
  returnReason: string | null;
  recallUntil: string | null;
  suggestion: string;
  checks: { code: string; ok: boolean }[];
  letters: number;
}
/** `revision` is the version that a writer saw; `waiting`: published, its words not read by a moderator yet. */
export interface Report {
  need: string;
  state: 'none' | 'waiting' | 'published';
  discreet: boolean;
  book: Book | null;
  published: ReportText[];
  own: OwnReport | null;
  revision: number;
  can: string[];
}
export interface DueReport {
  id: string;
  number: number;
  title: string;
  kind: Kind;
  dueAt: string | null;
  overdue: boolean;
  status: OwnReport['status'];
  publishedAt: string | null;
  shown: boolean;
}

export const useReport = (need: string, enabled = true): UseQueryResult<Report> =>
  useQuery<Report>({
    queryKey: ['reports', 'one', need],
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.own?.draft?.photos.some((photo) => photo.status === 'waiting') ? 1500 : false,
    queryFn: ({ signal }) => read<Report>(`/needs/${encodeURIComponent(need)}/report`, signal),
  });
export const useDueReports = (organization: string): UseQueryResult<DueReport[]> =>
  useQuery({
    queryKey: ['reports', 'due', organization],
    queryFn: ({ signal }) =>
      read<{ items: DueReport[] }>(`/organizations/${organization}/reports`, signal).then(({ items }) => items),
  });

export interface ReportWords {
  title: string;
  outcome: string;
  limits: string;
}
export interface WrittenReport {
  need: string;
  revision: number;
  words: ReportWords;
}
export const writeReport = ({ need, revision, words }: WrittenReport): Promise<Report> =>
  call('PUT', `/needs/${need}/report`, { body: words, ifMatch: `"v${revision}"` });
/** One button: what is written and not saved is saved first. */
export async function publishReport(
  { unsaved, ...written }: WrittenReport & { unsaved: boolean },
  key: string,
): Promise<Report> {
  if (unsaved) await writeReport(written);
  return post(`/needs/${written.need}/report/publish`, undefined, key);
}
export const recallReport = (need: string, key: string): Promise<Report> =>
  post(`/needs/${need}/report/recall`, undefined, key);
