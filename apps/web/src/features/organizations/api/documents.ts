import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';

export const PAPER_KINDS = ['charter', 'registration', 'authority', 'minutes', 'other'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
/** `url` is null until the worker has opened the file; `waiting` lasts a second or so. */
export interface Paper {
  id: string;
  kind: PaperKind;
  title: string;
  status: 'waiting' | 'ready' | 'accepted' | 'refused';
  type: string;
  bytes: number;
  url: string | null;
  reason: string | null;
  createdAt: string;
  decidedAt: string | null;
  can: string[];
}
/** PDF, JPEG or PNG; the server looks at what a file is, whatever its name says. */
export const PAPER_TYPES = 'application/pdf,image/jpeg,image/png';

export const usePapers = (org: string, enabled = true): UseQueryResult<Page<Paper> & { can: string[] }> =>
  useQuery<Page<Paper> & { can: string[] }>({
    queryKey: ['papers', org],
    enabled,
    refetchInterval: ({ state }) => (state.data?.items.some((paper) => paper.status === 'waiting') ? 1500 : false),
    queryFn: ({ signal }) => read(`/organizations/${org}/documents`, signal),
  });

/** `mark` tells two files apart, so that a second one is not taken for a repeated first. */
export interface NewPaper {
  org: string;
  kind: PaperKind;
  title: string;
  file: File;
  mark: string;
}
export function attachPaper({ org, kind, title, file }: NewPaper, key: string): Promise<Paper> {
  const form = new FormData();
  form.set('kind', kind); // fields before the file: the server reads in order
  form.set('title', title);
  form.set('file', file);
  return call('POST', `/organizations/${org}/documents`, { body: form, idempotencyKey: key });
}
export const removePaper = ({ org, id }: { org: string; id: string }): Promise<void> =>
  call('DELETE', `/organizations/${org}/documents/${id}`);
export const decidePaper = (
  { org, id, ...form }: { org: string; id: string; outcome: 'accept' | 'refuse'; reason?: string },
  key: string,
): Promise<Paper> => post(`/organizations/${org}/documents/${id}/decision`, form, key);
