import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { ACCEPTS_LIMITS, readAccepts, type SaidAccepts } from './accepts.rules.js';

test.each<[what: string, said: SaidAccepts | null, read: unknown]>([
  ['nothing', null, null],
  ['empty lists', { conditions: [], notNow: [] }, null],
  [
    'new and good things, no toys, once each',
    { conditions: ['new', 'good', 'new'], notNow: ['toys', 'toys'] },
    { conditions: ['new', 'good'], notNow: ['toys'] },
  ],
  ['conditions alone', { conditions: ['new'] }, { conditions: ['new'], notNow: [] }],
  ['a condition that is none', { conditions: ['new', 'fine'] }, ['accepts.conditions.1 form.not-in-list']],
  ['a thing that is none', { notNow: ['toys', 'unicorns'] }, ['accepts.notNow.1 form.not-in-list']],
  [
    'more than are read',
    { notNow: Array.from({ length: ACCEPTS_LIMITS.notNow + 1 }, (_, at) => `thing-${at}`) },
    ['accepts.notNow form.too-many'],
  ],
])('%s', async (_, said, expected) => {
  const read = readAccepts(await catalogueFromFiles(), said);
  expect(read.ok ? read.value : read.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
