import fc from 'fast-check';
import { typograph } from './typograph.js';

const shown = (text: string): string => text.replaceAll('\u00a0', '_');

test.each([
  ['и в доме', 'и_в_доме'],
  ['Мы не спим', 'Мы_не_спим'],
  ['Тепло — это важно', 'Тепло_— это важно'],
  ['Тепло - это важно', 'Тепло_— это важно'],
  ['1 234,50 ₽', '1_234,50_₽'],
  ['12 345 678 рублей', '12_345_678 рублей'],
  ['5 км и 24 ноября', '5_км и_24_ноября'],
  ['дом № 17, дом №18', 'дом №_17, дом №_18'],
  ['10 шторм', '10 шторм'],
  ['что бы ни было', 'что_бы_ни_было'],
  ['«В тесноте»', '«В_тесноте»'],
  ['еще ежик', 'еще ежик'],
  ['кто-то пришёл', 'кто-то пришёл'],
  ['', ''],
])('%s', (before, after) => {
  expect(shown(typograph(before))).toBe(after);
});

test('it changes spaces and dashes only, and doing it again changes nothing', () => {
  const words = fc
    .array(
      fc.constantFrom('и', 'в', 'не', 'дом', '—', '-', '5', '120', 'км', '№', '17', '₽', 'бы', '\n', 'тепло,', '«я'),
      { maxLength: 30 },
    )
    .map((list) => list.join(' '));
  const bare = (text: string): string => text.replace(/[\s\u00a0—-]/g, '');
  fc.assert(
    fc.property(
      words,
      (text) => bare(typograph(text)) === bare(text) && typograph(typograph(text)) === typograph(text),
    ),
  );
});

test('a text of the greatest length takes no time', () => {
  const start = process.cpuUsage();
  typograph('и в '.repeat(10_000));
  typograph(' '.repeat(40_000));
  typograph('1 '.repeat(20_000));
  expect(process.cpuUsage(start).user).toBeLessThan(500_000);
});
