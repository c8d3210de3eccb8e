import { SKILL_WORDS, type SideColumns } from '../index/side-columns.js';
import { CHECKED, VETTED_ONLY } from '../index/side-row.js';
import { FIRST_WEIGHTS, ONE, preferenceValue, purposeValue } from '../scoring/score.rules.js';
import { firstSkill, keyOf, listsOfNeed, listsOfOffer, needKeys, offerKeys, type NeedCodes } from './lists.rules.js';

// Two spheres; the first has two categories.
const [RELIEF, HEALTH, CLOTHES, FOOD, MEDICINE, JACKET, COAT, ZEYA, TYNDA, FUND, NEED] = [
  1, 2, 10, 11, 12, 20, 21, 30, 31, 40, 50,
] as const;
const { weights } = FIRST_WEIGHTS;

interface Said {
  readonly category?: number;
  readonly item?: number;
  readonly place?: number;
  readonly flags?: number;
  readonly skills?: readonly number[];
  readonly prefers?: readonly number[];
  readonly only?: readonly number[];
}

function row({ category = CLOTHES, item = 0, place = ZEYA, flags = 0, skills = [], prefers, only }: Said): SideColumns {
  const words = new Uint32Array(SKILL_WORDS);
  for (const skill of skills) words[skill >> 5]! |= 1 << (skill & 31);
  const sphere = category === MEDICINE || category === HEALTH ? HEALTH : RELIEF;
  const list = (codes: readonly number[] | undefined): Int32Array | null => (codes ? Int32Array.from(codes) : null);
  return {
    category: [category],
    sphere: [sphere],
    item: [item],
    place: [place],
    party: [FUND],
    self: [NEED],
    flags: [flags],
    skills: words,
    prefers: [list(prefers)],
    only: [list(only)],
  } as unknown as SideColumns;
}

const codes: NeedCodes = {
  sphereOf: new Map([
    [CLOTHES, RELIEF],
    [FOOD, RELIEF],
    [MEDICINE, HEALTH],
  ]),
  categoriesOf: new Map<number, ReadonlySet<number>>([
    [RELIEF, new Set<number>([CLOTHES, FOOD])],
    [HEALTH, new Set<number>([MEDICINE])],
  ]),
  places: new Set([ZEYA, TYNDA]),
  wished: new Set([FUND, FOOD, ZEYA, RELIEF, CLOTHES]),
  bound: new Set([FUND, NEED, ZEYA, RELIEF, CLOTHES, TYNDA]),
  preferred: new Map([
    [FUND, new Set([CLOTHES])],
    [NEED, new Set([CLOTHES])],
  ]),
};

/** Whether the offer finds the need by its lists, and the need the offer by its own. */
function meets(offer: Said, need: Said): { readonly found: boolean; readonly back: boolean } {
  const [o, n] = [row(offer), row(need)];
  const [stands, looks] = [new Set<number>(), new Set<number>()];
  needKeys(n, 0, codes.preferred, (key) => stands.add(key));
  offerKeys(o, 0, (key) => looks.add(key));
  return {
    found: listsOfOffer(o, 0, codes, weights).some(
      ({ key, place }) => stands.has(key) && (place === 0 || place === n.place[0]),
    ),
    back: listsOfNeed(n, 0, codes, weights).some(({ key }) => looks.has(key)),
  };
}

test.each<[string, Said, Said, boolean]>([
  ['the same category', {}, {}, true],
  ['another category of the sphere', { category: FOOD }, {}, false],
  ['the sphere of the category', { category: RELIEF }, {}, true],
  ['another sphere', { category: HEALTH }, {}, false],
  ['anything', { category: 0 }, {}, true],
  ['the same thing', { item: JACKET }, { item: JACKET }, true],
  ['the same thing for another cause', { item: JACKET, category: FOOD }, { item: JACKET }, true],
  ['another thing of the category', { item: COAT }, { item: JACKET }, false],
  ['a thing, for a need that names none', { item: JACKET }, {}, true],
  ['no thing, for a need that names one', {}, { item: JACKET }, true],
  ['anything, for a need that names a thing', { category: 0 }, { item: JACKET }, true],
  ['papers that were seen', { flags: CHECKED }, { flags: VETTED_ONLY }, true],
  ['papers that nobody has seen', {}, { flags: VETTED_ONLY }, false],
  ['papers where none are asked for', { flags: CHECKED }, {}, true],
  ['bound to the category', { only: [CLOTHES] }, {}, true],
  ['bound to another category', { only: [FOOD] }, {}, false],
  ['bound to the sphere', { only: [RELIEF] }, {}, true],
  ['bound to the place', { only: [ZEYA] }, {}, true],
  ['bound to another place', { only: [TYNDA] }, {}, false],
  ['bound to the organization', { only: [FUND] }, {}, true],
  ['bound to the need', { only: [NEED] }, {}, true],
  ['bound to another place or the organization', { only: [TYNDA, FUND] }, {}, true],
  ['bound to the place, for another cause', { only: [ZEYA], category: FOOD }, {}, false],
  ['the same thing, bound to the place', { only: [ZEYA], item: JACKET }, { item: JACKET }, true],
  ['the same thing, bound to another place', { only: [TYNDA], item: JACKET }, { item: JACKET }, false],
  ['a wish that is not answered takes nothing away', { prefers: [TYNDA] }, {}, true],
])('an offer of %s: %j and %j', (_, offer, need, meet) => {
  expect(meets(offer, need)).toEqual({ found: meet, back: meet });
});

