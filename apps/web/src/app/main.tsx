import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import { Problem } from '../lib/api.js';
import { currentLocale } from '../lib/locale.js';
import { makeRouter } from './router.js';
import { startLanguage } from '../lib/words.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (tries, error) => tries < 2 && (!(error instanceof Problem) || error.undecided),
      retryDelay: (tries, error) => (error instanceof Problem && error.retryAfterSeconds ? error.retryAfterSeconds * 1000 : 600 * 2 ** tries),
    },
  },
});

const locale = currentLocale();
const router = makeRouter(locale);
const place = document.getElementById('app');
if (!place) throw new Error('The page has no #app to draw into');
await startLanguage(locale);
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
