import fc from 'fast-check';
import { DAY_MS, newId, Refusal } from '#kernel';
import type { SignedEvent } from '../../support/stripe/fake-stripe.js';
import type { Thing } from '../../support/stripe/shapes.js';
import type { Cards } from './card.fixture.js';

/** What the world does to money by card, one thing after another. Numbers choose among what is there. */
export type CardStep =
  | {
      readonly what: 'give';
      readonly need: number;
      readonly roubles: number;
      readonly known: boolean;
      readonly lost: boolean;
      readonly pays: boolean;
    }
  | { readonly what: 'transfer'; readonly need: number; readonly roubles: number }
  | { readonly what: 'pay' | 'decline' | 'look' | 'fail-refund'; readonly one: number }
  | { readonly what: 'refund'; readonly one: number; readonly roubles: number | null; readonly here: boolean }
  | { readonly what: 'dispute'; readonly one: number; readonly roubles: number | null; readonly inquiry: boolean }
  | { readonly what: 'close'; readonly one: number; readonly outcome: 'won' | 'lost' }
  /** Which of all events that Stripe ever made come now, in this order: again, late, or before others. */
  | { readonly what: 'events'; readonly which: readonly number[] }
  | { readonly what: 'keep'; readonly one: number; readonly need: number | null }
  | { readonly what: 'use'; readonly need: number; readonly roubles: number }
  | { readonly what: 'withdraw'; readonly need: number }
  | { readonly what: 'apply' | 'day' };
export interface CardLived {
  readonly step: CardStep;
  /** At which statement the process dies, or after the commit (0); null: it lives. */
  readonly diesAt: number | null;
}

const n = fc.nat(9);
const roubles = fc.integer({ min: 1, max: 60 });
const step: fc.Arbitrary<CardStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('give' as const),
      need: n,
      roubles,
      known: fc.boolean(),
      lost: fc.constantFrom(false, false, true),
      pays: fc.constantFrom(true, true, false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('transfer' as const), need: n, roubles }) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'pay' as const,
        'pay' as const,
        'decline' as const,
        'look' as const,
        'fail-refund' as const,
      ),
      one: n,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('refund' as const),
      one: n,
      roubles: fc.option(roubles),
      here: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('dispute' as const),
      one: n,
      roubles: fc.option(roubles),
      inquiry: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('close' as const),
      one: n,
      outcome: fc.constantFrom('won' as const, 'lost' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('events' as const),
      which: fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('keep' as const), one: n, need: fc.option(n) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('use' as const), need: n, roubles }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('withdraw' as const), need: n }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('apply' as const, 'apply' as const, 'day' as const) }) },
);
export const cardHistories: fc.Arbitrary<CardLived[]> = fc.array(
  fc.record({ step, diesAt: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 2 }) }),
  { minLength: 12, maxLength: 34 },
);

/** What there is of one history. */
export interface CardWorld {
  readonly needs: readonly string[];
  readonly gifts: { readonly id: string; readonly code: string; intent: string }[];
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** Does one thing, and again where the process died; a refusal is an answer, everything else fails. */
export async function liveCard(
  cards: Cards,
  world: CardWorld,
  { step: asked, diesAt }: CardLived,
  die: (at: number | null) => void,
): Promise<void> {
  const work = prepared(cards, world, asked);
  die(diesAt);
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await work();
      break;
    } catch (error) {
      if (error instanceof Refusal) break;
      if ((error as Error).constructor.name !== 'Died') throw error;
    }
  }
  die(null);
  await cards.followAll();
}

