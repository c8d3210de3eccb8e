import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Env, installationSecret } from '#host';
import { importLinks } from './import-links.js';
import { InputError } from './input.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lepta-links-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const DATABASE_URL = 'postgres://lepta:x@database.example/lepta';
const SECRET = 'x'.repeat(40);
const env = (settings: Record<string, string>): Env =>
  new Env({ LEPTA_DIR: dir, PUBLIC_URL: 'https://lepta.example', ...settings });

test('beside a database of its own nobody is invited under a secret that api and worker do not have', () => {
  expect(() => importLinks(env({ DATABASE_URL }), true, 'en')).toThrow(InputError);
  expect(() => importLinks(env({ DATABASE_URL }), true, 'ru')).toThrow('SESSION_SECRET');
  expect(existsSync(join(dir, 'session-secret'))).toBe(false);
});

test.each<[string, Record<string, string>, boolean, () => string | null]>([
  ['their secret is said', { DATABASE_URL, SESSION_SECRET: SECRET }, true, () => SECRET],
  ['the database is the embedded one', {}, true, () => installationSecret(dir, 'session-secret')],
  ['nobody is invited', { DATABASE_URL }, false, () => null],
])('links where %s', (_what, settings, invites, secret) => {
  expect(importLinks(env(settings), invites, 'en')).toEqual({
    PUBLIC_URL: 'https://lepta.example',
    SESSION_SECRET: secret(),
  });
});
