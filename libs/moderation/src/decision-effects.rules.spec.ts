import { effectsOf, type GivingOffer } from './decision-effects.rules.js';

const need = { required: 100, open: 60, reserved: 30, received: 10, unit: 'pcs' };
const offer = { pledged: 20, available: 8, reserved: 5, delivered: 7, released: 0, unit: 'pcs' };
const giving = (changes: Partial<GivingOffer> = {}): GivingOffer => ({
  status: 'partly_used',
  signUp: false,
  gift: false,
  ...changes,
});

test('approved it has arrived; lost it is open again at the need; returned it is there for others on both sides', () => {
  expect(effectsOf(5, need, offer, giving())).toEqual({
    unit: 'pcs',
    amount: 5,
    rows: [
      { account: 'need.received', now: 10, approve: 15, lost: 10, return: 10 },
      { account: 'need.reserved', now: 30, approve: 25, lost: 25, return: 25 },
      { account: 'need.open', now: 60, approve: 60, lost: 65, return: 65 },
      { account: 'need.required', now: 100, approve: 100, lost: 100, return: 100 },
      { account: 'losses', now: 0, approve: 0, lost: 5, return: 0 },
      { account: 'offer.available', now: 8, approve: 8, lost: 8, return: 13 },
    ],
  });
});

test('whatever is decided, what is received, reserved and open is what is needed', () => {
  const { rows } = effectsOf(5, need, offer, giving());
  for (const when of ['now', 'approve', 'lost', 'return'] as const) {
    const [received, reserved, open, required] = rows.map((row) => row[when]);
    expect([when, received! + reserved! + open!]).toEqual([when, required]);
  }
});

test.each<[string, Partial<GivingOffer>, number]>([
  ['is open', { status: 'open' }, 5],
  ['is used up', { status: 'used_up' }, 5],
  ['was taken back', { status: 'withdrawn' }, 0],
  ['has run out', { status: 'expired' }, 0],
  ['a moderator returned', { status: 'returned' }, 0],
  ['came of a place in a shift', { signUp: true }, 0],
  ['came of a gift', { gift: true }, 0],
])('what is returned to an offer that %s', (_, changes, available) => {
  expect(effectsOf(5, need, { ...offer, available: 0 }, giving(changes)).rows.at(-1)).toEqual({
    account: 'offer.available',
    now: 0,
    approve: 0,
    lost: 0,
    return: available,
  });
});