function prepared(cards: Cards, world: CardWorld, asked: CardStep): () => Promise<unknown> {
  const { fake, clock } = cards;
  const gift = 'one' in asked ? at(world.gifts, asked.one) : undefined;
  const nothing = async (): Promise<void> => undefined;
  switch (asked.what) {
    case 'give': {
      const [id, need] = [newId(), at(world.needs, asked.need)!];
      return async () => {
        await cards.promises.promise(
          asked.known ? cards.donor : null,
          need,
          { quantity: `${asked.roubles}.00`, unit: 'rub', locale: 'ru', provider: 'stripe' },
          id,
        );
        if (asked.lost) fake.loseNextAnswer();
        const { code } = await cards.reads.giftById(id);
        const { clientSecret } = await cards.payments.session(code);
        const intent = clientSecret.split('_secret_')[0]!;
        world.gifts.push({ id, code, intent });
        if (asked.pays) fake.world.pay(intent);
      };
    }
    case 'transfer': {
      const id = newId();
      return async () => {
        await cards.promises.promise(
          null,
          at(world.needs, asked.need)!,
          { quantity: `${asked.roubles}.00`, unit: 'rub', locale: 'ru' },
          id,
        );
        const { code } = await cards.reads.giftById(id);
        await cards.import([{ purpose: `Дар ${code}`, sum: `${asked.roubles}.00`, number: id.slice(-12) }]);
      };
    }
    case 'pay':
      return async () => gift && atStripe(() => fake.world.pay(gift.intent));
    case 'decline':
      return async () =>
        gift && fake.world.get(gift.intent)['status'] === 'requires_payment_method' && fake.world.decline(gift.intent);
    case 'look':
      return async () => gift && cards.payments.look(gift.code);
    case 'fail-refund': {
      const refund = at(
        fake.world.all('refund').filter(({ payment_intent }) => payment_intent === gift?.intent),
        asked.one,
      );
      return async () => refund && fake.world.failRefund(refund.id);
    }
    case 'refund': {
      if (!gift) return nothing;
      const key = newId();
      const quantity = asked.roubles === null ? {} : { quantity: `${asked.roubles}.00`, unit: 'rub' };
      return asked.here
        ? () => cards.cardRefunds.refund(cards.owner, gift.code, { ...quantity, locale: 'ru' }, key)
        : async () =>
            atStripe(() =>
              fake.world.refund(gift.intent, asked.roubles === null ? null : asked.roubles * 100, {}, true),
            );
    }
    case 'dispute':
      return async () =>
        gift &&
        fake.world.dispute(gift.intent, {
          inquiry: asked.inquiry,
          ...(asked.roubles === null ? {} : { amount: asked.roubles * 100 }),
        });
    case 'close': {
      const dispute = at(fake.world.all('dispute'), asked.one);
      return async () => dispute && fake.world.close(dispute.id, asked.outcome);
    }
    case 'events':
      return () =>
        cards.deliver(
          asked.which.flatMap((index): SignedEvent[] =>
            eventAt(fake.world.events, index).map((event) => fake.sign(event)),
          ),
        );
    case 'keep':
      return async () => {
        const surplus = at(
          await cards.surplusReads.ofOrganization(cards.owner, cards.organization, 10, null, 'ru'),
          asked.one,
        )?.view;
        if (!surplus) return;
        const said =
          asked.need === null
            ? ({ outcome: 'organization' } as const)
            : ({ outcome: 'need', need: at(world.needs, asked.need)! } as const);
        await cards.surpluses.decide(cards.owner, surplus.id, said);
      };
    case 'use': {
      const id = newId();
      return () =>
        cards.ledger.run(async (tx) => {
          const needId = at(world.needs, asked.need)!;
          const amount = Math.min(asked.roubles * 100, await cards.ledger.lockUnusedOfNeed(tx, needId));
          if (amount > 0) await cards.ledger.use(tx, { id, needId, amount, at: clock.now(), by: null });
        });
    }
    case 'withdraw':
      return () => cards.ends.withdrawNeed(cards.coordinator, at(world.needs, asked.need)!);
    case 'day':
      clock.forward(DAY_MS);
      return () => cards.payments.endDue();
    case 'apply':
      return () => cards.events.applyDue();
  }
}

const eventAt = (events: readonly Thing[], index: number): Thing[] => {
  const event = at(events, index);
  return event ? [event] : [];
};

/** What Stripe refuses does not happen. */
function atStripe(deed: () => unknown): void {
  try {
    deed();
  } catch (error) {
    if ((error as Error).constructor.name !== 'StripeRefusal') throw error;
  }
}
