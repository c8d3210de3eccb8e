import { addressFault, isHostSaid, PATH_MAX } from './addresses.rules.js';

test.each<[url: string, fault: string | null]>([
  ['/', null],
  ['/needs/12?next=%2Foffers&q=%D1%82%D1%91%D0%BF%D0%BB%D0%B0%D1%8F+%D0%BE%D0%B4%D0%B5%D0%B6%D0%B4%D0%B0', null],
  ['/api/v1/needs/018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10', null],
  ['http://lepta.example/api/v1/needs', null],
  ['/.well-known/security.txt', null],
  ['/a..b/...', null],
  ['/needs?q=..%2F..', null],
  ['/needs?q=%00', null], // a word like others: the form says which field
  ['/needs?q=%', 'http.bad-address'],
  ['/needs?q=%zz', 'http.bad-address'],
  ['/needs?q=%ff', 'http.bad-address'],
  ['/needs?q=%ed%a0%80', 'http.bad-address'],
  ['/needs?q=\u00ff', 'http.bad-address'],
  ['/x%ff', 'http.bad-address'],
  ['/%c0%ae%c0%ae/x', 'http.bad-address'],
  ['/api/docs/../x', 'http.not-found'],
  ['/api/docs/..', 'http.not-found'],
  ['/api/docs/.', 'http.not-found'],
  ['/api/docs/%2e%2E/x', 'http.not-found'],
  ['/api/docs/..%2fx', 'http.not-found'],
  ['/api/docs/..\\x', 'http.not-found'],
  ['/api/docs/%5c..%5cx', 'http.not-found'],
  ['/api/docs/a%00.js', 'http.not-found'],
  ['/api/docs//x', 'http.not-found'],
  ['/api/docs/%2fx', 'http.not-found'],
  ['//', null],
  [`/${'x'.repeat(PATH_MAX)}`, 'http.not-found'],
])('%s', (url, fault) => {
  expect(addressFault(url)).toBe(fault);
});

test.each<[version: string, hosts: string[], said: boolean]>([
  ['1.1', ['lepta.example'], true],
  ['1.1', ['lepta.example:8080'], true],
  ['1.1', ['127.0.0.1:3000'], true],
  ['1.1', ['[::1]:3000'], true],
  ['1.1', [], false],
  ['1.0', [], true],
  ['1.0', ['a b'], false],
  ['1.1', ['a', 'b'], false],
  ['1.1', ['a', 'a'], false],
  ['1.1', [''], false],
  ['1.1', ['a b'], false],
  ['1.1', ['evil.example/../'], false],
  ['1.1', ['user@evil.example'], false],
  ['1.1', ['\u00ff'], false],
  ['1.1', ['a:999999'], false],
])('HTTP/%s for %j: %s', (version, hosts, said) => {
  expect(isHostSaid(version, ['accept', 'host', ...hosts.flatMap((host) => ['Host', host])])).toBe(said);
});
