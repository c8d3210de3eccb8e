import { QueryClient } from '@tanstack/react-query';

/**
 * The queries of one page while a server draws it. A component waits where it reads an answer that has not come, and goes on as in a browser with
 * whatever came, a "no" as well. Nothing is asked twice. Who the reader is nobody knows here: a visitor.
 */
export function pageQueries(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, retryOnMount: false, staleTime: Infinity, gcTime: Infinity } },
  });
  const plain = client.defaultQueryOptions.bind(client);
  client.defaultQueryOptions = ((options: Parameters<typeof plain>[0]) => {
    const all = plain(options);
    const status = client.getQueryCache().get(all.queryHash)?.state.status ?? 'pending';
    return Object.assign(all, { suspense: status === 'pending' && all.enabled !== false });
  }) as typeof client.defaultQueryOptions;
  client.setQueryData(['session'], null);
  return client;
}
