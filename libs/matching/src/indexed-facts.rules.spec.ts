import { readFileSync } from 'node:fs';
import { INDEXED_FACTS, toReadAgain, type IndexedFact } from './indexed-facts.rules.js';

const ids = (facts: readonly IndexedFact[]): object => {
  const { offerIds, needIds, organizationIds, personIds, pairs } = toReadAgain(facts);
  return {
    offers: [...offerIds],
    needs: [...needIds],
    organizations: [...organizationIds],
    people: [...personIds],
    pairs: pairs.map((pair) => `${pair.offerId} ${pair.needId}`),
  };
};
const nothing = { offers: [], needs: [], organizations: [], people: [], pairs: [] };

test('every fact of the kernel is named, and no other', () => {
  const facts = [...readFileSync('libs/kernel/src/facts.ts', 'utf8').matchAll(/^ {2}'([a-z-]+\.[a-z-]+)':/gm)].map(
    (match) => match[1] ?? '',
  );
  expect(facts.length).toBeGreaterThan(50);
  expect(Object.keys(INDEXED_FACTS).sort()).toEqual(facts.sort());
});

test.each<[IndexedFact, object]>([
  [{ type: 'need.changed', payload: { needId: 'n' } }, { needs: ['n'] }],
  [{ type: 'need.imported', payload: { needIds: ['n', 'm'] } }, { needs: ['n', 'm'] }],
  [{ type: 'offer.imported', payload: { offerIds: ['o', 'p'] } }, { offers: ['o', 'p'] }],
  [
    { type: 'match.held', payload: { matchId: 'm', offerId: 'o', needId: 'n' } },
    { offers: ['o'], needs: ['n'], pairs: ['o n'] },
  ],
  [{ type: 'match.proposed', payload: { offerId: 'o', needId: 'n' } }, {}],
  [{ type: 'gift.promised', payload: { needId: 'n' } }, { needs: ['n'] }],
  [{ type: 'gift.lapsed', payload: { needId: 'n' } }, { needs: ['n'] }],
  [{ type: 'gift.unseen', payload: { needId: 'n' } }, { needs: ['n'] }],
  [{ type: 'gift.refunded', payload: { needId: 'n' } }, { needs: ['n'] }],
  [{ type: 'surplus.moved', payload: { needId: 'n' } }, { needs: ['n'] }],
  [{ type: 'organization.suspended', payload: { organizationId: 'g' } }, { organizations: ['g'] }],
  [{ type: 'person.papers-changed', payload: { personId: 'p' } }, { people: ['p'] }],
  [{ type: 'person.erased', payload: { personId: 'p' } }, {}],
  [{ type: 'clearing.proposed', payload: { needIds: ['n'] } }, {}],
])('%j is read again as far as it concerns the index', (fact, read) => {
  expect(ids([fact])).toEqual({ ...nothing, ...read });
});

test('what several facts tell of is read once', () => {
  expect(
    ids([
      { type: 'need.opened', payload: { needId: 'n' } },
      { type: 'need.changed', payload: { needId: 'n' } },
    ]),
  ).toEqual({ ...nothing, needs: ['n'] });
});
