import { newId } from '#kernel';
import { ACCOUNT, freshNumbers, heaters, ok, verifiedOrganization, wish } from '../../support/region.js';
import { TEST_PASSWORD } from '../../support/api.js';
import type { Cast, Role } from './cast.js';

/** Makes a thing for one try and gives its id. */
export type Thing = (cast: Cast, role: Role) => Promise<string>;

const organization = (status: string): Thing => async (cast) => {
  const id = await verifiedOrganization(cast.source, cast.as('owner').personId, status);
  for (const role of ['coordinator', 'accountant'] as const) {
    await cast.source.query(`INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, $3, 'organization', $4)`, [newId(), cast.as(role).personId, role, id]);
  }
  return id;
};

/** The things of a noun: what everybody may see, what only some may, and what never was. */
export const THINGS: Readonly<Record<string, Readonly<Record<string, Thing>>>> = {
  needs: { open: (cast) => cast.need('open'), draft: (cast) => cast.need('draft'), unknown: async () => newId() },
  offers: { open: (cast) => cast.offer(), unknown: async () => newId() },
  matches: { proposed: (cast) => cast.match('proposed'), held: (cast) => cast.match('held'), delivered: (cast) => cast.match('delivered'), unknown: async () => newId() },
  organizations: { draft: organization('draft'), verified: organization('verified'), suspended: organization('suspended'), unknown: async () => newId() },
  reviews: { open: (cast) => cast.review(), unknown: async () => newId() },
  'api-keys': { "donor's": async (cast) => ok(await cast.as('donor').post('/api-keys', { name: 'ключ' }), 201).body.id, unknown: async () => newId() },
  consents: { "donor's": async (cast) => consentOf(cast), unknown: async () => newId() },
};

/** Codes of the catalogue, which everybody knows. */
const KNOWN = { spheres: 'relief', categories: 'relief-household', goods: 'heater', units: 'kg', places: 'selemdzhinsky', skills: 'loading', 'beneficiary-groups': 'large-families' };
export const CODES: Readonly<Record<string, Readonly<Record<string, Thing>>>> = Object.fromEntries(
  Object.entries(KNOWN).map(([noun, code]) => [noun, { known: async () => code, unknown: async () => 'no-such-code' }]),
);

async function consentOf(cast: Cast): Promise<string> {
  const text = ok(await cast.as('donor').get('/consent-texts')).body.items[0];
  return ok(await cast.as('donor').post('/me/consents', { purpose: text.purpose, version: text.version }), 201).body.id;
}

/** A picture of one pixel, as a form sends it. */
function photo(): FormData {
  const form = new FormData();
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  form.append('file', new Blob([pixel], { type: 'image/png' }), 'x.png');
  return form;
}

type Body = object | ((cast: Cast) => object);

/** Bodies that would be taken from whoever may send them. */
const BODIES: Readonly<Record<string, Body>> = {
  'POST /api/v1/people': () => ({ email: `m${newId()}@example.org`, password: 'проверка 2026 лепта', name: 'Проверка', locale: 'ru' }),
  'POST /api/v1/email-confirmations': { token: 'x'.repeat(40) },
  'POST /api/v1/session': { email: 'nobody@example.org', password: 'проверка 2026 лепта' },
  'POST /api/v1/api-keys': { name: 'ещё один' },
  'POST /api/v1/me/consents': { purpose: 'personal-data', version: '2026-01' },
  'POST /api/v1/organizations': () => ({ name: 'АНО «Матрица»', shortName: '«Матрица»', form: 'ano', place: 'zeya', account: ACCOUNT, ...freshNumbers() }),
  'PATCH /api/v1/organizations/{id}': { name: 'АНО «Новое имя»' },
  'POST /api/v1/organizations/{id}/suspend': { reason: 'Отчётов нет' },
  'POST /api/v1/organizations/{id}/reinstate': { reason: 'Отчёты пришли' },
  'POST /api/v1/needs': (cast) => heaters(cast.organization),
  'PATCH /api/v1/needs/{id}': { urgency: 2 },
  'POST /api/v1/offers': () => wish(),
  'PATCH /api/v1/offers/{id}': { title: 'Новые обогреватели' },
  'POST /api/v1/matches/{id}/dispute': { reason: 'Не то' },
  'POST /api/v1/organizations/{id}/vouch': { outcome: 'vouch' },
  'POST /api/v1/organizations/{id}/return': { reason: 'Другой адрес' },
  'PATCH /api/v1/organizations/{id}/members/{person}': { role: 'accountant' },
  'POST /api/v1/organizations/{id}/invitations': () => ({ email: `i${newId()}@example.org`, role: 'coordinator' }),
  'POST /api/v1/invitations/look': { token: 'x'.repeat(40) },
  'POST /api/v1/invitations/accept': { token: 'x'.repeat(40) },
  'POST /api/v1/needs/{id}/photos': photo,
  'POST /api/v1/offers/{id}/photos': photo,
  'PUT /api/v1/needs/{id}/photos': { ids: [] },
  'PUT /api/v1/offers/{id}/photos': { ids: [] },
  'PATCH /api/v1/me/notifications': { kinds: { match: 'digest' } },
  'POST /api/v1/me/passkeys/{id}/rename': { name: 'телефон' },
  'POST /api/v1/me/password': { current: TEST_PASSWORD, password: 'другой пароль 2026 лепта' },
  'POST /api/v1/me/email': () => ({ email: `n${newId()}@example.org`, password: TEST_PASSWORD }),
  'POST /api/v1/me/erasure': { password: TEST_PASSWORD },
  'POST /api/v1/me/totp': { password: TEST_PASSWORD },
  'POST /api/v1/me/totp/confirm': { code: '000000' },
  'POST /api/v1/me/passkeys/options': { password: TEST_PASSWORD },
  'POST /api/v1/password-resets': () => ({ email: `nobody${newId()}@example.org` }),
  'POST /api/v1/password-resets/complete': { token: 'x'.repeat(40), password: 'другой пароль 2026 лепта' },
  'POST /api/v1/email-changes/confirm': { token: 'x'.repeat(40) },
  'POST /api/v1/email-changes/undo': { token: 'x'.repeat(40) },
  'POST /api/v1/session/second-factor': { code: '000000' },
  'POST /api/v1/reviews/{id}/decision': { outcome: 'approve' },
};

export function bodyOf(operation: string, cast: Cast, _role: Role): object | undefined {
  const body = BODIES[operation];
  if (body) return typeof body === 'function' ? (body as (cast: Cast) => object)(cast) : body;
  return operation.startsWith('GET') ? undefined : {};
}

/** Questions of lists that have to name something. */
export function queryOf(operation: string, cast: Cast, _id: string): string {
  const queries: Readonly<Record<string, string>> = {
    'GET /api/v1/matches': `?organization=${cast.organization}`,
    'GET /api/v1/catalogue/search': `?q=${encodeURIComponent('тёплая одежда')}`,
    'GET /api/v1/ledger/export': '?day=2020-01-01',
  };
  return queries[operation] ?? '';
}
