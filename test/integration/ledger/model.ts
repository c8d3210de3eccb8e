import fc from 'fast-check';
import { newId } from '#kernel';
import { refusal, type Books } from './books.js';

/** What the ledger should be, in a few lines of memory: no accounts, no transfers, only what people would count on paper. */
export interface Model {
  offers: { id: string; pledged: number; reserved: number; delivered: number; released: number }[];
  needs: { id: string; required: number; reserved: number; received: number; used: number }[];
  holds: {
    id: string;
    offer: number;
    need: number;
    amount: number;
    state: 'held' | 'posted' | 'voided';
    arrived: number;
    takenBack: number;
  }[];
}
type Real = Books;
type Command = fc.AsyncCommand<Model, Real>;

const available = (o: Model['offers'][number]) => o.pledged - o.reserved - o.delivered - o.released;
const open = (n: Model['needs'][number]) => n.required - n.reserved - n.received;
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

async function same(model: Model, books: Real): Promise<void> {
  for (const o of model.offers)
    expect(await books.offerBalance(o.id)).toEqual([o.pledged, available(o), o.reserved, o.delivered, o.released]);
  for (const n of model.needs)
    expect(await books.needBalance(n.id)).toEqual([n.required, open(n), n.reserved, n.received]);
}

/** A command that expects a code ("done" or the refusal) and changes the model only when it is done. Every third is sent twice at once. */
function command(
  name: string,
  ready: (model: Readonly<Model>) => boolean,
  plan: (model: Model) => { expected: string; send: (books: Real) => Promise<unknown>; apply: () => void },
  twice: boolean,
): Command {
  return {
    check: ready,
    toString: () => `${name}${twice ? ' (twice)' : ''}`,
    async run(model, books) {
      const { expected, send, apply } = plan(model);
      const answers = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => refusal(send(books))));
      expect(answers).toEqual(answers.map(() => expected));
      if (expected === 'done') apply();
      await same(model, books);
    },
  };
}

const hasBoth = (m: Readonly<Model>) => m.offers.length > 0 && m.needs.length > 0;
const number = fc.nat({ max: 50 });
const amount = fc.integer({ min: 1, max: 12 });
const twice = fc.integer({ min: 0, max: 2 }).map((n) => n === 0);

const openOffer = fc.tuple(amount, twice).map(([pledged, again]) =>
  command(
    `offer ${pledged}`,
    () => true,
    (model) => {
      const [id, donorId] = [newId(), newId()];
      return {
        expected: 'done',
        send: async ({ run, ledger, context, source }) => {
          await source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person') ON CONFLICT DO NOTHING`, [donorId]);
          await run((tx) =>
            ledger.openOffer(tx, { offerId: id, donorId, unit: 'pcs', item: null, amount: pledged, ...context() }),
          );
        },
        apply: () => model.offers.push({ id, pledged, reserved: 0, delivered: 0, released: 0 }),
      };
    },
    again,
  ),
);

