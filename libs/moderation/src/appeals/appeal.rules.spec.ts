import { answerDue, APPEALABLE, appealUntil, liftedAs, whyNoAppeal, type RefusalState } from './appeal.rules.js';

const decidedAt = new Date('2026-03-10T05:00:00Z');
const at = (day: string): Date => new Date(`${day}T05:00:00Z`);
const refusal = (parts: Partial<RefusalState> = {}): RefusalState => ({
  decidedAt,
  stands: true,
  appealed: false,
  ...parts,
});

test.each([
  ['on the day', refusal(), at('2026-03-10'), null],
  ['on the last day', refusal(), at('2026-03-24'), null],
  ['a moment later', refusal(), new Date(at('2026-03-24').getTime() + 1), 'appeal.too-late'],
  ['once more', refusal({ appealed: true }), at('2026-03-10'), 'appeal.already-made'],
  ['of what was sent again', refusal({ stands: false }), at('2026-03-10'), 'appeal.not-refused'],
  [
    'of what was appealed against and let in',
    refusal({ stands: false, appealed: true }),
    at('2026-04-10'),
    'appeal.already-made',
  ],
] as const)('an appeal %s', (_, state, now, no) => {
  expect(whyNoAppeal(state, now)).toBe(no);
});

test('it is made, and answered, within fourteen days', () => {
  expect([appealUntil(decidedAt), answerDue(decidedAt)]).toEqual([at('2026-03-24'), at('2026-03-24')]);
});

test('a need and an organization are let in at once, a suspension ends, all else is sent again', () => {
  expect(APPEALABLE.filter((type) => liftedAs(type) === 'lifted')).toEqual(['organization', 'need', 'suspension']);
});
