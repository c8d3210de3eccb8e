import { AsyncLocalStorage } from 'node:async_hooks';
import { Writable } from 'node:stream';
import type { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { getSsrStatus } from '@tanstack/react-router/ssr/server';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { App } from '../app/app.js';
import { answersOf } from '../app/drawn.js';
import { PLAIN_READER } from '../features/identity/api/session.js';
import { makeRouter } from '../app/router.js';
import { api, Problem } from '../lib/api.js';
import { addressIn, localeOf, type Locale } from '../lib/locale.js';
import { setSurroundings, type Surroundings } from '../lib/surroundings.js';
import { SITE_ORIGIN } from '../lib/site-origin.js';
import { PLAIN_FORM } from '../lib/plain-form.js';
import { loadWords } from '../lib/words.js';
import { documentOf, preloadsOf, scriptsOf, type Manifest } from './document.js';
import { pageQueries } from './page-queries.js';
import { pageAt, PUBLIC_PAGES, statusOf, type PublicPage } from './pages.js';
import { formOfPage, takeForm } from './plain-forms.js';

/** A page that takes longer is left to the browser. */
const DRAWN_WITHIN_MS = 10_000;

/** A person asks for a page. `origin` is how the site calls itself, `send` leads to its API, `form` is what was sent to the page without a script. */
export interface Visit {
  readonly url: string;
  readonly origin: string;
  readonly send: Surroundings['send'];
  /** The same for a signed-in person without a script. */
  readonly own?: Surroundings['send'];
  readonly form?: string;
}
export type Drawn =
  | { readonly moved: string }
  | { readonly status: number; readonly html: string; readonly styleDigest: string | null; readonly own: boolean };

const visits = new AsyncLocalStorage<Surroundings>();
setSurroundings(() => visits.getStore());

/** All of it at once: status and head stand before the first byte, and a failure leaves nothing half sent. */
function drawWhole(page: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let failure: unknown;
    const out = new Writable({
      write: (part: Buffer, _encoding, done) => {
        parts.push(part);
        done();
      },
    });
    out.once('finish', () => resolve(Buffer.concat(parts).toString('utf8')));
    const late = setTimeout(() => stream.abort(new Error('The page was not drawn in time')), DRAWN_WITHIN_MS);
    const end = (error: unknown): void => {
      clearTimeout(late);
      reject(error instanceof Error ? error : new Error('The page was not drawn', { cause: error }));
    };
    const stream = renderToPipeableStream(page, {
      progressiveChunkSize: Number.POSITIVE_INFINITY, // no part of it comes by a script
      onError: (error) => {
        failure ??= error ?? new Error('unknown');
      },
      onShellError: end,
      onAllReady: () => {
        clearTimeout(late);
        if (failure === undefined) stream.pipe(out);
        else end(failure);
      },
    });
  });
}

/** A browser without a script goes to what has `autofocus`: the first wrong field, else what is said of the form as a whole. */
const atFirstError = (markup: string): string =>
  markup.includes(' aria-invalid="true"')
    ? markup.replace(' aria-invalid="true"', ' aria-invalid="true" autofocus=""')
    : markup.replace(' role="alert"', ' role="alert" tabindex="-1" autofocus=""');

/** The router with the page of this address loaded; words that no page knows are left out of its search, as a browser would. */
async function routerAt(url: string, locale: Locale): Promise<ReturnType<typeof makeRouter>> {
  const { latestLocation, buildLocation } = makeRouter(locale, createMemoryHistory({ initialEntries: [url] }));
  const { publicHref } = buildLocation({
    to: latestLocation.pathname,
    search: true,
    params: true,
    hash: true,
    state: true,
    _includeValidateSearch: true,
  } as Parameters<typeof buildLocation>[0]);
  const router = makeRouter(locale, createMemoryHistory({ initialEntries: [publicHref || '/'] }));
  await router.load();
  return router;
}

/** The search of the page's one address: only what makes another page of it. */
function searchOf(page: PublicPage, search: Readonly<Record<string, unknown>>): string {
  const kept = (page.search ?? []).flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : []));
  return kept.length > 0 ? `?${new URLSearchParams(kept as [string, string][])}` : '';
}

/** Who reads a page of their own; false where the session has ended. */
async function knowsReader(client: QueryClient): Promise<boolean> {
  try {
    client.setQueryData(['session'], await api.get('/session'));
    return true;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return false;
    throw error;
  }
}

/**
 * Draws public pages into `template`, the built index.html.
 * @returns what draws one visit; null for a page that only a browser draws, and for a form where there is none
 */
export async function openPages(
  template: string,
  manifest: Manifest,
): Promise<(visit: Visit) => Promise<Drawn | null>> {
  await Promise.all([loadWords('ru'), loadWords('en')]);
  return ({ url, origin, send, own, form }) => {
    const path = url.split('?')[0] ?? '/';
    const locale = localeOf(path);
    let through = send;
    return visits.run({ locale, path, origin, send: (...asked) => through(...asked) }, async () => {
      const router = await routerAt(url, locale);
      const match = router.state.matches.at(-1);
      const missing = getSsrStatus(router) === 404;
      const page: PublicPage | undefined = missing ? {} : pageAt(String(match?.routeId));
      if (!match || !page || (form !== undefined && !page.form)) return null;
      const search = match.search as Readonly<Record<string, unknown>>;
      const moved = page.moved?.(search);
      if (moved) return { moved: addressIn(locale, moved, '') };
      const client = pageQueries();
      if (page.own) {
        const first = addressIn(locale, '/sign-in', '');
        if (!own) return { moved: first };
        through = own;
        if (!(await knowsReader(client))) return { moved: first };
      } else if (own) client.setQueryData([...PLAIN_READER], true);
      if (page.address) client.setQueryData([...SITE_ORIGIN], origin);
      const { id = '' } = match.params as { id?: string };
      const taken = form === undefined || !page.form ? null : await takeForm(page.form, form, { id, client });
      if (taken && 'leads' in taken) return { moved: addressIn(locale, taken.leads, '') };
      if (page.form) client.setQueryData([...PLAIN_FORM], formOfPage(path, taken ?? {}));
      const whole = await drawWhole(<App client={client} router={router} />);
      const markup = taken?.refused ? atFirstError(whole) : whole;
      const status = taken ? taken.refused.status || 503 : missing ? 404 : statusOf(page, client);
      if (status >= 500 && form === undefined) return null; // the browser says what is wrong, and tries again
      const about = page.about?.({ origin, locale }, client, id) ?? { things: [] };
      const drawn = documentOf(template, {
        markup,
        about,
        origin,
        locale,
        answers: answersOf(client),
        path: addressIn('ru', path, ''),
        search: searchOf(page, search),
        hidden:
          status !== 200 ||
          page.hidden === true ||
          page.own === true ||
          search.q !== undefined ||
          search.taken !== undefined ||
          search.sent !== undefined,
        preloads: preloadsOf(manifest, locale, page),
      });
      client.clear();
      return { status, ...drawn, own: own !== undefined };
    });
  };
}

/** For the count of bytes: the scripts of each public page. */
export function scriptsOfPages(manifest: Manifest): { page: string; locale: Locale; files: string[] }[] {
  return Object.entries(PUBLIC_PAGES).flatMap(([page, known]) =>
    (['ru', 'en'] as const).map((locale) => ({ page, locale, files: scriptsOf(manifest, locale, known) })),
  );
}
