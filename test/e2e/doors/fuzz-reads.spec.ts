import { Fuzz } from './fuzz.js';

let fuzz: Fuzz;
beforeAll(async () => {
  fuzz = await Fuzz.open();
});
afterAll(() => fuzz?.close());

test('whatever is asked, every reading operation answers as documented and never fails', async () => {
  expect(await fuzz.all(({ method }) => method === 'GET')).toBeGreaterThan(0);
  await fuzz.mustBeClean();
}, 7_200_000);
