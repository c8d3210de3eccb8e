import fc from 'fast-check';
import { DAY_MS, HOUR_MS, newId, Refusal } from '#kernel';
import type { Bank, Payment } from './fixture.js';
import { preparedGift, type GiftStep } from './histories.gifts.js';

/** What the world does to the money of one organization, one thing after another. Numbers choose among what is there. */
export type Step =
  | { readonly what: 'promise'; readonly need: number; readonly roubles: number; readonly known: boolean }
  | GiftStep
  | {
      readonly what: 'statement';
      readonly again: readonly number[];
      readonly paid: readonly { readonly gift: number; readonly more: number; readonly code: boolean }[];
    }
  | {
      readonly what: 'decide';
      readonly row: number;
      readonly gift: number;
      readonly outcome: 'gift' | 'gift' | 'surplus' | 'not-a-gift';
    }
  | {
      readonly what: 'surplus';
      readonly surplus: number;
      readonly byDonor: boolean;
      readonly outcome: 'need' | 'organization' | 'back';
      readonly need: number;
    }
  | { readonly what: 'undo'; readonly surplus: number; readonly byDonor: boolean }
  | { readonly what: 'undo-row'; readonly row: number }
  | { readonly what: 'cancel-import'; readonly statement: number }
  | {
      readonly what: 'split';
      readonly row: number;
      readonly parts: readonly { readonly gift: number; readonly roubles: number }[];
    }
  | { readonly what: 'refund'; readonly gift: number; readonly roubles: number | null }
  | { readonly what: 'cancel'; readonly gift: number }
  | { readonly what: 'withdraw'; readonly need: number }
  | { readonly what: 'lapse' | 'hour' };
/** At which statement of the step the process dies, or after the commit (0), and then does it again; null: it lives. */
export type Lived = { readonly step: Step; readonly diesAt: number | null };

const n = fc.nat(9);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('promise' as const),
      need: n,
      roubles: fc.integer({ min: 1, max: 60 }),
      known: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('order' as const),
      wide: fc.boolean(),
      roubles: fc.integer({ min: 1, max: 900 }),
      known: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('date' as const),
      roubles: fc.integer({ min: 100, max: 400 }),
      wide: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('take-back' as const), gift: n }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('pledge' as const), roubles: fc.integer({ min: 1_000, max: 1_200 }) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('leave-out' as const), transfer: n }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('statement' as const),
      again: fc.array(n, { maxLength: 3 }),
      paid: fc.array(
        fc.record({ gift: n, more: fc.constantFrom(0, 0, 0, 40, -1), code: fc.constantFrom(true, true, false) }),
        { maxLength: 3 },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('decide' as const),
      row: n,
      gift: n,
      outcome: fc.constantFrom('gift' as const, 'gift' as const, 'surplus' as const, 'not-a-gift' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('surplus' as const),
      surplus: n,
      byDonor: fc.boolean(),
      outcome: fc.constantFrom('need' as const, 'organization' as const, 'back' as const),
      need: n,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('undo' as const), surplus: n, byDonor: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('undo-row' as const), row: n }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('cancel-import' as const), statement: n }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('split' as const),
      row: n,
      parts: fc.array(fc.record({ gift: n, roubles: fc.integer({ min: 1, max: 40 }) }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('refund' as const),
      gift: n,
      roubles: fc.option(fc.integer({ min: 1, max: 30 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('cancel' as const), gift: n }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('withdraw' as const), need: n }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('lapse' as const, 'hour' as const) }) },
);
export const histories: fc.Arbitrary<Lived[]> = fc.array(
  fc.record({ step, diesAt: fc.option(fc.integer({ min: 0, max: 25 }), { freq: 2 }) }),
  { minLength: 6, maxLength: 22 },
);

class Died extends Error {}

/** Makes the process die once, at that statement within a transaction; 0: right after a commit, before anybody hears of it. */
export function mortal(bank: Bank): (at: number | null) => void {
  let left: number | null = null;
  type Work = (tx: { queryRunner: { query: (...said: unknown[]) => Promise<unknown> } }) => Promise<unknown>;
  const source = bank.source as unknown as { transaction: (...said: (string | Work)[]) => Promise<unknown> };
  const whole = source.transaction.bind(source);
  source.transaction = async (...said) => {
    const work = said.at(-1) as Work;
    const done = await whole(...said.slice(0, -1), (tx) => {
      const { queryRunner } = tx;
      const query = queryRunner.query.bind(queryRunner);
      queryRunner.query = (...asked) => {
        if (left !== null && left > 0 && (left -= 1) === 0) {
          left = null;
          throw new Died('died between two statements');
        }
        return query(...asked);
      };
      return work(tx);
    });
    if (left !== 0) return done;
    left = null;
    throw new Died('died after the commit');
  };
  return (at) => {
    left = at;
  };
}

/** What there is of one history: its needs, gifts, and the transfers that really went over the bank. */
export interface World {
  readonly needs: readonly string[];
  readonly gifts: { readonly id: string; readonly code: string; readonly amount: number }[];
  /** Of pledges of this company. */
  readonly transfers: {
    readonly id: string;
    readonly code: string;
    readonly amount: number;
    readonly parts: readonly string[];
  }[];
  readonly giver: { readonly company: string; readonly owner: Bank['donor'] };
  readonly paid: Payment[];
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** Does one thing, and again where the process died; a refusal is an answer, everything else fails. */
export async function live(
  bank: Bank,
  owner: Bank['donor'],
  world: World,
  { step: asked, diesAt }: Lived,
  die: (at: number | null) => void,
): Promise<void> {
  const work = await prepared(bank, owner, world, asked);
  die(diesAt);
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await work();
      break;
    } catch (error) {
      if (error instanceof Refusal) break;
      if (!(error instanceof Died)) throw error;
    }
  }
  die(null);
  await bank.followAll();
}