const openNeed = fc.tuple(amount, twice).map(([required, again]) =>
  command(
    `need ${required}`,
    () => true,
    (model) => {
      const [id, organizationId] = [newId(), newId()];
      return {
        expected: 'done',
        send: async ({ run, ledger, context, source }) => {
          await source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'organization') ON CONFLICT DO NOTHING`, [
            organizationId,
          ]);
          await run((tx) =>
            ledger.openNeed(tx, { needId: id, organizationId, unit: 'pcs', item: null, required, ...context() }),
          );
        },
        apply: () => model.needs.push({ id, required, reserved: 0, received: 0, used: 0 }),
      };
    },
    again,
  ),
);

const hold = fc.tuple(number, number, amount, twice).map(([o, n, wanted, again]) =>
  command(
    `hold ${wanted}`,
    hasBoth,
    (model) => {
      const [offer, need, id] = [at(model.offers, o), at(model.needs, n), newId()];
      return {
        expected: wanted <= Math.min(available(offer), open(need)) ? 'done' : 'ledger.not-enough-left',
        send: ({ run, ledger, context }) =>
          run((tx) =>
            ledger.hold(tx, { id, offerId: offer.id, needId: need.id, matchId: id, amount: wanted, ...context() }),
          ),
        apply: () => {
          offer.reserved += wanted;
          need.reserved += wanted;
          model.holds.push({
            id,
            offer: model.offers.indexOf(offer),
            need: model.needs.indexOf(need),
            amount: wanted,
            state: 'held',
            arrived: 0,
            takenBack: 0,
          });
        },
      };
    },
    again,
  ),
);

const post = fc.tuple(number, amount, twice).map(([h, arrived, again]) =>
  command(
    `post ${arrived}`,
    (m) => m.holds.length > 0,
    (model) => {
      const held = at(model.holds, h);
      const expected =
        arrived > held.amount
          ? 'ledger.more-than-held'
          : held.state === 'held' || (held.state === 'posted' && held.arrived === arrived)
            ? 'done'
            : held.state === 'voided'
              ? 'ledger.hold-is-over'
              : 'ledger.same-id-other-content';
      return {
        expected,
        send: ({ run, ledger, context }) =>
          run((tx) => ledger.post(tx, { holdId: held.id, amount: arrived, ...context() })),
        apply: () => {
          if (held.state === 'posted') return; // the same again
          const [offer, need] = [model.offers[held.offer]!, model.needs[held.need]!];
          offer.reserved -= held.amount;
          need.reserved -= held.amount;
          offer.delivered += arrived;
          need.received += arrived;
          Object.assign(held, { state: 'posted', arrived });
        },
      };
    },
    again,
  ),
);

const voidHold = fc.tuple(number, twice).map(([h, again]) =>
  command(
    'void',
    (m) => m.holds.length > 0,
    (model) => {
      const held = at(model.holds, h);
      return {
        expected: held.state === 'posted' ? 'ledger.hold-is-over' : 'done',
        send: ({ run, ledger, context }) => run((tx) => ledger.voidHold(tx, { holdId: held.id, ...context() })),
        apply: () => {
          if (held.state === 'voided') return;
          model.offers[held.offer]!.reserved -= held.amount;
          model.needs[held.need]!.reserved -= held.amount;
          held.state = 'voided';
        },
      };
    },
    again,
  ),
);

const release = fc.tuple(number, twice).map(([o, again]) =>
  command(
    'release',
    (m) => m.offers.length > 0,
    (model) => {
      const offer = at(model.offers, o);
      return {
        expected: 'done',
        send: ({ run, ledger, context }) => run((tx) => ledger.release(tx, { offerId: offer.id, ...context() })),
        apply: () => {
          offer.released += available(offer);
        },
      };
    },
    again,
  ),
);

const raise = fc.tuple(number, amount, twice).map(([o, more, again]) =>
  command(
    `raise ${more}`,
    (m) => m.offers.length > 0,
    (model) => {
      const [offer, id] = [at(model.offers, o), newId()];
      return {
        expected: 'done',
        send: ({ run, ledger, context }) =>
          run((tx) => ledger.raise(tx, { id, offerId: offer.id, amount: more, ...context() })),
        apply: () => {
          offer.pledged += more;
        },
      };
    },
    again,
  ),
);

const lose = fc.tuple(number, amount, twice).map(([o, lost, again]) =>
  command(
    `lose ${lost}`,
    (m) => m.offers.length > 0,
    (model) => {
      const [offer, id] = [at(model.offers, o), newId()];
      return {
        expected: lost <= available(offer) ? 'done' : 'ledger.not-enough-left',
        send: ({ run, ledger, context }) =>
          run((tx) =>
            ledger.lose(tx, {
              id,
              offerId: offer.id,
              holderId: offer.id,
              amount: lost,
              matchId: id,
              reason: 'flood',
              ...context(),
            }),
          ),
        apply: () => {
          offer.delivered += lost;
        },
      };
    },
    again,
  ),
);

const changeRequired = fc.tuple(number, amount, twice).map(([n, required, again]) =>
  command(
    `require ${required}`,
    (m) => m.needs.length > 0,
    (model) => {
      const need = at(model.needs, n);
      return {
        expected: required < need.reserved + need.received ? 'ledger.required-below-use' : 'done',
        send: ({ run, ledger, context }) =>
          run((tx) => ledger.changeRequired(tx, { needId: need.id, required, ...context() })),
        apply: () => {
          need.required = required;
        },
      };
    },
    again,
  ),
);

const use = fc.tuple(number, amount, twice).map(([n, used, again]) =>
  command(
    `use ${used}`,
    (m) => m.needs.length > 0,
    (model) => {
      const [need, id] = [at(model.needs, n), newId()];
      return {
        expected: used <= need.received - need.used ? 'done' : 'ledger.not-enough-left',
        send: ({ run, ledger, context }) =>
          run((tx) => ledger.use(tx, { id, needId: need.id, amount: used, ...context() })),
        apply: () => {
          need.used += used;
        },
      };
    },
    again,
  ),
);

const reversal = fc.tuple(number, amount, twice).map(([h, back, again]) =>
  command(
    `reverse ${back}`,
    (m) => m.holds.some((held) => held.state === 'posted'),
    (model) => {
      const held = at(
        model.holds.filter((one) => one.state === 'posted'),
        h,
      );
      const [offer, need, id] = [model.offers[held.offer]!, model.needs[held.need]!, newId()];
      return {
        expected:
          back > held.arrived - held.takenBack
            ? 'ledger.mirror-too-much'
            : back > need.received - need.used
              ? 'ledger.not-enough-left'
              : 'done',
        send: async ({ run, ledger, context, source }) => {
          const [moved] = await source.query(`SELECT id FROM transfers WHERE resolves = $1 AND phase = 'post'`, [
            held.id,
          ]);
          return run((tx) =>
            ledger.reverse(tx, { id, transferId: moved.id, amount: back, reason: 'mistake', ...context() }),
          );
        },
        apply: () => {
          held.takenBack += back;
          need.received -= back;
          offer.delivered -= back;
        },
      };
    },
    again,
  ),
);

export const commands = [
  openOffer,
  openNeed,
  hold,
  hold,
  hold,
  post,
  post,
  voidHold,
  release,
  raise,
  lose,
  changeRequired,
  use,
  reversal,
] as fc.Arbitrary<Command>[];
