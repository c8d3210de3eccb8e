import { newId } from '#kernel';
import {
  CardAccounts,
  CardBooks,
  CardCharges,
  CardDifferences,
  CardEnds,
  CardEvents,
  CardPayments,
  CardPayouts,
  CardQueries,
  CardReconciliation,
  CardRefunds,
  DisputedTransfers,
} from '#payments';
import { fakeStripe, type SignedEvent } from '../../support/stripe/fake-stripe.js';
import type { Thing } from '../../support/stripe/shapes.js';
import { openBank, type Bank } from './fixture.js';

/** An organization that takes cards at a Stripe of the test's own, with every service of them. */
export async function openCards() {
  let now = (): Date => new Date();
  const fake = await fakeStripe(() => now());
  const bank = await openBank(fake.settings);
  now = () => bank.clock.now();
  const cards = cardServices(bank);
  const owner = bank.as(await bank.people.person('Ольга Карточная'), bank.organization, 'owner');
  await bank.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'owner', 'organization', $3)`,
    [newId(), owner.personId, bank.organization],
  );
  await cards.accounts.link(owner, bank.organization, 'KZ', newId());
  const { account } = (await cards.accounts.all())[0]!;
  fake.world.enable(account);
  await cards.accounts.follow(account);
  /** Events that were not yet delivered. */
  let sent = 0;
  const deliver = async (events: readonly SignedEvent[]): Promise<void> => {
    for (const { payload, signature } of events) await cards.events.store(Buffer.from(payload), signature);
  };
  return {
    ...bank,
    fake,
    ...cards,
    owner,
    account,
    deliver,
    /** What Stripe has to tell since the last time. */
    fresh: (): Thing[] => {
      const events = fake.world.events.slice(sent);
      sent = fake.world.events.length;
      return events;
    },
    /** All that is new is delivered and applied. */
    settle: async (): Promise<void> => {
      const events = fake.world.events.slice(sent);
      sent = fake.world.events.length;
      await deliver(events.map((event) => fake.sign(event)));
      await cards.events.applyDue();
    },
    /** A gift by card, with its payment at Stripe begun. */
    byCard: async (needId: string, rub = '1500.00', who: Bank['donor'] | null = null) => {
      const id = await bank.promises.promise(who, needId, {
        quantity: rub,
        unit: 'rub',
        locale: 'ru',
        anonymous: true,
        provider: 'stripe',
      });
      const gift = await bank.reads.giftById(id);
      const { clientSecret } = await cards.payments.session(gift.code);
      return { ...gift, intent: clientSecret.split('_secret_')[0]! };
    },
    close: async (): Promise<void> => {
      await fake.close();
      await bank.db.drop();
    },
  };
}
export type Cards = Awaited<ReturnType<typeof openCards>>;

function cardServices(bank: Bank) {
  const { source, clock, catalogue, gifts, statements, env, stripe, giftMatches: matches } = bank;
  const books = new CardBooks(source, clock, catalogue, gifts, matches);
  const transfers = new DisputedTransfers(stripe);
  const payments = new CardPayments(source, clock, stripe, gifts, books, transfers);
  const accounts = new CardAccounts(source, clock, env, stripe, statements);
  const payouts = new CardPayouts(source, clock, stripe);
  return {
    books,
    payments,
    accounts,
    payouts,
    events: new CardEvents(source, clock, stripe, payments, books, transfers, accounts, payouts, bank.saved),
    charges: new CardCharges(
      source,
      clock,
      catalogue,
      bank.giftDates,
      matches,
      stripe,
      payments,
      books,
      transfers,
      env,
    ),
    differences: new CardDifferences(source, clock, statements, stripe),
    cardEnds: new CardEnds(source, clock, catalogue, stripe, bank.saved, env),
    reconciliation: new CardReconciliation(source, clock, catalogue, stripe, payments, payouts, accounts),
    cardRefunds: new CardRefunds(source, catalogue, stripe, payments),
    cardReads: new CardQueries(source, catalogue, stripe),
  };
}
