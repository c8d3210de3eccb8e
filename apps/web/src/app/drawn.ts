import { dehydrate, hydrate, type DehydratedState, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { list, type ListName } from '../features/catalogue/api/catalogue.js';
import { Problem } from '../lib/api.js';

/** Where a page that the server has drawn keeps the answers that it was drawn from. */
export const DRAWN = 'drawn';
/** The document wears it until its script takes the page over: so long its foot is laid out as it comes near (styles/public.css). */
export const FIRST_VIEW = 'data-first-view';

type Answer = DehydratedState['queries'][number];
/** `lists`: of the catalogue. They are many times as large as all the rest and the same for every page, so the browser asks for them, and keeps them. */
interface Answers {
  readonly queries: readonly Answer[];
  readonly lists: readonly ListName[];
}

const isList = (key: QueryKey): boolean => key[0] === 'catalogue' && key.length === 2;

/** What was answered while the page was drawn, a "no" included: the browser begins with the same. */
export function answersOf(client: QueryClient): Answers {
  const { queries } = dehydrate(client, { shouldDehydrateQuery: ({ state }) => state.status !== 'pending' });
  return {
    lists: queries.flatMap(({ queryKey, state }) =>
      isList(queryKey) && state.status === 'success' ? [queryKey[1] as ListName] : [],
    ),
    queries: queries
      .filter(({ queryKey }) => !isList(queryKey))
      .map(({ queryKey, queryHash, state: { error, data, status }, queryType }) => {
        const said = error instanceof Problem ? { error: { ...error, message: error.message } } : {};
        return { queryKey, queryHash, queryType, state: { data, status, ...said } } as unknown as Answer;
      }),
  };
}

/** The key without the parts that say nothing at its end: JSON has no undefined. */
function said(key: QueryKey): QueryKey {
  const last = key.findLastIndex((part) => part !== null && part !== undefined);
  return key.slice(0, last + 1);
}

/**
 * Takes the answers over.
 * @param since when they were right, by the clock of this browser: 0 makes them be asked for anew at once
 */
export async function takeAnswers(client: QueryClient, text: string, since: number): Promise<void> {
  const { queries, lists } = JSON.parse(text) as Answers;
  const asked = lists.map((path) => client.prefetchQuery(list(path)));
  for (const { queryKey, state } of queries) {
    const no = state.error as unknown as Problem | undefined;
    Object.assign(state, {
      error: no ? new Problem(no.status, no.code, no.message, no.fields, no.retryAfterSeconds) : null,
      dataUpdatedAt: state.data === undefined ? 0 : since,
      errorUpdatedAt: no ? since : 0,
      dataUpdateCount: 1,
      errorUpdateCount: no ? 1 : 0,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      fetchMeta: null,
      fetchStatus: 'idle',
      isInvalidated: false,
    });
    if (no) client.setQueryDefaults(said(queryKey), { retryOnMount: since === 0 }); // else the first picture would be another one than the server's
  }
  hydrate(client, { mutations: [], queries: [...queries] });
  await Promise.all(asked);
}
