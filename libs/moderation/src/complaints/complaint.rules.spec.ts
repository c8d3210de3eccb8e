import { pageOf, subjectOf } from './complaint.rules.js';

const ID = '01890000-0000-7000-8000-000000000001';
test.each([
  ['/', '/'],
  ['/en', '/'],
  [`/needs/${ID}`, `/needs/${ID}`],
  [`/en/needs/${ID}?x=1#y`, `/needs/${ID}`],
  ['/needs/', '/needs'],
  ['/english', '/english'],
  ['//evil.example', null],
  ['/\\evil', null],
  ['https://evil.example/', null],
  ['javascript:alert(1)', null],
  ['needs', null],
  ['', null],
  ['?x=1', null],
  ['/en?x=1', '/'],
  ['/en/', '/'],
  ['/a b', null],
])('%s is the page %s', (about, page) => {
  expect(pageOf(about)).toBe(page);
});

test.each([
  [`/needs/${ID}`, { table: 'needs', id: ID }],
  [`/organizations/${ID}`, { table: 'organizations', id: ID }],
  ['/needs', null],
  ['/needs/1270', { table: 'numbers', id: '1270' }],
  ['/needs/1270/flyer', { table: 'numbers', id: '1270' }],
  ['/needs/0', null],
  ['/needs/12x', null],
  [`/offers/${ID}`, null],
  [`/needs/${ID}/edit`, { table: 'needs', id: ID }],
  [`/shifts/${ID}`, { table: 'shifts', id: ID }],
  [`/matches/${ID}`, { table: 'matches', id: ID }],
  [`/needs/${ID}0`, null],
] as const)('%s is about %j', (page, subject) => {
  expect(subjectOf(page)).toEqual(subject);
});
