import fc from 'fast-check';
import { binsOf } from './bins.js';

const size = (arcs: number): { supplies: number; demands: number; arcs: number } => ({ supplies: 1, demands: 1, arcs });

test('every part is in one bin, and only a part that is larger than a bin fills more than one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 60 }), (arcs) => {
      const bins = binsOf(arcs.map(size), 100);
      expect(bins.flat().sort((a, b) => a - b)).toEqual(arcs.map((_, part) => part));
      for (const bin of bins)
        expect(bin.length === 1 || bin.reduce((sum, part) => sum + (arcs[part] as number), 0) <= 100).toBe(true);
    }),
  );
});

test('the largest go first, so that nobody waits for them at the end', () => {
  expect(binsOf([5, 80, 200, 10, 30].map(size), 100)).toEqual([[2], [1], [4, 3, 0]]);
});
