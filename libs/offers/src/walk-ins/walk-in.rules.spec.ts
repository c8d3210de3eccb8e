import { isOfWalkIn, readWalkIn, watchersOf, type WalkInForm } from './walk-in.rules.js';

const read = (changes: Partial<WalkInForm> = {}) =>
  readWalkIn({ name: 'Анна Примерова', consent: { how: 'spoken', day: '2026-03-10' }, ...changes }, '2026-03-10');

test('a person who came by has a name, a consent, and a contact where it was given for this', () => {
  expect(read()).toEqual({
    ok: true,
    columns: { name: 'Анна Примерова', contact: null, consentHow: 'spoken', consentOn: '2026-03-10' },
  });
  expect(read({ contact: { phone: '+7 914 000-00-17' } })).toMatchObject({
    columns: { contact: { name: 'Анна Примерова', phone: '+7 914 000-00-17', email: null } },
  });
  expect(read({ contact: { name: 'Сын', phone: '2-11-17' } })).toMatchObject({ columns: { contact: { name: 'Сын' } } });
});

test.each<[what: string, changes: Partial<WalkInForm>, error: string]>([
  ['no name', { name: ' ' }, 'name form.required'],
  ['an address for a name', { name: 'anna@example.org' }, 'name form.required'],
  ['a long name', { name: 'я'.repeat(121) }, 'name form.too-long'],
  ['no phone', { contact: { phone: 'позвоните' } }, 'contact.phone form.not-a-phone'],
  ['consent in another way', { consent: { how: 'assumed', day: '2026-03-10' } }, 'consent.how form.not-in-list'],
  ['no day', { consent: { how: 'spoken', day: 'вчера' } }, 'consent.day form.not-a-date'],
  ['tomorrow', { consent: { how: 'spoken', day: '2026-03-11' } }, 'consent.day walk-in.consent-in-future'],
  ['years ago', { consent: { how: 'written', day: '2024-03-10' } }, 'consent.day walk-in.consent-long-ago'],
])('%s is refused', (_, changes, error) => {
  const answer = read(changes);
  expect(answer.ok ? [] : answer.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([error]);
});

test.each([
  ['a person', { donorId: 'p', onBehalfOf: null }, false, ['p']],
  ['an organization', { donorId: 'o', onBehalfOf: 'o' }, false, ['o']],
  ['a person who came by', { donorId: 'w', onBehalfOf: 'o' }, true, ['w', 'o']],
])('an offer of %s', (_, offer, walkIn, watchers) => {
  expect([isOfWalkIn(offer), watchersOf(offer)]).toEqual([walkIn, watchers]);
});
