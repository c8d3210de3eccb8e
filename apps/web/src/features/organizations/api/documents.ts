import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** `url` is null until the worker has opened the file; `waiting` lasts a second or so. */
export type Paper = Schema['DocumentAnswer'];
export type Papers = Schema['DocumentsAnswer'];
export type PaperKind = Paper['kind'];
export const PAPER_KINDS: readonly PaperKind[] = ['charter', 'registration', 'authority', 'minutes', 'other'];
/** PDF, JPEG or PNG; the server looks at what a file is, whatever its name says. */
export const PAPER_TYPES = 'application/pdf,image/jpeg,image/png';

export const usePapers = (org: string, enabled = true): UseQueryResult<Papers> =>
  useQuery<Papers>({
    queryKey: ['papers', org],
    enabled,
    refetchInterval: ({ state }) => (state.data?.items.some((paper) => paper.status === 'waiting') ? 1500 : false),
    queryFn: ({ signal }) => api.get('/organizations/{id}/documents', { path: { id: org }, signal }),
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
  return api.post('/organizations/{id}/documents', { path: { id: org }, body: form, key });
}
export const removePaper = ({ org, id }: { org: string; id: string }): Promise<void> =>
  api.delete('/organizations/{id}/documents/{document}', { path: { id: org, document: id } });
export const decidePaper = (
  { org, id, ...body }: { org: string; id: string } & Schema['DocumentDecisionDto'],
  key: string,
): Promise<Paper> =>
  api.post('/organizations/{id}/documents/{document}/decision', { path: { id: org, document: id }, body, key });
