import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Page } from './api-types.js';

export type Pages<T> = UseInfiniteQueryResult<InfiniteData<Page<T>>>;

/** Pages that follow each other, as far as they have been asked for. @param from where the first of them begins; undefined: at the start of the list */
export function pagesOf<T>(
  key: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  enabled = true,
  from?: string,
) {
  return {
    queryKey: key,
    enabled,
    initialPageParam: from,
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) => read(pageParam, signal),
    getNextPageParam: (last: Page<T>) => last.nextCursor ?? undefined,
  };
}
