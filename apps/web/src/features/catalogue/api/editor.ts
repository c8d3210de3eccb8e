import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, query, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';

export const ENTRY_TYPES = ['category', 'item', 'unit', 'skill', 'group', 'sphere'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

export interface EditedEntry {
  type: EntryType;
  code: string;
  nameRu: string;
  nameEn: string;
  within: string | null;
  kinds: string[];
  flags: string[];
  /** Null: one to four. */
  openNeeds: number | null;
  retiredAt: string | null;
  successor: string | null;
}
export interface Synonyms {
  ru: string[];
  en: string[];
}
export interface EntryEdit {
  version: number;
  action: 'add' | 'change' | 'retire' | 'restore';
  at: string;
  person: { id: string; name: string };
  reason: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  wordsAdded: Partial<Synonyms>;
  wordsRemoved: Partial<Synonyms>;
}
export interface EntryUses {
  needs: number | null;
  endedNeeds: number | null;
  offers: number | null;
  standingOffers: number | null;
  units: { unit: string; needs: number | null; offers: number | null }[];
}
export interface EntryEditor extends EditedEntry {
  version: number;
  fields: Record<string, unknown>;
  synonyms: Synonyms;
  uses: EntryUses;
  can: string[];
  history: EntryEdit[];
}

const address = (type: EntryType, code?: string): string =>
  `/admin/catalogue/${type}${code === undefined ? '' : `/${encodeURIComponent(code)}`}`;

export const useEntries = (type: EntryType, enabled: boolean): UseQueryResult<EditedEntry[]> =>
  useQuery({
    queryKey: ['catalogue-editor', type],
    enabled,
    queryFn: ({ signal }) => read<Page<EditedEntry>>(address(type), signal).then((page) => page.items),
  });
export const useEntry = (type: EntryType, code: string): UseQueryResult<EntryEditor> =>
  useQuery({
    queryKey: ['catalogue-editor', type, code],
    queryFn: ({ signal }) => read<EntryEditor>(address(type, code), signal),
  });

export interface FoundByWords {
  type: string;
  code: string;
  name: string;
  matched: string;
}
/** What the search finds by these words first. */
export const useFirstFound = (words: string): UseQueryResult<FoundByWords | null> =>
  useQuery({
    queryKey: ['catalogue-editor', 'search', words],
    enabled: words.length > 1,
    queryFn: ({ signal }) =>
      read<Page<FoundByWords>>(`/catalogue/search${query({ q: words, limit: 1 })}`, signal).then(
        (page) => page.items[0] ?? null,
      ),
  });

/** Words that were searched in vain in the last month, the most often asked first. */
export const useVainSearches = (): UseQueryResult<{ words: string; times: number }[]> =>
  useQuery({
    queryKey: ['catalogue-editor', 'vain'],
    queryFn: ({ signal }) =>
      read<Page<{ words: string; times: number }>>('/admin/vain-searches', signal).then((page) => page.items),
  });

export type EntryForm = Record<string, unknown>;
export interface EditOf {
  type: EntryType;
  code: string;
  version: number;
}

export const addEntry = ({ type, form }: { type: EntryType; form: EntryForm }, key: string): Promise<EntryEditor> =>
  call('POST', address(type), { body: form, idempotencyKey: key });
export const changeEntry = ({ type, code, version, form }: EditOf & { form: EntryForm }): Promise<EntryEditor> =>
  call('PATCH', address(type, code), { body: form, ifMatch: `"v${version}"` });
export const retireEntry = (
  { type, code, version, form }: EditOf & { form: EntryForm },
  key: string,
): Promise<EntryEditor> =>
  call('POST', `${address(type, code)}/retire`, { body: form, ifMatch: `"v${version}"`, idempotencyKey: key });
export const restoreEntry = ({ type, code, version }: EditOf, key: string): Promise<EntryEditor> =>
  call('POST', `${address(type, code)}/restore`, { body: {}, ifMatch: `"v${version}"`, idempotencyKey: key });
