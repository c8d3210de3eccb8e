import { newId } from '#kernel';
import { ACCOUNT, freshNumbers, heaters, monthlyGift, wish } from '../../support/region.js';
import { TEST_PASSWORD } from '../../support/api.js';
import { PRIVATE_NEED, type Cast } from './cast.js';
import type { Holes } from './matrix.things.js';

/** A picture of one pixel, as a form sends it. */
function photo(): FormData {
  const form = new FormData();
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  form.append('file', new Blob([pixel], { type: 'image/png' }), 'x.png');
  return form;
}

/** A paper, and what it is. */
function paper(): FormData {
  const form = new FormData();
  form.append('kind', 'charter');
  form.append('title', 'Устав');
  form.append('file', new Blob([`%PDF-1.7 ${newId()}`], { type: 'application/pdf' }), 'x.pdf');
  return form;
}

type Body = object | ((cast: Cast, holes: Holes) => object);
const token: Body = (_cast, holes) => ({ token: holes.token });

/** Bodies that would be taken from whoever may send them. */
const BODIES: Readonly<Record<string, Body>> = {
  'POST /api/v1/people': () => ({ email: `m${newId()}@example.org`, password: 'сливовый пирог 7', name: 'Проверка', locale: 'ru' }),
  'POST /api/v1/email-confirmations': { token: 'x'.repeat(40) },
  'POST /api/v1/session': () => ({ email: `nobody${newId()}@example.org`, password: 'проверка 2026 лепта' }),
  'POST /api/v1/session/passkey': { challengeId: newId(), response: {} },
  'POST /api/v1/api-keys': { name: 'ещё один' },
  'POST /api/v1/me/consents': { purpose: 'personal-data', version: '2026-01' },
  'POST /api/v1/organizations': () => ({ name: 'АНО «Матрица»', shortName: '«Матрица»', form: 'ano', place: 'zeya', account: ACCOUNT, ...freshNumbers() }),
  'PATCH /api/v1/organizations/{id}': { name: 'АНО «Новое имя»' },
  'POST /api/v1/organizations/{id}/suspend': { reason: 'Отчётов нет' },
  'POST /api/v1/organizations/{id}/reinstate': { reason: 'Отчёты пришли' },
  'POST /api/v1/needs': (cast, holes) => heaters(holes.organization ?? cast.organization, holes.private ? PRIVATE_NEED : {}),
  'PATCH /api/v1/needs/{id}': { urgency: 2 },
  'POST /api/v1/offers': (_cast, { onBehalfOf }) => wish(onBehalfOf ? { onBehalfOf } : {}),
  'POST /api/v1/standing-offers': (_cast, { onBehalfOf }) => monthlyGift(onBehalfOf ? { onBehalfOf } : {}),
  'PATCH /api/v1/standing-offers/{id}': { quantity: '7000' },
  'PATCH /api/v1/offers/{id}': { title: 'Новые обогреватели' },
  'POST /api/v1/clearings': { kinds: ['time'], dryRun: true },
  'POST /api/v1/weights': { weights: { purpose: 250_000, place: 150_000, urgency: 150_000, waiting: 100_000, completion: 100_000, equity: 120_000, preference: 70_000, trust: 60_000 }, basedOn: 1, reason: 'Так и было' },
  'POST /api/v1/admin/catalogue/{type}': () => ({ code: `skill-${newId()}`, nameRu: 'Печник', nameEn: 'Stove fitter', group: 'practical' }),
  'PATCH /api/v1/admin/catalogue/{type}/{code}': { nameRu: 'Печник и кладчик' },
  'POST /api/v1/matches/{id}/dispute': { reason: 'Не то' },
  'POST /api/v1/organizations/{id}/vouch': { outcome: 'vouch' },
  'POST /api/v1/organizations/{id}/return': { reason: 'Другой адрес' },
  'PATCH /api/v1/organizations/{id}/members/{person}': { role: 'accountant' },
  'POST /api/v1/organizations/{id}/invitations': () => ({ email: `i${newId()}@example.org`, role: 'coordinator' }),
  'POST /api/v1/invitations/look': token,
  'POST /api/v1/invitations/accept': token,
  'POST /api/v1/need-renewals/look': token,
  'POST /api/v1/need-renewals': token,
  'POST /api/v1/organizations/{id}/documents': paper,
  'POST /api/v1/organizations/{id}/documents/{document}/decision': { outcome: 'accept' },
  'POST /api/v1/me/passkeys': { name: 'телефон', challengeId: newId(), response: {} },
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

export function bodyOf(operation: string, cast: Cast, holes: Holes): object | undefined {
  const body = BODIES[operation];
  if (body) return typeof body === 'function' ? (body as (cast: Cast, holes: Holes) => object)(cast, holes) : body;
  return operation.startsWith('GET') ? undefined : {};
}

/** Questions of lists that have to name something. */
export function queryOf(operation: string): string {
  const queries: Readonly<Record<string, string>> = {
    'GET /api/v1/catalogue/search': `?q=${encodeURIComponent('тёплая одежда')}`,
    'GET /api/v1/ledger/export': '?day=2020-01-01',
  };
  return queries[operation] ?? '';
}
