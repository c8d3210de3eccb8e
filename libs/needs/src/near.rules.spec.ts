import type { Catalogue } from '#catalogue';
import { districtsAround } from './near.rules.js';

const place = (
  code: string,
  lat: number,
  lon: number,
  parent: string | null = 'region',
  kind = parent === null ? 'region' : 'municipality',
) => ({ code, lat, lon, parent, kind });
const PLACES = [
  place('region', 50, 127, null),
  place('centre', 50, 127),
  place('north', 51, 127),
  place('hamlet', 53, 127, 'north', 'settlement'),
  place('east', 50, 129),
];
const catalogue = {
  places: PLACES,
  place: (code: string) => PLACES.find((one) => one.code === code),
} as unknown as Catalogue;

const around = (from: string, km?: number): [string, string[]][] | undefined =>
  districtsAround(catalogue, from, km)?.map(({ code, places }) => [code, [...places]]);

test('districts come by distance; at the same distance by their code', () => {
  expect(around('centre')).toEqual([
    ['centre', ['centre']],
    ['region', ['region']],
    ['north', ['north', 'hamlet']],
    ['east', ['east']],
  ]);
});

test.each([
  ['from a settlement its own district counts', 'hamlet', 1, [['north', ['north', 'hamlet']]]],
  [
    'a settlement is as far as its district: 3 degrees north, and within 120 km',
    'centre',
    120,
    [
      ['centre', ['centre']],
      ['region', ['region']],
      ['north', ['north', 'hamlet']],
    ],
  ],
  ['nothing but the place itself', 'east', 1, [['east', ['east']]]],
] as const)('%s', (_, from, km, expected) => {
  expect(around(from, km)).toEqual(expected);
});

test('a place that is not there', () => {
  expect(districtsAround(catalogue, 'atlantis')).toBeNull();
});
