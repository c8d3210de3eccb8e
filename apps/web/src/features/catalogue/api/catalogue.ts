import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Amounts } from '../../../lib/amount.js';
import { api } from '../../../lib/api.js';
import type { Category, Goods, Kind, Named, Page, Place, Schema, Sphere, Unit } from '../../../lib/api-types.js';
import { useDebounced } from '../../../lib/later.js';
import type { AnswerOf, QueryOf } from '../../../lib/operations.js';
import { nameOf, t } from '../../../lib/words.js';

export type ListName = 'spheres' | 'categories' | 'goods' | 'places' | 'units' | 'beneficiary-groups' | 'skills';
type EntryOf<N extends ListName> = AnswerOf<'get', `/${N}`> extends { items: (infer T)[] } ? T : never;

/** A list comes in pages of so many; a region of a thousand places has five. */
const PAGE = 200;

/** One list of the catalogue, all of it, with what can no longer be chosen: it is asked for once, and browsers keep it beyond the page. */
export function list<N extends ListName>(name: N) {
  return {
    queryKey: ['catalogue', name],
    staleTime: Infinity,
    gcTime: Infinity,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<EntryOf<N>[]> => {
      const entries: EntryOf<N>[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const path: `/${ListName}` = `/${name}`;
        const page: Page<unknown> = await api.get(path, { query: { retired: 'with', limit: PAGE, cursor }, signal });
        entries.push(...(page.items as EntryOf<N>[]));
        cursor = page.nextCursor;
      }
      return entries;
    },
  };
}

/** What can be chosen. */
export const liveOf = <T extends { retired: boolean }>(entries: readonly T[]): T[] =>
  entries.filter(({ retired }) => !retired);
const choices = <N extends ListName>(name: N) => ({
  ...list(name),
  select: liveOf as (entries: EntryOf<N>[]) => EntryOf<N>[],
});

export const useSpheres = (): UseQueryResult<Sphere[]> => useQuery(choices('spheres'));
export const useCategories = (): UseQueryResult<Category[]> => useQuery(choices('categories'));
export const useGoods = (): UseQueryResult<Goods[]> => useQuery(choices('goods'));
export const usePlaces = (): UseQueryResult<Place[]> => useQuery(choices('places'));
export const useUnits = (): UseQueryResult<Unit[]> => useQuery(choices('units'));
export const useBeneficiaryGroups = (): UseQueryResult<Named[]> => useQuery(choices('beneficiary-groups'));
export const useSkills = (): UseQueryResult<Named[]> => useQuery(choices('skills'));

/** Whatever a need or an offer names, retired or not, by code; empty until the list has come. */
export function useCatalogue<N extends ListName>(name: N): Map<string, EntryOf<N>> {
  const { data } = useQuery(list(name));
  return useByCode(data as (EntryOf<N> & { code: string })[] | undefined);
}

/** Whether all that a form sends codes of has come. A form that is sent before that would lack its units and what its link named. */
export function useWholeCatalogue(): { data: true | undefined; error: Error | null; refetch: () => unknown } {
  const lists = [useSpheres(), useCategories(), useGoods(), usePlaces(), useUnits()];
  return {
    data: lists.every((one) => one.data) || undefined,
    error: lists.find((one) => one.error && !one.data)?.error ?? null,
    refetch: () => Promise.all(lists.filter((one) => !one.data).map((one) => one.refetch())),
  };
}

export type Found = Schema['FoundAnswer'];
type Types = QueryOf<'/catalogue/search'>['types'];
/** What the server understands of words as people say them: synonyms, mistakes, the other keyboard. Asked when the typing pauses. */
export function useCatalogueSearch(words: string, kind: Kind, types: Types): Found[] {
  const asked = useDebounced(words.trim().slice(0, 100), 200);
  const { data } = useQuery<Found[]>({
    queryKey: ['catalogue', 'search', asked, kind, types],
    enabled: asked.length > 1,
    staleTime: 300_000,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      api.get('/catalogue/search', { query: { q: asked, kind, types, limit: 8 }, signal }).then((page) => page.items),
  });
  return useMemo(() => (asked.length > 1 ? (data ?? []) : []), [data, asked]);
}

/** Formats amounts; before the units are known it says the bare number with the base unit. */
export function useAmounts(): Amounts {
  const { data } = useQuery(list('units'));
  return useMemo(() => new Amounts((data ?? []) as Unit[]), [data]);
}

/** What things of one base unit are called beside others: by the unit in which so many are said. What is lent for hours are rooms and vehicles: time is a kind of its own. */
export function useGoodsUnit(): (line: { unit: string; required?: number }) => string {
  const amounts = useAmounts();
  const units = useCatalogue('units');
  return ({ unit, required = 0 }) =>
    unit === 'minute' ? t('byTheHour') : nameOf(units.get(amounts.spokenUnit(unit, required)?.code ?? unit), unit);
}

export function useByCode<T extends { code: string }>(items: readonly T[] | undefined): Map<string, T> {
  return useMemo(() => new Map((items ?? []).map((item) => [item.code, item])), [items]);
}
