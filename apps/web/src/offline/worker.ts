import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { FORGET, KEPT_AT, OWN_CACHE } from './names.js';

/** What the pages stand on, and the pages of a signed-in person's own room; put in by the build (apps/web/build/offline.ts). */
declare const SHELL: { url: string; revision: string | null }[];
declare const self: {
  skipWaiting(): Promise<void>;
  addEventListener(
    name: 'message',
    heard: (event: { data?: { type?: string }; waitUntil(done: Promise<unknown>): void }) => void,
  ): void;
};

const API = '/api/v1';
/** Of the API only what a person reads of their own help, and the lists that their pages are written with. Work with the words of others (desk, moderation, administration), how to reach them, and what guards the account is kept nowhere; but for the trip of a driver, who needs addresses and codes where no connection is. */
const OWN = [
  /^\/session$/,
  /^\/me\/(statement|shifts|gifts|surplus|hours|notifications)(\/matches\/[^/]+)?$/,
  /^\/(offers|standing-offers|matches|shifts|needs)(\/[^/]+)?$/,
  /^\/matches\/[^/]+\/(messages|hand-over|leg)$/,
  /^\/(me\/trips|trips\/[^/]+|legs)$/,
  /^\/notifications(\/unread-count)?$/,
  /^\/(gifts|surplus)\/[^/]+$/,
  /^\/installation$/,
  /^\/(spheres|categories|goods|units|places|skills|beneficiary-groups)$/,
];
/** Asked in the name of another: an organization, or people who came by to it. */
const FOR_OTHERS = ['organization', 'onBehalfOf', 'enteredBy'];
const DAYS_KEPT = 14;

const isOwn = ({ pathname, searchParams }: URL): boolean =>
  pathname.startsWith(API) &&
  OWN.some((path) => path.test(pathname.slice(API.length))) &&
  !FOR_OTHERS.some((name) => searchParams.has(name));

precache(SHELL);
cleanupOutdatedCaches();
clientsClaim();

/** Counts those who left: what was asked for before is not kept after. */
let left = 0;
const expiration = new ExpirationPlugin({
  maxEntries: 150,
  maxAgeSeconds: DAYS_KEPT * 86_400,
  purgeOnQuotaError: true,
});

/** An answer is kept with its hour, in the language in which it was asked for, and only for the person who asked. */
const dated: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => {
    const address = new URL(request.url);
    address.searchParams.set('kept-in', request.headers.get('accept-language') ?? '');
    return address.href;
  },
  handlerWillStart: async ({ state }) => void (state && (state.left = left)),
  fetchDidSucceed: async ({ response }) => {
    if (response.status === 401) await forget();
    return response;
  },
  cacheWillUpdate: async ({ response, state }) => {
    if (response.status !== 200 || state?.left !== left) return null;
    const headers = new Headers(response.headers);
    headers.set(KEPT_AT, new Date().toISOString());
    return new Response(await response.blob(), { status: 200, headers });
  },
  cacheDidUpdate: async ({ state }) => void (state?.left !== left && (await forget())), // they left while it was being written
};

async function forget(): Promise<void> {
  left += 1;
  await expiration.deleteCacheAndMetadata();
  await caches.delete(OWN_CACHE);
}

const own = new NetworkFirst({ cacheName: OWN_CACHE, plugins: [dated, expiration] });
registerRoute(
  ({ url, request, sameOrigin }) => sameOrigin && /json/.test(request.headers.get('accept') ?? '') && isOwn(url),
  own,
);

/** Files carry a hash of their content in their name: the one that is there is the right one. */
const files = new CacheFirst({
  cacheName: 'lepta-files',
  plugins: [new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true })],
});
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async (asked) => (await matchPrecache(asked.url.href)) ?? files.handle(asked),
);

/** A page is always asked for; only where no answer comes it begins from what is here. */
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      try {
        return await fetch(request);
      } catch (error) {
        const shell = await matchPrecache('/index.html');
        if (shell) return shell;
        throw error;
      }
    },
    { denylist: [/^\/api\//, /^\/cards\//, /\.[a-z0-9]+$/] },
  ),
);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (event.data?.type === FORGET) event.waitUntil(forget());
});
