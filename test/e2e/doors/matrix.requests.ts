import { newId } from '#kernel';
import { AGREED, TEST_PASSWORD } from '../../support/api.js';
import { ACCOUNT, freshNumbers, heaters, inDays, monthlyGift, wish } from '../../support/region.js';
import { PRIVATE_NEED, type Cast } from './cast.js';
import { STOCK_BODIES } from './matrix.stock.js';
import { DELIVERY_BODIES } from './matrix.deliveries.js';
import { pledgeForm } from './matrix.money.js';
import type { Holes } from './matrix.organizations.js';

/** A picture of one pixel, as a form sends it. */
function photo(): FormData {
  const form = new FormData();
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
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

/** A bank statement with one payment that says no code. */
export function bankFile(): FormData {
  const form = new FormData();
  const lines = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'СекцияДокумент=Платежное поручение',
    `Номер=${newId()}`,
    'Дата=10.03.2026',
    'Сумма=150.00',
    'ПлательщикСчет=40817810000000000001',
    `ПолучательСчет=${ACCOUNT.number}`,
    'НазначениеПлатежа=Дар',
    'КонецДокумента',
    'КонецФайла',
    '',
  ];
  form.append('file', new Blob([lines.join('\n')], { type: 'text/plain' }), 'kl_to_1c.txt');
  return form;
}

type Body = object | ((cast: Cast, holes: Holes) => object);
const token: Body = (_cast, holes) => ({ token: holes.token });

