import type { AcceptedByAll, AcceptedThings, FieldError } from '#kernel';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import {
  acceptedHere,
  acceptedTogether,
  readAccepted,
  readAttributes,
  type AcceptedForm,
  type AttributesForm,
} from './attributes.rules.js';

const told = (errors: readonly FieldError[]): string[] => errors.map(({ field, code }) => `${field} ${code}`);

test.each<[string, item: string, said: AttributesForm | null, read: unknown, errors: string[]]>([
  ['nothing', 'shoes', null, null, []],
  ['nothing in an object', 'shoes', { sizes: [' '], season: null }, null, []],
  [
    'boots',
    'shoes',
    { sizes: ['38', '38 '], season: 'winter', condition: 'good' },
    { sizes: ['38'], season: 'winter', condition: 'good' },
    [],
  ],
  [
    'letters of both alphabets',
    'clothes-adult',
    { sizes: ['хл', '42,5', '98–104'] },
    { sizes: ['XL', '42.5', '98-104'], season: null, condition: null },
    [],
  ],
  ['a season of a pram', 'pram', { season: 'winter' }, null, ['attributes.season catalogue.attribute-not-asked']],
  ['worn underwear', 'underwear-new', { condition: 'worn' }, null, ['attributes.condition catalogue.only-new']],
  ['a condition that is none', 'pram', { condition: 'fine' }, null, ['attributes.condition form.not-in-list']],
  [
    'a story instead of a size',
    'shoes',
    { sizes: ['38', 'as my son wore it'] },
    null,
    ['attributes.sizes.1 catalogue.no-size'],
  ],
  [
    'too many sizes',
    'shoes',
    { sizes: Array.from({ length: 11 }, (_, at) => `${at}`) },
    null,
    ['attributes.sizes form.too-many'],
  ],
  [
    'the condition of rice',
    'food-dry',
    { condition: 'new' },
    null,
    ['attributes.condition catalogue.attribute-not-asked'],
  ],
])('%s', async (_, item, said, read, errors) => {
  const catalogue = await catalogueFromFiles();
  const wrong: FieldError[] = [];
  const category = catalogue.item(item)?.category ?? null;
  const result = readAttributes(catalogue, { kind: 'goods', category, item }, said, wrong);
  expect(told(wrong)).toEqual(errors);
  if (errors.length === 0) expect(result).toEqual(read);
});

test.each<[string, item: string | null, said: AcceptedForm | null, read: unknown, errors: string[]]>([
  ['everything', null, { sizes: [], notNow: [] }, null, []],
  [
    'winter things, no shoes',
    null,
    { seasons: ['winter'], notNow: ['shoes'] },
    { sizes: [], seasons: ['winter'], conditions: [], notNow: ['shoes'] },
    [],
  ],
  [
    'what is not needed of one thing',
    'shoes',
    { notNow: ['shoes'] },
    null,
    ['accepts.notNow need.not-now-of-category'],
  ],
  ['a thing of another category', null, { notNow: ['pram'] }, null, ['accepts.notNow.0 form.not-in-list']],
  [
    'for all the year is no season that is asked for',
    null,
    { seasons: ['all-year'] },
    null,
    ['accepts.seasons.0 form.not-in-list'],
  ],
  [
    'a season of underwear',
    'underwear-new',
    { seasons: ['winter'] },
    null,
    ['accepts.seasons catalogue.attribute-not-asked'],
  ],
])('a need takes %s', async (_, item, said, read, errors) => {
  const catalogue = await catalogueFromFiles();
  const wrong: FieldError[] = [];
  const result = readAccepted(catalogue, { kind: 'goods', category: 'relief-clothing', item }, said, wrong);
  expect(told(wrong)).toEqual(errors);
  if (errors.length === 0) expect(result).toEqual(read);
});

const own: AcceptedThings = { sizes: ['48'], seasons: [], conditions: [], notNow: ['toys'] };
test.each<
  [
    what: string,
    need: { kind?: string; item?: string | null; accepts: AcceptedThings | null },
    byAll: AcceptedByAll | null,
    AcceptedThings | null,
  ]
>([
  ['nothing is said by anybody', { accepts: null }, null, null],
  ['the need alone', { accepts: own }, null, own],
  [
    'the organization alone',
    { accepts: null },
    { conditions: ['new'], notNow: ['shoes'] },
    { sizes: [], seasons: [], conditions: ['new'], notNow: ['shoes'] },
  ],
  [
    'both: what is not needed adds up',
    { accepts: own },
    { conditions: ['new'], notNow: ['shoes', 'toys'] },
    { ...own, conditions: ['new'], notNow: ['toys', 'shoes'] },
  ],
  [
    'a need that names conditions keeps them',
    { accepts: { ...own, conditions: ['worn'] } },
    { conditions: ['new'], notNow: [] },
    { ...own, conditions: ['worn'] },
  ],
  ['a need for one thing needs it', { item: 'shoes', accepts: null }, { conditions: [], notNow: ['shoes'] }, null],
  ['time is no thing', { kind: 'time', accepts: null }, { conditions: ['new'], notNow: ['shoes'] }, null],
])('what is taken: %s', (_, { kind = 'goods', item = null, accepts }, byAll, expected) => {
  expect(acceptedTogether({ kind, item, accepts }, byAll)).toEqual(expected);
});

test.each<[category: string, item: string | null, conditions: string[], notNow: string[]]>([
  ['relief-clothing', null, ['new'], ['shoes']],
  ['relief-clothing', 'clothes-adult', ['new'], []],
  ['relief-food-parcels', null, [], ['food-dry']],
])('beside a need of %s (%s) stands what concerns it', async (category, item, conditions, notNow) => {
  const catalogue = await catalogueFromFiles();
  const here = acceptedHere(
    catalogue,
    { kind: 'goods', category, item, accepts: null },
    { conditions: ['new'], notNow: ['shoes', 'food-dry'] },
  );
  expect([here?.conditions ?? [], here?.notNow ?? []]).toEqual([conditions, notNow]);
});
