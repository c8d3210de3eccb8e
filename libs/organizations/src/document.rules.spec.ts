import type { Actor, PlatformRole, Role } from '#identity';
import { documentCan, documentKey, mayAttach, maySeeDocuments, type DocumentStatus } from './document.rules.js';

const who = (personId: string, role: Role | null, ...platform: PlatformRole[]): Actor => ({
  personId,
  locale: 'ru',
  platform,
  organizations: role ? [{ id: 'o', role }] : [],
  places: ['zeya'],
  via: 'web',
  confirmed: true,
});
const organization = { id: 'o', createdBy: 'founder' };

test.each<[name: string, actor: Actor | null, sees: boolean, attaches: boolean, can: string[]]>([
  ['the owner', who('a', 'owner'), true, true, ['remove']],
  ['a coordinator', who('a', 'coordinator'), true, true, []],
  ['an accountant', who('a', 'accountant'), true, false, []],
  ['a moderator', who('m', null, 'moderator'), true, false, ['accept', 'refuse']],
  ['a moderator who founded it', who('founder', null, 'moderator'), true, false, []],
  ['a stranger', who('s', null), false, false, []],
  ['a visitor', null, false, false, []],
])('%s', (_name, actor, sees, attaches, can) => {
  expect([
    maySeeDocuments(actor, organization),
    mayAttach(actor, organization),
    documentCan(actor, organization, 'ready'),
  ]).toEqual([sees, attaches, can]);
});

test.each<[DocumentStatus, string[]]>([
  ['waiting', []],
  ['ready', ['accept', 'refuse']],
  ['accepted', ['refuse']],
  ['refused', []],
])('%s: a moderator can %j', (status, can) => {
  expect(documentCan(who('m', null, 'moderator'), organization, status)).toEqual(can);
});

test('a file lies under what it holds', () => {
  expect([documentKey('o', 'ab', 'application/pdf'), documentKey('o', 'ab', 'image/webp')]).toEqual([
    'documents/o/ab.pdf',
    'documents/o/ab.webp',
  ]);
});
