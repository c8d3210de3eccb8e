import type { AcceptedThings, ThingAttributes } from '#kernel';
import { mismatches } from './attributes.rules.js';

const boots: ThingAttributes = { sizes: ['38'], season: 'winter', condition: 'good' };
const all: AcceptedThings = { sizes: [], seasons: [], conditions: [], notNow: [] };

test.each<[string, ThingAttributes | null, string | null, AcceptedThings | null, string[]]>([
  ['takes everything', boots, 'shoes', null, []],
  ['takes everything, said so', boots, 'shoes', all, []],
  ['their size', boots, 'shoes', { ...all, sizes: ['37', '38'] }, []],
  ['another size', boots, 'shoes', { ...all, sizes: ['42'] }, ['size']],
  ['one of several sizes', { ...boots, sizes: ['36', '42'] }, 'shoes', { ...all, sizes: ['42'] }, []],
  ['no size said', { ...boots, sizes: [] }, 'shoes', { ...all, sizes: ['42'] }, []],
  ['another season', boots, 'shoes', { ...all, seasons: ['summer'] }, ['season']],
  ['for all the year', { ...boots, season: 'all-year' }, 'shoes', { ...all, seasons: ['summer'] }, []],
  [
    'worn where good is asked',
    { ...boots, condition: 'worn' },
    'shoes',
    { ...all, conditions: ['new', 'good'] },
    ['condition'],
  ],
  ['nothing said', null, 'shoes', { ...all, sizes: ['42'], seasons: ['summer'], conditions: ['new'] }, []],
  ['not needed now', boots, 'shoes', { ...all, notNow: ['shoes'] }, ['not-needed']],
  ['other things not needed now', boots, 'clothes-adult', { ...all, notNow: ['shoes'] }, []],
  ['any thing of the category', boots, null, { ...all, notNow: ['shoes'] }, []],
  [
    'nothing fits',
    boots,
    'shoes',
    { sizes: ['42'], seasons: ['summer'], conditions: ['new'], notNow: ['shoes'] },
    ['size', 'season', 'condition', 'not-needed'],
  ],
])('%s', (_, attributes, item, accepts, fails) => {
  expect(mismatches({ attributes, item }, { accepts })).toEqual(fails);
});
