import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Answer, Caller } from '../support/api.js';
import { heaters, ok, wish, type Region } from '../support/region.js';

/** A region with a pair that can promise and receive again and again. */
export interface DeedStage {
  readonly region: Region;
  readonly source: DataSource;
  readonly offer: string;
  readonly need: string;
}

export async function openDeedStage(region: Region, source: DataSource): Promise<DeedStage> {
  return {
    region,
    source,
    offer: await region.postOffer({ quantity: '5000', amountConfirmed: true }),
    need: await region.openNeed({ quantity: '5000', autoAccept: true }),
  };
}

export interface Try {
  send(key: string): Promise<Answer>;
  /** Looks whether it was done exactly once, and makes room for the next one. */
  settle(answer: Answer): Promise<void>;
}

/** Something that is asked for with one key, however often it is sent. */
export interface Deed {
  readonly status: number;
  prepare(stage: DeedStage): Promise<Try>;
}

const post =
  (who: Caller, path: string, body: object) =>
  (key: string): Promise<Answer> =>
    who.post(path, body, { 'idempotency-key': key });
const offerBalance = async ({ region, offer }: DeedStage): Promise<Record<string, number>> =>
  ok(await region.donor.get(`/offers/${offer}`)).body.balance;
const facts = async ({ source }: DeedStage, type: string, name: string, id: string): Promise<number> =>
  (await source.query('SELECT count(*) AS n FROM facts WHERE type = $1 AND payload->>$2 = $3', [type, name, id]))[0].n;

export const DEEDS = {
  'an offer': {
    status: 201,
    prepare: async (stage) => {
      const { region, source } = stage;
      const title = randomUUID();
      return {
        send: post(region.donor, '/offers', wish({ title })),
        settle: async ({ body }) => {
          expect(await source.query('SELECT id FROM offers WHERE title = $1', [title])).toEqual([{ id: body.id }]);
          expect(await facts(stage, 'offer.opened', 'offerId', body.id)).toBe(1);
          ok(await region.donor.post(`/offers/${body.id}/withdraw`));
        },
      };
    },
  },
  'a need': {
    status: 201,
    prepare: async ({ region, source }) => {
      const title = randomUUID();
      return {
        send: post(region.coordinator, '/needs', heaters(region.organization, { title })),
        settle: async ({ body }) =>
          expect(await source.query('SELECT id FROM needs WHERE title = $1', [title])).toEqual([{ id: body.id }]),
      };
    },
  },
  'a yes': {
    status: 200,
    prepare: async (stage) => {
      const { region, offer, need } = stage;
      const id = await region.propose(offer, need, 5);
      return {
        send: post(region.donor, `/matches/${id}/accept`, {}),
        settle: async () => {
          expect(await offerBalance(stage)).toMatchObject({ reserved: 5 });
          expect(await facts(stage, 'match.accepted', 'matchId', id)).toBe(1);
          ok(await region.donor.post(`/matches/${id}/cancel`, {}));
          expect(await offerBalance(stage)).toMatchObject({ reserved: 0 });
        },
      };
    },
  },
  'a receipt': {
    status: 200,
    prepare: async (stage) => {
      const { region, offer, need } = stage;
      const id = await region.propose(offer, need, 5);
      ok(await region.donor.post(`/matches/${id}/accept`));
      const before = await offerBalance(stage);
      const { received } = await region.needBalance(need);
      return {
        send: post(region.coordinator, `/matches/${id}/confirm`, { quantity: '3', unit: 'pcs', lost: '1' }),
        settle: async () => {
          expect(await offerBalance(stage)).toMatchObject({
            reserved: 0,
            delivered: (before.delivered as number) + 4,
            available: (before.available as number) + 1,
          });
          expect(await region.needBalance(need)).toMatchObject({ reserved: 0, received: (received as number) + 3 });
          expect(await facts(stage, 'match.confirmed', 'matchId', id)).toBe(1);
        },
      };
    },
  },
} as const satisfies Record<string, Deed>;
