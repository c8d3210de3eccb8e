import { setSurroundings } from '../../../lib/surroundings.js';
import { byTime, slotDay } from './slot-words.js';

const slot = (from: string) => ({ from, until: from, where: 'point' as const, place: null });

const NOW = new Date('2026-11-20T00:00:00Z');

beforeAll(() =>
  setSurroundings(() => ({ locale: 'ru', path: '/', origin: 'https://lepta.example', send: () => Promise.reject() })),
);
afterAll(() => setSurroundings(() => undefined));

test.each<[string, string, string]>([
  ['in this month', '2026-11-26T00:00:00.000Z', 'чт 26'],
  ['in another month', '2026-12-03T00:00:00.000Z', 'чт 3 декабря'],
  ['in another month by the clock of the place', '2026-11-30T20:00:00.000Z', 'вт 1 декабря'],
])('%s: %s is %s', (_, from, said) => expect(slotDay(slot(from), 'Asia/Yakutsk', NOW)).toBe(said));

test('hours stand as the clock goes', () => {
  const [late, early] = ['2026-12-03T08:00:00.000Z', '2026-12-03T00:00:00.000Z'];
  expect(byTime([slot(late), slot(early)]).map(({ from }) => from)).toEqual([early, late]);
});
