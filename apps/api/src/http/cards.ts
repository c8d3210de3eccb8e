import { createRequire } from 'node:module';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formatAmount, formatDecimal, type Catalogue } from '#catalogue';
import { Turns } from '#platform';
import { refuseHttp } from './http.refusals.js';
import type { DrawnPages } from './drawn-pages.js';
import { drawCard, type Card } from './card-picture.js';

type Locale = 'ru' | 'en';
interface Balance {
  readonly required: number;
  readonly received: number;
  readonly reserved: number;
  readonly open: number;
  readonly unit: string;
}
interface Need {
  readonly title: string;
  readonly kind: Card['kind'];
  readonly balance: Balance;
  readonly organization: { readonly shortName: string };
}
interface Item {
  readonly needs: number;
  readonly units: readonly (Balance & { readonly kind: string })[];
}

const WORDS = {
  ru: {
    site: 'Лепта',
    all: 'Каждая лепта доходит',
    required: 'Нужно',
    received: 'Получено',
    reserved: 'В резерве',
    open: 'Осталось',
    needs: 'Открытых нужд',
    money: 'Получено денег',
    time: 'Получено часов',
  },
  en: {
    site: 'Lepta',
    all: 'Every mite arrives',
    required: 'Needed',
    received: 'Received',
    reserved: 'Reserved',
    open: 'Still needed',
    needs: 'Open needs',
    money: 'Money received',
    time: 'Hours received',
  },
} as const;
/** Cards that are kept drawn: a link that is passed around is asked for by many. */
const KEPT_MOST = 100;
/** Cards that this process draws at once, and those that wait: further clients are sent away, so that a rush leaves the processor to others. */
export const cardTurns = new Turns(2, 20);

export const CARD_FONT = (): string =>
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf');

/** A picture that pages of others may show too. */
const sendPicture = (reply: FastifyReply, png: Buffer): FastifyReply =>
  reply
    .header('content-type', 'image/png')
    .header('cache-control', 'public, max-age=300')
    .header('cross-origin-resource-policy', 'cross-origin')
    .send(png);

/** The pictures that stand beside a link elsewhere: what a need has and lacks, or the open balance. Made of what the API tells everybody. */
export function serveCards(server: FastifyInstance, pages: DrawnPages, catalogue: Catalogue, origin: string): void {
  const kept = new Map<string, Promise<Buffer>>();
  const host = new URL(origin).host;
  const picture = (card: Card): Promise<Buffer> => {
    const id = JSON.stringify(card);
    const known = kept.get(id);
    if (known) return known;
    const drawn = cardTurns.take(() => drawCard(card, CARD_FONT()));
    if (!drawn) return refuseHttp('http.unavailable');
    const oldest = kept.size >= KEPT_MOST ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(id, drawn);
    drawn.catch(() => kept.delete(id)); // the caller that awaits it hears why
    return drawn;
  };
  const answer = async <T>(request: FastifyRequest, path: string, locale: Locale): Promise<T> => {
    const said = await pages.ask(request, path, { accept: 'application/json', 'accept-language': locale });
    return said.ok
      ? ((await said.json()) as T)
      : refuseHttp(said.status === 404 || said.status === 400 ? 'http.not-found' : 'http.unavailable');
  };
  for (const [prefix, locale] of [
    ['', 'ru'],
    ['/en', 'en'],
  ] as const) {
    const about = { site: WORDS[locale].site, host };
    server.get<{ Params: { name: string } }>(`${prefix}/cards/needs/:name`, async (request, reply) => {
      const [, id] = /^([\w-]{1,40})\.png$/.exec(request.params.name) ?? [];
      if (id === undefined) return refuseHttp('http.not-found');
      const need = await answer<Need>(request, `/api/v1/needs/${id}`, locale);
      const png = await picture({ ...about, ...needCard(need, locale, catalogue) });
      return sendPicture(reply, png);
    });
    server.get(`${prefix}/cards/balance.png`, async (request, reply) => {
      const { items } = await answer<{ items: readonly Item[] }>(
        request,
        '/api/v1/balance?by=sphere&limit=200',
        locale,
      );
      const png = await picture({ ...about, ...balanceCard(items, locale, catalogue) });
      return sendPicture(reply, png);
    });
  }
}

function needCard(
  { title, kind, balance, organization }: Need,
  locale: Locale,
  catalogue: Catalogue,
): Omit<Card, 'site' | 'host'> {
  const words = WORDS[locale];
  const say = (amount: number): string => formatAmount(amount, balance.unit, locale, catalogue);
  const share = (part: number): number => (balance.required > 0 ? part / balance.required : 0);
  return {
    title,
    under: organization.shortName,
    kind,
    received: share(balance.received),
    reserved: share(balance.reserved),
    figures: [
      [words.required, say(balance.required)],
      [words.received, say(balance.received)],
      ...(balance.reserved > 0 ? [[words.reserved, say(balance.reserved)] as const] : []),
      [words.open, say(balance.open)],
    ],
  };
}

function balanceCard(items: readonly Item[], locale: Locale, catalogue: Catalogue): Omit<Card, 'site' | 'host'> {
  const words = WORDS[locale];
  const sum = (unit: string, of: 'required' | 'received' | 'reserved'): number =>
    items
      .flatMap((item) => item.units)
      .filter((line) => line.unit === unit)
      .reduce((all, line) => all + line[of], 0);
  const required = sum('kopeck', 'required');
  return {
    title: words.all,
    under: '',
    kind: 'money',
    received: required > 0 ? sum('kopeck', 'received') / required : 0,
    reserved: required > 0 ? sum('kopeck', 'reserved') / required : 0,
    figures: [
      [words.needs, formatDecimal(String(items.reduce((all, item) => all + item.needs, 0)), locale)],
      [words.money, formatAmount(sum('kopeck', 'received'), 'kopeck', locale, catalogue)],
      [words.time, formatDecimal(String(Math.round(sum('minute', 'received') / 60)), locale)],
    ],
  };
}
