import { checkGift, type GiftTerms } from './gift.rules.js';

const terms: GiftTerms = { gift: true, kind: 'money', baseUnit: 'kopeck', only: ['elderly'], onBehalfOf: null };

test.each<[Partial<GiftTerms>, string[]]>([
  [{}, []],
  [{ only: [] }, ['only standing.gift-needs-purpose']],
  [{ kind: 'goods', baseUnit: 'pcs' }, ['gift standing.gift-of-money']],
  [{ onBehalfOf: 'organization' }, ['onBehalfOf standing.gift-of-person']],
  [{ gift: false, kind: 'goods', only: [], onBehalfOf: 'organization' }, []],
])('%j', (changes, expected) => {
  expect(checkGift({ ...terms, ...changes }).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
