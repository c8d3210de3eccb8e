import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, type ReactNode } from 'react';
import type { makeRouter } from './router.js';

/** The whole page, the same for the server that draws it first and for the browser that takes it over. */
export function App({ client, router }: { client: QueryClient; router: ReturnType<typeof makeRouter> }): ReactNode {
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>
  );
}
