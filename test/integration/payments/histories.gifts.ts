import { assert, dayAt, DAY_MS, HOUR_MS, newId } from '#kernel';
import type { Bank } from './fixture.js';
import type { World } from './histories.js';

/** Money that names no need, once and at the date of a standing gift, what is taken back of it, and what a company pledges. */
export type GiftStep =
  | { readonly what: 'order'; readonly wide: boolean; readonly roubles: number; readonly known: boolean }
  | { readonly what: 'date'; readonly roubles: number; readonly wide: boolean }
  | { readonly what: 'take-back'; readonly gift: number }
  | { readonly what: 'pledge'; readonly roubles: number }
  | { readonly what: 'leave-out'; readonly transfer: number };

/** The same, whenever it is done: a date gives once. */
export async function preparedGift(bank: Bank, world: World, asked: GiftStep): Promise<() => Promise<unknown>> {
  switch (asked.what) {
    case 'order': {
      const id = newId();
      return async () => {
        await bank.orders.promise(
          asked.known ? bank.donor : null,
          asked.wide ? { sphere: 'elderly' } : { organization: bank.organization },
          { quantity: `${asked.roubles}.00`, unit: 'rub', locale: 'ru' },
          id,
        );
        const { gifts } = await bank.orderReads.ofOrder(id, 'ru');
        for (const { code, amount } of gifts) world.gifts.push({ id: (await bank.reads.gift(code)).id, code, amount });
      };
    }
    case 'date': {
      const today = dayAt(bank.catalogue.timeZone, bank.clock.now());
      const id = await bank.standing.setUp(bank.donor, {
        kind: 'money',
        quantity: `${asked.roubles}.00`,
        unit: 'rub',
        only: [asked.wide ? 'elderly' : bank.organization],
        frequency: 'weekly',
        firstOn: today,
        times: 1,
        gift: true,
      });
      bank.clock.forward(DAY_MS);
      return async () => {
        await bank.standingGifts.tick();
        bank.clock.forward(HOUR_MS);
        await bank.standingGifts.tick(); // what a death left, after its rest
        const made = await bank.links.giftsOf(id);
        for (const { code, amount } of made)
          if (!world.gifts.some((gift) => gift.code === code))
            world.gifts.push({ id: (await bank.reads.gift(code)).id, code, amount });
        const [{ dates }] = (await bank.source.query(
          'SELECT count(*)::int AS dates FROM standing_offer_dates WHERE standing_offer_id = $1',
          [id],
        )) as [{ dates: number }];
        assert(
          dates === 1 && made.length <= 5 && made.reduce((sum, { amount }) => sum + amount, 0) <= asked.roubles * 100,
          `a date had ${dates} turns and made ${made.length} gifts`,
        );
      };
    }
    case 'pledge': {
      const [id, key] = [newId(), newId()];
      const { company, owner } = world.giver;
      return async () => {
        await bank.pledges.make(
          owner,
          company,
          { ceiling: `${asked.roubles}.00`, only: [bank.organization], until: '2030-12-31', day: 28 },
          id,
        );
        await bank.pledges.settle(owner, id, 'ru', key);
        const { transfers, due, ceiling } = await bank.pledgeReads.one(owner, id);
        assert(due <= ceiling, `${due} is promised of a pledge of ${ceiling}`);
        for (const transfer of transfers)
          if (!world.transfers.some(({ code }) => code === transfer.code))
            world.transfers.push({
              id: transfer.id,
              code: transfer.code,
              amount: transfer.due,
              parts: transfer.parts.map(({ gift }) => gift),
            });
      };
    }
    case 'leave-out': {
      const transfer = world.transfers[asked.transfer % Math.max(1, world.transfers.length)];
      return async () => transfer && bank.pledges.remove(world.giver.owner, transfer.id, transfer.parts[0] ?? '');
    }
    case 'take-back': {
      const gift = world.gifts[asked.gift % Math.max(1, world.gifts.length)];
      return async () => gift && bank.links.takeBack(bank.donor.personId, gift.code);
    }
  }
}
