import { canonical } from './canonical.js';

test('canonical JSON does not depend on the order in which it was written', () => {
  expect(canonical({ b: 1, a: { d: null, c: ['ё', true] } })).toBe('{"a":{"c":["ё",true],"d":null},"b":1}');
  expect(() => canonical({ a: 0.5 })).toThrow(/exact/);
});