async function prepared(bank: Bank, owner: Bank['donor'], world: World, asked: Step): Promise<() => Promise<unknown>> {
  const nothing = async (): Promise<void> => undefined;
  switch (asked.what) {
    case 'promise': {
      const [id, need] = [newId(), at(world.needs, asked.need)!];
      return async () => {
        await bank.promises.promise(
          asked.known ? bank.donor : null,
          need,
          { quantity: `${asked.roubles}.00`, unit: 'rub', locale: 'ru' },
          id,
        );
        const { code, amount } = await bank.reads.giftById(id);
        world.gifts.push({ id, code, amount });
      };
    }
    case 'order':
    case 'date':
    case 'take-back':
    case 'pledge':
    case 'leave-out':
      return preparedGift(bank, world, asked);
    case 'statement': {
      const fresh = asked.paid.map(({ gift, more, code }): Payment => {
        const meant = at([...world.gifts, ...world.transfers], gift);
        return {
          purpose: code && meant ? `Дар ${meant.code}` : 'без кода',
          sum: `${Math.max(1, (meant?.amount ?? 700) / 100 + more)}.00`,
          number: newId().slice(-12),
        };
      });
      const payments = [...asked.again.flatMap((index) => at(world.paid, index) ?? []), ...fresh];
      const once = payments.filter(
        ({ number }, index) => payments.findIndex((other) => other.number === number) === index,
      );
      world.paid.push(...fresh);
      return () => bank.import(once);
    }
    case 'decide': {
      const row = at(await bank.reads.toDecide(bank.organization, 10, null), asked.row);
      const gift = at(world.gifts, asked.gift);
      if (!row || (asked.outcome === 'gift' && !gift)) return nothing;
      return () =>
        bank.statements.decide(
          bank.coordinator,
          row.id,
          asked.outcome === 'gift' ? { outcome: 'gift', gift: gift!.code } : { outcome: asked.outcome },
        );
    }
    case 'surplus':
    case 'undo': {
      const surplus = at(
        await bank.surplusReads.ofOrganization(owner, bank.organization, 10, null, 'ru'),
        asked.surplus,
      )?.view;
      const actor = asked.byDonor ? bank.donor : owner;
      if (!surplus) return nothing;
      if (asked.what === 'undo') return () => bank.surpluses.undo(actor, surplus.id);
      const { outcome } = asked;
      return () =>
        bank.surpluses.decide(
          actor,
          surplus.id,
          outcome === 'need'
            ? { outcome, need: at(world.needs, asked.need)! }
            : outcome === 'back' && !asked.byDonor
              ? { outcome, bankDate: '2026-03-10', bankNumber: surplus.id.slice(-8) }
              : { outcome },
        );
    }
    case 'undo-row': {
      const row = at(await bank.rows.decided(bank.organization, 10, null), asked.row);
      return row ? () => bank.corrections.undo(bank.coordinator, row.id, 'ru') : nothing;
    }
    case 'cancel-import': {
      const statement = at(await bank.reads.statements(bank.organization, 10, null), asked.statement);
      return statement ? () => bank.cancellations.cancel(bank.coordinator, statement.id) : nothing;
    }
    case 'split': {
      const row = at(await bank.reads.toDecide(bank.organization, 10, null), asked.row);
      const parts = asked.parts.flatMap(({ gift, roubles }) =>
        at(world.gifts, gift)?.code ? [{ gift: at(world.gifts, gift)!.code, amount: roubles * 100 }] : [],
      );
      return row && parts.length > 0 ? () => bank.corrections.split(bank.coordinator, row.id, parts, 'ru') : nothing;
    }
    case 'refund': {
      const gift = at(world.gifts, asked.gift);
      const quantity = asked.roubles === null ? {} : { quantity: `${asked.roubles}.00`, unit: 'rub' };
      return gift
        ? () =>
            bank.refunds.refund(owner, gift.code, {
              ...quantity,
              locale: 'ru',
              bankDate: '2026-03-10',
              bankNumber: gift.code,
            })
        : nothing;
    }
    case 'cancel': {
      const [gift] = (await bank.source.query(
        'SELECT match_id AS match FROM gifts WHERE id = $1 AND match_id IS NOT NULL',
        [at(world.gifts, asked.gift)?.id ?? null],
      )) as { match: string }[];
      return gift ? () => bank.life.cancel(bank.coordinator, gift.match) : nothing;
    }
    case 'withdraw':
      return () => bank.ends.withdrawNeed(bank.coordinator, at(world.needs, asked.need)!);
    case 'lapse':
      bank.clock.forward(11 * DAY_MS);
      return () => bank.gifts.lapseDue();
    case 'hour':
      bank.clock.forward(HOUR_MS);
      return async () => {
        await bank.recognition.lookDue();
        await bank.cancellations.cancelDue();
      };
  }
}
