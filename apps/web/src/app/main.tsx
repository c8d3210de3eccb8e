import { QueryClient } from '@tanstack/react-query';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import '../styles/index.css';
import { mayBeSignedIn } from '../features/identity/api/session.js';
import { count } from '../lib/amount.js';
import { Problem } from '../lib/api.js';
import { clock } from '../lib/dates.js';
import { currentLocale } from '../lib/locale.js';
import { chosenLook, wear } from '../lib/look.js';
import { nextTask } from '../lib/tasks.js';
import { startLanguage } from '../lib/words.js';
import { App } from './app.js';
import { DRAWN, FIRST_VIEW, takeAnswers } from './drawn.js';
import { makeRouter } from './router.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always', // without a connection the worker answers what it has kept, or the page says that there is nothing
      refetchOnReconnect: true,
      retry: (tries, error) => tries < 2 && (!(error instanceof Problem) || error.undecided),
      retryDelay: (tries, error) =>
        error instanceof Problem && error.retryAfterSeconds ? error.retryAfterSeconds * 1000 : 600 * 2 ** tries,
    },
  },
});

/**
 * In several tasks, so that a slow phone never stands still for long while the page that the server has drawn is already read and scrolled.
 * Not at the top of the module: the pages' own files need what stands in this one's, and would wait for its end while it waits for them.
 */
async function start(place: HTMLElement): Promise<void> {
  const locale = currentLocale();
  const answers = document.getElementById(DRAWN)?.textContent;
  const signedIn = mayBeSignedIn();
  const words = startLanguage(locale, signedIn ? 'all' : 'common'); // a signed-in person sees more of a public page than a visitor
  const rooms = signedIn && import('./rooms.js'); // while the words come, so that no page waits for both in turn
  await nextTask();
  document.documentElement.removeAttribute(FIRST_VIEW);
  const router = makeRouter(locale);
  await nextTask();
  count(0); // the first formatter of numbers, and that of dates, take a slow phone 100 ms each: in no task that has anything else to do
  await nextTask();
  clock(new Date());
  await nextTask();
  const taken = answers && takeAnswers(client, answers, signedIn ? 0 : Date.now()); // the server has drawn what a visitor sees
  await nextTask();
  await Promise.all([words, rooms, taken, answers && router.load()]);
  await nextTask();
  if (answers) {
    router.ssr = { manifest: undefined }; // tells the router that a server has drawn it: it then puts the same elements around the page
    // In small parts: between them the browser hears what a person does meanwhile.
    startTransition(() => void hydrateRoot(place, <App client={client} router={router} />));
  } else createRoot(place).render(<App client={client} router={router} />);
}

wear(chosenLook());
const place = document.getElementById('app');
if (!place) throw new Error('The page has no #app to draw into');
// What the server has drawn stays: it is read, and its forms are sent, without these files.
start(place).catch((error: unknown) => {
  document.getElementById('not-loaded')?.removeAttribute('hidden');
  throw error;
});