test.each<[string, Said, Said, boolean]>([
  ['it has', { skills: [3, 77] }, { skills: [3] }, true],
  ['it has not', { skills: [4] }, { skills: [3] }, false],
  ['none, and none is asked for', {}, {}, true],
  ['more than is asked for', { skills: [3, 4] }, { skills: [4] }, true],
])('a need looks only at offers with the skill: %s', (_, offer, need, meet) => {
  expect(meets(offer, need).back).toBe(meet);
});

/** The most that a list gives in which the two meet. */
const best = (offer: Said, need: Said): number => {
  const stands = new Set<number>();
  const n = row(need);
  needKeys(n, 0, codes.preferred, (key) => stands.add(key));
  return Math.max(
    ...listsOfOffer(row(offer), 0, codes, weights)
      .filter(({ key, place }) => stands.has(key) && (place === 0 || place === n.place[0]))
      .map(({ gives }) => gives),
  );
};
const wish = (value: number): number => value * weights.preference;
test.each<[string, Said, Said, number]>([
  ['the category', {}, {}, purposeValue('category') * weights.purpose],
  ['the thing', { item: JACKET }, { item: JACKET }, purposeValue('item') * weights.purpose],
  ['a thing that one side names', { item: JACKET }, {}, purposeValue('category-loose') * weights.purpose],
  ['the sphere', { category: RELIEF }, {}, purposeValue('sphere') * weights.purpose],
  ['anything', { category: 0 }, {}, purposeValue('any') * weights.purpose],
  [
    'the category, wished for',
    { prefers: [CLOTHES] },
    {},
    purposeValue('category') * weights.purpose + wish(preferenceValue('category')),
  ],
  [
    'the sphere, wished for',
    { prefers: [RELIEF] },
    {},
    purposeValue('category') * weights.purpose + wish(preferenceValue('sphere')),
  ],
  ['the place, wished for', { prefers: [ZEYA] }, {}, purposeValue('category') * weights.purpose + wish(ONE)],
  ['the organization, wished for', { prefers: [FUND] }, {}, purposeValue('category') * weights.purpose + wish(ONE)],
  ['a wish that is not answered', { prefers: [TYNDA] }, {}, purposeValue('category') * weights.purpose],
  ['what is bound to it', { only: [FUND] }, {}, purposeValue('category') * weights.purpose + wish(ONE)],
])('at the best a list of %s gives', (_, offer, need, gives) => {
  expect(best(offer, need)).toBe(gives);
});

test.each<[number[], number, number]>([
  [[], 0, -1],
  [[0], 0, 0],
  [[31], 0, 31],
  [[32], 0, 32],
  [[127], 0, 127],
  [[3, 40], 4, 40],
  [[3], 4, -1],
  [[63, 64], 63, 63],
  [[63, 64], 64, 64],
])('of the skills %p the first from %d on is %d', (skills, from, first) => {
  expect(firstSkill(row({ skills }), 0, from)).toBe(first);
});

test('no two lists have one key, and every key is a whole number', () => {
  const levels = ['any', 'sphere', 'category', 'item', 'party'] as const;
  const keys = levels.flatMap((level) =>
    [0, 1, 2 ** 26 - 1].flatMap((code) =>
      [true, false].flatMap((things) => [0, 1, 2 ** 23 + 128].map((who) => keyOf(level, code, things, who))),
    ),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every(Number.isSafeInteger)).toBe(true);
});
