import { FIRST_WEIGHTS, freshContext, type NeedSide, type OfferSide } from '#engine';
import { DAY_MS } from '#kernel';
import { chooseNeeds, rankNeeds, tellingParts, TRANSFERS_MOST } from './gift-choice.rules.js';

const NOW = Date.parse('2026-03-10T05:00:00Z');
const name = (text: string) => ({ ru: text, en: text });
const world = {
  context: freshContext(FIRST_WEIGHTS),
  now: NOW,
  words: { name, amount: (amount: number) => name(String(amount)) },
};
const gift = (left: number, more: Partial<OfferSide> = {}): OfferSide => ({
  id: 'g',
  kind: 'money',
  category: 'c-elderly',
  item: null,
  baseUnit: 'kopeck',
  left,
  min: 100,
  step: 1,
  place: null,
  at: null,
  radiusKm: null,
  from: null,
  until: null,
  skills: [],
  prefers: [],
  only: [],
  bestBefore: null,
  attributes: null,
  cold: false,
  checks: [],
  donor: 'd',
  owners: [],
  since: NOW,
  live: true,
  ...more,
});
const need = (id: string, left: number, more: Partial<NeedSide> = {}): NeedSide => ({
  id,
  kind: 'money',
  category: 'c-elderly',
  sphere: 'elderly',
  item: null,
  baseUnit: 'kopeck',
  required: left,
  left,
  min: 1,
  place: 'zeya',
  at: null,
  remote: false,
  from: null,
  deadline: NOW + 20 * DAY_MS,
  skills: [],
  vettedOnly: false,
  keepsCold: false,
  accepts: null,
  urgency: 3,
  organization: `org-${id}`,
  since: NOW - 5 * DAY_MS,
  utcOffsetMinutes: 540,
  live: true,
  ...more,
});
const chosen = (choice: ReturnType<typeof chooseNeeds>): string =>
  `${choice.parts.map(({ need: { id }, scored }) => `${id} ${scored.amount}`).join(', ')} | ${choice.left}`;

test.each<[string, number, NeedSide[], string]>([
  ['nothing asks: all of it stays', 5_000, [], ' | 5000'],
  [
    'the best of those that take it whole, though a smaller one would be finished',
    5_000,
    [need('small', 700, { urgency: 5 }), need('big', 90_000)],
    'big 5000 | 0',
  ],
  [
    'of several that take it whole the engine’s best',
    5_000,
    [need('calm', 90_000, { urgency: 1 }), need('urgent', 90_000, { urgency: 5 })],
    'urgent 5000 | 0',
  ],
  [
    'none takes it whole: a transfer to each of several',
    5_000,
    [need('a', 3_000, { urgency: 5 }), need('b', 2_500)],
    'a 3000, b 2000 | 0',
  ],
  [
    'one organization has one transfer',
    5_000,
    [need('a', 3_000, { urgency: 5, organization: 'one' }), need('b', 2_500, { organization: 'one' })],
    'a 3000 | 2000',
  ],
  [
    'a rest below the smallest gift stays with its giver',
    3_050,
    [need('a', 3_000), need('b', 20, { urgency: 1 })],
    'a 3000 | 50',
  ],
  [
    'not many transfers',
    9_000,
    Array.from({ length: 9 }, (_, at) => need(`n${at}`, 1_000)),
    'n0 1000, n1 1000, n2 1000, n3 1000, n4 1000 | 4000',
  ],
  [
    'what is closed, met or of other things is not looked at',
    5_000,
    [
      need('a', 9_000, { live: false }),
      need('b', 0),
      need('c', 9_000, { kind: 'goods' }),
      need('d', 9_000, { deadline: NOW }),
    ],
    ' | 5000',
  ],
  ['a smallest useful part is kept', 5_000, [need('a', 90_000, { min: 6_000 })], ' | 5000'],
])('%s', (_what, amount, needs, expected) => {
  expect(chosen(chooseNeeds(gift(amount), needs, world))).toBe(expected);
});

test('only what it is bound to, and never the giver’s own organization', () => {
  const needs = [need('a', 9_000, { place: 'tynda' }), need('b', 9_000, { organization: 'mine' }), need('c', 9_000)];
  expect(chosen(chooseNeeds(gift(5_000, { only: ['zeya'], owners: ['mine'] }), needs, world))).toBe('c 5000 | 0');
  expect(rankNeeds(gift(5_000, { only: ['a'] }), needs, world).map(({ need: { id } }) => id)).toEqual(['a']);
  expect(TRANSFERS_MOST).toBe(5);
});

test('few reasons are those that weighed most, and none that the giver chose', () => {
  const [best] = rankNeeds(gift(5_000, { only: ['zeya'] }), [need('a', 9_000, { urgency: 5 })], world);
  expect(tellingParts(best!.scored.parts, 3).map(({ part }) => part)).toEqual(['urgency', 'completion', 'trust']);
  expect(tellingParts(best!.scored.parts, 9).map(({ part }) => part)).not.toContain('preference');
});
