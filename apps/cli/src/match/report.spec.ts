import { FUNNEL_STEPS } from '#engine';
import { costlyLots, saysCostlyLots } from './report.js';
import { reportTexts } from './report-texts.js';

const unit = (gap: number, flowGap: number): Parameters<typeof costlyLots>[0][number] =>
  ({ pairs: { kind: 'goods', unit: 'gram' }, plan: { gap, flowGap }, gapBeforeBoxes: flowGap }) as never;

test.each([
  ['inside what was asked', 0.0009, 0, 0.001, false],
  ['exactly what was asked', 0.001, 0, 0.001, false],
  ['beyond it, for lots', 0.0057, 0.0002, 0.001, true],
  ['beyond it, but not for lots', 0.002, 0.002, 0.001, false],
  ['the best plan that there is', 0, 0, 0, false],
  ['the best was asked, and lots are in the way of a proof', 0.0004, 0, 0, true],
])('%s', (_name, gap, flowGap, asked, costly) => {
  expect(costlyLots([unit(gap, flowGap)], asked)).toEqual(
    costly ? [{ kind: 'goods', unit: 'gram', gap, flowGap, lotGap: flowGap }] : [],
  );
});

test('the sentence names the unit, what was reached, what was asked, and what it would be without lots', () => {
  expect(saysCostlyLots({ kind: 'goods', unit: 'gram', gap: 0.0057, flowGap: 0, lotGap: 0.0057 }, 0.001)).toBe(
    'goods, gram: within 0.570 % of what is proved, 0.100 % was asked: smallest parts and lots cost the rest (without them 0.000 %)',
  );
  expect(saysCostlyLots({ kind: 'goods', unit: 'gram', gap: 0.0057, flowGap: 0, lotGap: 0.002 }, 0.001)).toBe(
    'goods, gram: within 0.570 % of what is proved, 0.100 % was asked: smallest parts and lots cost the rest (without them 0.000 %); whole boxes cost 0.370 % of it',
  );
});

test.each(['ru', 'en'] as const)('in %s every reason why a need goes short has its own words', (locale) => {
  const { reasons } = reportTexts(locale);
  expect(Object.keys(reasons).sort()).toEqual([...FUNNEL_STEPS, 'boxes', 'scarce'].sort());
  expect(new Set(Object.values(reasons)).size).toBe(FUNNEL_STEPS.length + 2);
});
