import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { distanceKm } from './distance.js';

test.each([
  ['tyndinsky', 573],
  ['selemdzhinsky', 485],
  ['skovorodinsky', 479],
  ['blagoveshchensk', 0],
])('from the regional centre to %s: %d km', async (code, km) => {
  const catalogue = await catalogueFromFiles();
  const [from, to] = [catalogue.place('blagoveshchensk'), catalogue.place(code)];
  expect(Math.round(distanceKm(from!, to!))).toBe(km);
  expect(distanceKm(to!, from!)).toBe(distanceKm(from!, to!));
});

test('across the date line, at a pole and on the other side of the globe', () => {
  expect(distanceKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111.2, 1);
  expect(distanceKm({ lat: 90, lon: 0 }, { lat: 90, lon: 120 })).toBeCloseTo(0, 6);
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(20015.1, 0);
});