/** Bodies that would be taken from the person who may send them. */
const BODIES: Readonly<Record<string, Body>> = {
  ...STOCK_BODIES,
  'POST /api/v1/people': () => ({
    email: `m${newId()}@example.org`,
    password: 'сливовый пирог 7',
    name: 'Проверка',
    locale: 'ru',
    consents: AGREED,
  }),
  ...DELIVERY_BODIES,
  'POST /api/v1/complaints': () => ({ about: '/how', kind: 'other', text: `Проверка ${newId()}` }),
  'POST /api/v1/email-confirmations': { token: 'x'.repeat(40) },
  'POST /api/v1/session': () => ({ email: `nobody${newId()}@example.org`, password: 'проверка 2026 лепта' }),
  'POST /api/v1/session/passkey': { challengeId: newId(), response: {} },
  'POST /api/v1/api-keys': { name: 'ещё один' },
  'POST /api/v1/me/consents': { purpose: 'personal-data', version: '2026-01' },
  'POST /api/v1/organizations': () => ({
    name: 'АНО «Матрица»',
    shortName: '«Матрица»',
    form: 'ano',
    place: 'zeya',
    account: ACCOUNT,
    ...freshNumbers(),
  }),
  'PATCH /api/v1/organizations/{id}': { name: 'АНО «Новое имя»' },
  'POST /api/v1/organizations/{id}/suspend': { reason: 'Отчётов нет' },
  'POST /api/v1/organizations/{id}/reinstate': { reason: 'Отчёты пришли' },
  'POST /api/v1/needs': (cast, holes) =>
    heaters(holes.organization ?? cast.organization, holes.private ? PRIVATE_NEED : {}),
  'PATCH /api/v1/needs/{id}': { urgency: 2 },
  'POST /api/v1/needs/{id}/shifts': () => ({
    from: `${inDays(3).slice(0, 10)}T08:00:00Z`,
    until: `${inDays(3).slice(0, 10)}T09:00:00Z`,
    capacity: 1,
    meet: 'Склад, ворота 2',
  }),
  'PATCH /api/v1/shifts/{id}': { gear: 'Перчатки' },
  'PUT /api/v1/me/shift-wishes': { place: 'zeya', radiusKm: 50, remote: true, skills: [], windows: [], told: false },
  'POST /api/v1/shifts/{id}/asks': { person: '0198c0de-0000-7000-8000-000000000001' },
  'POST /api/v1/sign-ups/{id}/confirm': { minutes: 30 },
  'POST /api/v1/sign-ups/{id}/late': { minutes: 20 },
  'POST /api/v1/sign-ups/{id}/dispute': { minutes: 60, reason: 'До конца' },
  'POST /api/v1/visitor-offers': () => ({
    ...wish({}),
    email: `v${newId()}@example.org`,
    name: 'Проверка',
    consents: AGREED,
  }),
  'POST /api/v1/offers': (_cast, { onBehalfOf }) => wish(onBehalfOf ? { onBehalfOf } : {}),
  'POST /api/v1/standing-offers': (_cast, { onBehalfOf }) => monthlyGift(onBehalfOf ? { onBehalfOf } : {}),
  'PATCH /api/v1/standing-offers/{id}': { quantity: '7000' },
  'PATCH /api/v1/offers/{id}': { title: 'Новые обогреватели' },
  'POST /api/v1/clearings': { kinds: ['time'], dryRun: true },
  'POST /api/v1/admin/jobs/{factId}/{job}/discard': { reason: 'Отвечать больше не на что' },
  'POST /api/v1/weights/changes/{id}/decision': { outcome: 'sign' },
  'POST /api/v1/weights': {
    weights: {
      purpose: 250_000,
      place: 150_000,
      urgency: 150_000,
      waiting: 100_000,
      completion: 100_000,
      equity: 120_000,
      preference: 70_000,
      trust: 60_000,
    },
    basedOn: 1,
    reason: 'Так и было',
  },
  'POST /api/v1/matches/{id}/hand-over': () => ({ from: inDays(2), until: inDays(2.1) }),
  'POST /api/v1/matches/{id}/hand-over/entry': () => ({ id: newId(), code: '8261' }),
  'PUT /api/v1/matches/{id}/value': { quantity: '48000.00', paper: 'Накладная № 14' },
  'PUT /api/v1/me/contact': { contact: { phone: '+7 914 000-00-17' } },
  'POST /api/v1/admin/catalogue/{type}': () => ({
    code: `skill-${newId()}`,
    nameRu: 'Печник',
    nameEn: 'Stove fitter',
    group: 'practical',
  }),
  'PATCH /api/v1/admin/catalogue/{type}/{code}': { nameRu: 'Печник и кладчик' },
  'POST /api/v1/matches/{id}/dispute': { reason: 'Не то' },
  'POST /api/v1/matches/{id}/messages': { text: 'Опаздываю на десять минут' },
  'POST /api/v1/matches/{id}/messages/read': (_cast, holes) => ({ until: holes.message ?? newId() }),
  'POST /api/v1/matches/{id}/messages/{message}/photo': photo,
  'POST /api/v1/matches/{id}/messages/{message}/report': { reason: 'Просит денег' },
  'POST /api/v1/organizations/{id}/vouch': { outcome: 'vouch' },
  'POST /api/v1/organizations/{id}/return': { reason: 'Другой адрес' },
  'PUT /api/v1/admin/operator': {
    name: 'Администрация города Заречный',
    inn: '7707083893',
    address: 'Заречный, ул. Мира, 1',
    email: 'lepta@example.org',
  },
  'POST /api/v1/admin/texts': { purpose: 'rules', ru: 'Правила', en: 'Rules', basedOn: 'never' },
  'PATCH /api/v1/organizations/{id}/members/{person}': { role: 'accountant' },
  'POST /api/v1/organizations/{id}/invitations': () => ({ email: `i${newId()}@example.org`, role: 'coordinator' }),
  'POST /api/v1/organizations/{id}/walk-ins': () => ({
    name: 'Анна Примерова',
    consent: { how: 'spoken', day: new Date().toISOString().slice(0, 10) },
  }),
  'POST /api/v1/organizations/{id}/checks': (_cast, { code }) => ({
    code,
    paper: 'criminal-record',
    seenOn: new Date().toISOString().slice(0, 10),
    validUntil: inDays(300).slice(0, 10),
  }),
  'PATCH /api/v1/me/checks/{id}': { forAll: true },
  'POST /api/v1/invitations/look': token,
  'POST /api/v1/invitations/accept': token,
  'POST /api/v1/need-renewals/look': token,
  'POST /api/v1/guardian-consents/look': token,
  'POST /api/v1/guardian-consents': (_cast, holes) => ({ token: holes.token, decision: 'refused' }),
  'POST /api/v1/need-renewals': token,
  'POST /api/v1/organizations/{id}/documents': paper,
  'POST /api/v1/organizations/{id}/documents/{document}/decision': { outcome: 'accept' },
  'POST /api/v1/me/passkeys': { name: 'телефон', challengeId: newId(), response: {} },
  'POST /api/v1/needs/{id}/photos': photo,
  'PUT /api/v1/needs/{id}/report': { outcome: 'Обогреватели стоят в домах.' },
  'POST /api/v1/needs/{id}/report/photos': photo,
  'POST /api/v1/offers/{id}/photos': photo,
  'POST /api/v1/matches/{id}/photos': photo,
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
  'POST /api/v1/needs/{id}/gifts': { quantity: '150', unit: 'rub', provider: 'bank' },
  'POST /api/v1/standing-offers/{id}/card': () => ({ consent: true }),
  'POST /api/v1/standing-links': (_cast, { token }) => ({ token, verb: 'pause' }),
  'POST /api/v1/standing-links/look': token,
  'POST /api/v1/gifts': (_cast, { organization }) => ({
    to: organization ? { organization } : { category: 'elderly-veterans' },
    quantity: '1',
    unit: 'rub',
    provider: 'bank',
  }),
  'POST /api/v1/organizations/{id}/pledges': () => pledgeForm(),
  'PATCH /api/v1/pledges/{id}': { ceiling: '4000' },
  'POST /api/v1/pledge-transfers/{id}/remove': { gift: 'LP-0000-0000-0' },
  'POST /api/v1/organizations/{id}/bank-statements': bankFile,
  'PUT /api/v1/organizations/{id}/bank-columns': {
    day: 'Дата',
    dayOrder: 'dmy',
    amount: 'Сумма',
    purpose: 'Назначение',
  },
  'POST /api/v1/bank-rows/{id}/decision': { outcome: 'not-a-gift' },
  'POST /api/v1/gifts/{code}/refund': () => ({ bankDate: new Date().toISOString().slice(0, 10), bankNumber: '214' }),
  'POST /api/v1/surplus/{id}/decision': { outcome: 'organization' },
  'POST /api/v1/people/{id}/grants': { role: 'official', place: 'zeya', reason: 'Письмо администрации' },
  'DELETE /api/v1/people/{id}/grants/{grant}': { reason: 'Сменился' },
  'POST /api/v1/erasure-requests': (cast) => ({
    person: cast.as('donor').personId,
    way: 'letter',
    cameOn: new Date().toISOString().slice(0, 10),
  }),
  'POST /api/v1/erasure-requests/{id}/erase': { reason: 'Письмо вх. № 118' },
  'POST /api/v1/erasure-requests/{id}/extend': { reason: 'Ждём копию паспорта' },
  'POST /api/v1/erasure-requests/{id}/refuse': { reason: 'Просит не сам' },
  'POST /api/v1/appeals/{id}': { words: 'Справки есть' },
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
    'GET /api/v1/appeals': `?about=${newId()}`,
    'GET /api/v1/ledger/export': '?day=2020-01-01',
  };
  return queries[operation] ?? '';
}
