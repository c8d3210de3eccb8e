import type { FieldError } from '#kernel';
import { readPickUp, windowsLeft, type PickUpForm } from './pick-up.rules.js';

const now = new Date('2026-11-24T03:00:00Z');
const at = (from: string, until: string) => ({ from: `2026-11-${from}:00Z`, until: `2026-11-${until}:00Z` });

test.each<[string, PickUpForm | null, string[]]>([
  ['nothing', null, []],
  ['two windows', { windows: [at('26T09:00', '26T11:00'), at('25T09:00', '25T11:00')] }, []],
  ['it is brought', { brings: true }, []],
  ['yesterday', { windows: [at('23T09:00', '23T11:00')] }, ['pickUp.windows.0.from offer.window-past']],
  ['backwards', { windows: [at('26T11:00', '26T09:00')] }, ['pickUp.windows.0.until offer.window-ends-first']],
  ['a whole day', { windows: [at('26T00:00', '26T23:00')] }, ['pickUp.windows.0.until offer.window-too-long']],
  [
    'next year',
    { windows: [{ from: '2027-11-26T09:00:00Z', until: '2027-11-26T10:00:00Z' }] },
    ['pickUp.windows.0.from offer.window-too-far'],
  ],
  [
    'eight windows',
    { windows: Array.from({ length: 8 }, () => at('26T09:00', '26T11:00')) },
    ['pickUp.windows form.too-many'],
  ],
])('%s', (_, said, errors) => {
  const wrong: FieldError[] = [];
  readPickUp('goods', said, now, wrong);
  expect(wrong.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
});

test('windows come in their order, each once, and what has passed is left no more', () => {
  const windows = [at('26T09:00', '26T11:00'), at('25T09:00', '25T11:00'), at('26T09:00', '26T11:00')];
  const read = readPickUp('goods', { windows }, now, []);
  expect(read).toEqual({
    brings: false,
    windows: [at('25T09:00', '25T11:00'), at('26T09:00', '26T11:00')].map(({ from, until }) => ({
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
    })),
  });
  expect(windowsLeft(read, new Date('2026-11-25T12:00:00Z'))).toHaveLength(1);
  const wrong: FieldError[] = [];
  readPickUp('time', { brings: true }, now, wrong);
  expect(wrong.map(({ code }) => code)).toEqual(['offer.pick-up-of-goods']);
});
