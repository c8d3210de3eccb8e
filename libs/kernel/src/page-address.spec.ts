import { pageAddress } from './page-address.js';

test.each([
  ['https://lepta.example', 'ru', '/join', 'https://lepta.example/join'],
  ['https://lepta.example/', 'ru', '/join', 'https://lepta.example/join'],
  ['https://lepta.example', 'en', '/join', 'https://lepta.example/en/join'],
  ['https://lepta.example/', 'en', '', 'https://lepta.example/en'],
] as const)('%s in %s: %j', (publicUrl, locale, path, address) => {
  expect(pageAddress(publicUrl, locale, path)).toBe(address);
});
