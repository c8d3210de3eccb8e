import { useQueries } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';

/** A need or an organization that binds an offer, by its name; null where it is not shown any more. */
async function nameOfId(id: string, signal: AbortSignal): Promise<string | null> {
  const need = await api.get('/needs/{id}', { path: { id }, signal }).catch(() => null);
  if (need) return t('offers:onlyNeed', { title: need.title });
  const organization = await api.get('/organizations/{id}', { path: { id }, signal }).catch(() => null);
  return organization && (organization.shortName || organization.name);
}

/** What binds an offer, by name. */
export function useBoundTo(only: readonly string[]): string {
  const places = useCatalogue('places');
  const spheres = useCatalogue('spheres');
  const categories = useCatalogue('categories');
  const listed = (code: string): string =>
    placeName(places.get(code)) || nameOf(spheres.get(code)) || nameOf(categories.get(code));
  const ids = only.filter((code) => /^[0-9a-f]{8}-/.test(code));
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['bound-to', id],
      staleTime: Infinity,
      queryFn: ({ signal }: { signal: AbortSignal }) => nameOfId(id, signal),
    })),
  });
  const names = only.map((code) => listed(code) || found[ids.indexOf(code)]?.data || t('offers:onlyThat'));
  return [...new Set(names)].join(', ');
}
