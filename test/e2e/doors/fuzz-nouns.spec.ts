import { Fuzz, NOUNS } from './fuzz.js';

let fuzz: Fuzz;
beforeAll(async () => {
  fuzz = await Fuzz.open();
});
afterAll(() => fuzz?.close());

test('whatever is sent about needs, offers, matches and reviews, every answer is as documented and nothing fails', async () => {
  expect(await fuzz.all(({ method, path }) => method !== 'GET' && NOUNS.test(path))).toBeGreaterThan(0);
  await fuzz.mustBeClean();
}, 7_200_000);
