import type { StripeWorld } from './world.js';
import * as shapes from './shapes.js';

/** All that can happen to money by card, once: what Stripe tells of it has an event of every type that is used. */
export function liveEverything(world: StripeWorld): void {
  const account = world.put(shapes.account(world.id('acct'), { country: 'KZ', created: world.seconds, metadata: {} }));
  world.enable(account.id);
  const begin = (): string => {
    const intent = world.put(
      shapes.paymentIntent(world.id('pi'), {
        amount: 10_000,
        currency: 'rub',
        created: world.seconds,
        account: account.id,
        description: 'Пожертвование',
        metadata: { gift: 'a-gift' },
        group: 'a-gift',
      }),
    );
    world.tell('payment_intent.created', intent);
    return intent.id;
  };
  const [paid, disputed, given] = [begin(), begin(), begin()];
  world.decline(paid);
  for (const intent of [paid, disputed]) world.pay(intent);
  world.failRefund(world.refund(paid, 5_000, {}, false).id);
  world.close(world.dispute(disputed)?.id ?? '', 'won');
  world.cancel(given);
  world.payOut(account.id, 5_000);
  world.payOut(account.id, 5_000, 'failed');
  const customer = world.put(shapes.customer(world.id('cus'), { created: world.seconds, metadata: {} }));
  const setup = world.put(
    shapes.setupIntent(world.id('seti'), { created: world.seconds, customer: customer.id, metadata: {} }),
  );
  world.tell('setup_intent.created', setup);
  world.renew(world.enter(setup.id).id, 2031);
  world.forget(customer.id);
}
