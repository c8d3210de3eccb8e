import { DAY_MS } from '#kernel';
import fc from 'fast-check';
import {
  CODE_LIMITS,
  codeCan,
  codeFrom,
  divideHandOver,
  doneAt,
  goesBack,
  picturesOpen,
  plainCode,
  takesCode,
  whyNotAll,
  type Divided,
  type Parts,
  type SaidParts,
} from './hand-over-entry.rules.js';

const said = (changes: Partial<SaidParts>): SaidParts => ({
  quantity: 6,
  refused: 0,
  expired: 0,
  lost: 0,
  extra: 0,
  ...changes,
});
const parts = (changes: Partial<Parts>): Parts => ({
  arrived: 6,
  refused: 0,
  expired: 0,
  lost: 0,
  left: 0,
  extra: 0,
  ...changes,
});

test.each<[Partial<SaidParts>, Divided]>([
  [{}, { ok: true, parts: parts({}) }],
  [
    { quantity: 4, refused: 1 },
    { ok: true, parts: parts({ arrived: 4, refused: 1, left: 1 }) },
  ],
  [
    { quantity: 3, refused: 1, expired: 1, lost: 1 },
    { ok: true, parts: parts({ arrived: 3, refused: 1, expired: 1, lost: 1 }) },
  ],
  [
    { quantity: 0, lost: 6 },
    { ok: true, parts: parts({ arrived: 0, lost: 6 }) },
  ],
  [
    { quantity: 8, extra: 2 },
    { ok: true, parts: parts({ extra: 2 }) },
  ],
  [{ quantity: 7 }, { ok: false, code: 'match.more-than-held' }],
  [
    { quantity: 5, refused: 2 },
    { ok: false, code: 'hand-over.parts-beyond' },
  ],
  [
    { quantity: 5, refused: 1, expired: 1 },
    { ok: false, code: 'hand-over.parts-beyond' },
  ],
])('of six promised %j is divided', (words, divided) => {
  expect(divideHandOver(6, said(words))).toEqual(divided);
});

test('whatever is said, the parts add up to what was promised', () => {
  const amount = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      amount,
      amount,
      amount,
      amount,
      amount,
      (held, quantity, refused, expired, lost, extra) => {
        const divided = divideHandOver(held, { quantity, refused, expired, lost, extra });
        if (!divided.ok) return;
        const { arrived, left } = divided.parts;
        expect(arrived + refused + expired + lost + left).toBe(held);
        expect(Math.min(arrived, left)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test.each<[Partial<Parts>, 'broken' | 'wrong-size' | null, string[], string | null]>([
  [{}, null, [], null],
  [{ arrived: 5, refused: 1 }, 'wrong-size', [], 'refused: wrong-size'],
  [{ arrived: 5, refused: 1 }, 'broken', ['refused 1 refused: broken'], 'refused: broken'],
  [
    { arrived: 3, refused: 1, expired: 1, left: 1 },
    'broken',
    ['refused 1 refused: broken', 'expired 1 expired'],
    'refused: broken, expired, left behind',
  ],
  [{ arrived: 5, lost: 1 }, null, [], 'lost on the way'],
])('of %j with the reason %s goes back to the giver %j', (of, reason, back, why) => {
  expect(goesBack(parts(of), reason).map(({ part, amount, reason: said }) => `${part} ${amount} ${said}`)).toEqual(
    back,
  );
  expect(whyNotAll(parts(of), reason)).toBe(why);
});

const NOW = new Date('2026-11-26T10:00:00Z');
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000);
const YES = new Date(NOW.getTime() - 10 * DAY_MS);

test.each<[Date | null, Date, Date | string]>([
  [null, YES, NOW],
  [minutes(-90), YES, minutes(-90)],
  [minutes(5), YES, NOW],
  [minutes(11), YES, 'hand-over.time-ahead'],
  [
    new Date(NOW.getTime() - CODE_LIMITS.sentWithinDays * DAY_MS),
    YES,
    new Date(NOW.getTime() - CODE_LIMITS.sentWithinDays * DAY_MS),
  ],
  [new Date(NOW.getTime() - CODE_LIMITS.sentWithinDays * DAY_MS - 1), YES, 'hand-over.time-too-old'],
  [minutes(-35), minutes(-30), minutes(-30)],
  [minutes(-41), minutes(-30), 'hand-over.time-before-yes'],
])('done at %s, agreed at %s', (at, accepted, expected) => {
  const time = doneAt(at, NOW, accepted);
  expect(time.ok ? time.at : time.code).toEqual(expected);
});

test('only things that both agreed on are handed over by a code, entered by the organization', () => {
  expect([
    takesCode('goods', 'accepted'),
    takesCode('goods', 'delivered'),
    takesCode('goods', 'held'),
    takesCode('goods', 'confirmed'),
    takesCode('money', 'accepted'),
    takesCode('time', 'accepted'),
  ]).toEqual([true, true, false, false, false, false]);
  const match = { kind: 'goods', status: 'accepted' } as const;
  expect([
    codeCan('organization', match, null),
    codeCan('donor', match, 0),
    codeCan('donor', match, CODE_LIMITS.tries),
    codeCan(null, match, CODE_LIMITS.tries),
  ]).toEqual([['enter-hand-over'], [], ['renew-code'], []]);
});

test('pictures are added while things change hands and for thirty days', () => {
  const ended = (days: number) => ({ status: 'confirmed' as const, endedAt: new Date(NOW.getTime() - days * DAY_MS) });
  expect([
    picturesOpen('goods', { status: 'accepted', endedAt: null }, NOW),
    picturesOpen('goods', ended(29), NOW),
    picturesOpen('goods', ended(30), NOW),
    picturesOpen('money', ended(1), NOW),
    picturesOpen('goods', { status: 'cancelled', endedAt: NOW }, NOW),
  ]).toEqual([true, true, false, false, false]);
});

test('a code has four digits, also where it begins with noughts, and is read with spaces', () => {
  expect([codeFrom(7), codeFrom(9999), plainCode(' 82 61 ')]).toEqual(['0007', '9999', '8261']);
});
