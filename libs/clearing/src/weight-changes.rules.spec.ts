import { decidedMail, needsSignature, verbsFor, waitingMail } from './weight-changes.rules.js';

const [ann, bob] = ['ann', 'bob'];

test.each([
  ['alone', [{ personId: ann, awake: true }], false],
  [
    'beside one whose role does not work yet',
    [
      { personId: ann, awake: true },
      { personId: bob, awake: false },
    ],
    false,
  ],
  [
    'beside another',
    [
      { personId: ann, awake: true },
      { personId: bob, awake: true },
    ],
    true,
  ],
])('an administrator %s', (_, administrators, needed) => expect(needsSignature(administrators, ann)).toBe(needed));

test('one takes back what one proposed, and decides on what another did', () => {
  expect(verbsFor(ann, ann)).toEqual(['withdraw']);
  expect(verbsFor(ann, bob)).toEqual(['sign', 'refuse']);
});

test.each(['ru', 'en'] as const)('mails say all of it, in %s', (locale) => {
  const mails = [
    waitingMail(locale, { name: 'Анна', reason: 'Сёла ждут' }),
    decidedMail(locale, { outcome: 'signed', version: 4, why: null }),
    decidedMail(locale, { outcome: 'refused', version: null, why: 'Рано' }),
  ];
  for (const { subject, body } of mails) expect(`${subject} ${body}`).not.toMatch(/null|undefined/);
  expect(mails[0]!.body).toContain('Анна');
  expect(mails[1]!.body).toContain('4');
  expect(mails[2]!.body).toContain('Рано');
});
