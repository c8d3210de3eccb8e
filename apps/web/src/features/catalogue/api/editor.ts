import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type EditedEntry = Schema['EditedEntryAnswer'];
export type EntryType = EditedEntry['type'];
export const ENTRY_TYPES: readonly EntryType[] = ['category', 'item', 'unit', 'skill', 'group', 'sphere'];
export type Synonyms = Schema['SynonymsDto'];
export type EntryEditor = Schema['EntryEditorAnswer'];
export type EntryEdit = Schema['EntryEditAnswer'];
export type EntryUses = Schema['EntryUsesAnswer'];

export const useEntries = (type: EntryType, enabled: boolean): UseQueryResult<EditedEntry[]> =>
  useQuery({
    queryKey: ['catalogue-editor', type],
    enabled,
    queryFn: ({ signal }) => api.get('/admin/catalogue/{type}', { path: { type }, signal }).then((page) => page.items),
  });
export const useEntry = (type: EntryType, code: string): UseQueryResult<EntryEditor> =>
  useQuery({
    queryKey: ['catalogue-editor', type, code],
    queryFn: ({ signal }) => api.get('/admin/catalogue/{type}/{code}', { path: { type, code }, signal }),
  });

export type FoundByWords = Schema['FoundAnswer'];
/** What the search finds by these words first. */
export const useFirstFound = (words: string): UseQueryResult<FoundByWords | null> =>
  useQuery({
    queryKey: ['catalogue-editor', 'search', words],
    enabled: words.length > 1,
    queryFn: ({ signal }) =>
      api.get('/catalogue/search', { query: { q: words, limit: 1 }, signal }).then((page) => page.items[0] ?? null),
  });

/** Words that were searched in vain in the last month, the most often asked first. */
export const useVainSearches = (): UseQueryResult<{ words: string; times: number }[]> =>
  useQuery({
    queryKey: ['catalogue-editor', 'vain'],
    queryFn: ({ signal }) => api.get('/admin/vain-searches', { signal }).then((page) => page.items),
  });

/** Which of its fields an entry has depends on its type; the server says it. */
export type AddForm = Schema['AddEntryDto'];
export type ChangeForm = Schema['ChangeEntryDto'];
export interface EditOf {
  type: EntryType;
  code: string;
  version: number;
}

export const addEntry = ({ type, form }: { type: EntryType; form: AddForm }, key: string): Promise<EntryEditor> =>
  api.post('/admin/catalogue/{type}', { path: { type }, body: form, key });
export const changeEntry = ({ type, code, version, form }: EditOf & { form: ChangeForm }): Promise<EntryEditor> =>
  api.patch('/admin/catalogue/{type}/{code}', { path: { type, code }, body: form, version });
export const retireEntry = (
  { type, code, version, form }: EditOf & { form: Schema['RetireEntryDto'] },
  key: string,
): Promise<EntryEditor> =>
  api.post('/admin/catalogue/{type}/{code}/retire', { path: { type, code }, body: form, version, key });
export const restoreEntry = ({ type, code, version }: EditOf, key: string): Promise<EntryEditor> =>
  api.post('/admin/catalogue/{type}/{code}/restore', { path: { type, code }, body: {}, version, key });
