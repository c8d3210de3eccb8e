import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { newestClearings } from '#clearing';
import { unpublishedTexts } from '#identity';
import { lastNeedNumber, publicNeeds } from '#needs';
import { countPublicOrganizations, publicOrganizations } from '#organizations';
import { refuseHttp } from './http.refusals.js';
import {
  robotsTxt,
  SITEMAP_MOST,
  sitemapIndex,
  urlElement,
  URLS_BEGIN,
  URLS_END,
  type Listed,
} from './sitemap.rules.js';

/** Rows that are read and written at a time: others get their turn in between. */
const LOT = 1_000;
const PAGES = ['/', '/needs', '/balance', '/how', '/shifts', '/clearings', '/v', '/complaint'];
/** There once they are published. */
const TEXTS = ['rules', 'privacy'] as const;

interface Row {
  readonly id: string;
  readonly changedAt: Date;
}
/** One noun: how many sitemaps it fills, and the addresses of one, lot by lot. */
interface Noun {
  readonly count: () => Promise<number>;
  readonly lots: (sitemap: number) => AsyncIterable<readonly Listed[]>;
}

const listed = (rows: readonly Row[], folder: string): Listed[] =>
  rows.map(({ id, changedAt }) => ({ path: `/${folder}/${id}`, changedAt }));
const filled = (things: number): number => Math.ceil(things / SITEMAP_MOST);

function nouns(source: DataSource, catalogue: Catalogue): Readonly<Record<string, Noun>> {
  return {
    needs: {
      count: async () => filled(await lastNeedNumber(source)),
      lots: async function* (sitemap) {
        for (let after = (sitemap - 1) * SITEMAP_MOST; after < sitemap * SITEMAP_MOST; after += LOT)
          yield listed(await publicNeeds(source, catalogue, after, after + LOT), 'needs');
      },
    },
    organizations: {
      count: async () => filled(await countPublicOrganizations(source)),
      lots: async function* (sitemap) {
        for (let skip = (sitemap - 1) * SITEMAP_MOST; skip < sitemap * SITEMAP_MOST; skip += LOT) {
          const rows = await publicOrganizations(source, skip, LOT);
          yield listed(rows, 'organizations');
          if (rows.length < LOT) return;
        }
      },
    },
    clearings: {
      count: async () => filled((await newestClearings(source, 1)).length),
      lots: async function* () {
        yield listed(await newestClearings(source, LOT), 'clearings');
      },
    },
  };
}

/** Everything that has no number: a few hundred at most. */
async function pages(source: DataSource, catalogue: Catalogue): Promise<Listed[]> {
  const missing = await unpublishedTexts(source);
  const texts = TEXTS.filter((text) => !missing.includes(text)).map((text) => `/${text}`);
  const places = catalogue.places.filter(({ kind }) => kind === 'municipality').map(({ code }) => `/places/${code}`);
  return [...PAGES, ...texts, ...places, ...catalogue.spheres.map(({ code }) => `/spheres/${code}`)].map((path) => ({
    path,
  }));
}

/** What machines ask for before they read pages: which they may, and which there are. Needs are parted by their numbers, so that a sitemap stays what it was. */
export function guideMachines(server: FastifyInstance, origin: string, source: DataSource, catalogue: Catalogue): void {
  const all = nouns(source, catalogue);
  const xml = (reply: FastifyReply): FastifyReply =>
    reply.header('content-type', 'application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600');
  server.get('/robots.txt', (_request, reply) =>
    reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(robotsTxt(origin)),
  );
  server.get('/sitemap.xml', async (_request, reply) => {
    const counts = await Promise.all(
      Object.entries(all).map(async ([noun, { count }]) =>
        Array.from({ length: await count() }, (_, at) => `${noun}-${at + 1}`),
      ),
    );
    return xml(reply).send(sitemapIndex(origin, ['pages', ...counts.flat()]));
  });
  server.get<{ Params: { name: string } }>('/sitemap/:name', async (request, reply) => {
    const { name } = request.params;
    if (name === 'pages.xml')
      return xml(reply).send(
        URLS_BEGIN + (await pages(source, catalogue)).map((page) => urlElement(origin, page)).join('') + URLS_END,
      );
    const [, noun = '', number = ''] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(name) ?? [];
    const found = Object.hasOwn(all, noun) ? all[noun] : undefined;
    if (!found || Number(number) > (await found.count())) return refuseHttp('http.not-found');
    return xml(reply).send(Readable.from(written(found.lots(Number(number)), origin)));
  });
}

async function* written(lots: AsyncIterable<readonly Listed[]>, origin: string): AsyncIterable<string> {
  yield URLS_BEGIN;
  for await (const lot of lots) if (lot.length > 0) yield lot.map((one) => urlElement(origin, one)).join('');
  yield URLS_END;
}
