import { randomUUID } from 'node:crypto';
import type { Fact } from '#kernel';
import { NeedPhotos, NeedsService } from '#needs';
import { ProcessPhoto } from '#photos';
import { DataSource } from 'typeorm';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { jpeg, png, zip } from '../../factories/pictures.js';
import { People } from '../needs/fixture.js';

let db: TestDatabase;
let api: TestApi;
let coordinator: Caller;
let donor: Caller;
let visitor: Caller;
let moderator: Caller;
let needId: string;
let picture: Buffer;

beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  const people = new People(db.source);
  const organization = await people.organization((await people.person('Мария Орлова')).personId, 'verified', 1);
  coordinator = await api.person([organization, 'coordinator']);
  moderator = await api.person('moderator');
  donor = await api.person();
  visitor = api.visitor();
  const answer = await coordinator.post('/needs', {
    organization,
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    title: 'Обогреватели для посёлка',
    description: 'Отключили котельную, греются печами.',
    quantity: '120',
    unit: 'pcs',
    place: 'selemdzhinsky',
    deadline: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    urgency: 5,
  });
  needId = answer.body.id;
  picture = await jpeg(800, 600);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

async function send(
  who: Caller,
  path: string,
  parts: (form: FormData) => void,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  parts(form);
  const answer = await fetch(`${api.url}/api/v1${path}`, {
    method: 'POST',
    body: form,
    headers: { cookie: who.cookie, ...headers },
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text && /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined,
    text,
    headers: answer.headers,
  };
}
const file =
  (bytes: Uint8Array, name = 'photo.jpg', type = 'image/jpeg') =>
  (form: FormData): void =>
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
const photos = () => `/needs/${needId}/photos`;
async function work(photoId: string): Promise<void> {
  await api.app.get(ProcessPhoto, { strict: false }).process(photoId);
  await api.app
    .get(DataSource)
    .transaction(
      (tx) =>
        api.app.get(NeedPhotos, { strict: false }).job.apply?.(tx, { payload: { photoId } } as Fact) as Promise<void>,
    );
}

test('from the file to a picture that everybody sees and keeps', async () => {
  const sent = await send(coordinator, photos(), (form) => {
    form.append('alt', 'Печь в клубе');
    file(picture, '../../etc/passwd.jpg')(form);
  });
  expect([sent.status, sent.body]).toMatchObject([201, { status: 'waiting', alt: 'Печь в клубе', urls: null }]);
  const { id } = sent.body;
  const address = `/photos/${id}/480.webp`;
  expect((await coordinator.get(address)).body.code).toBe('photo.not-found');
  await work(id);
  const [mine] = (await coordinator.get(`/needs/${needId}`)).body.photos;
  expect(mine).toMatchObject({ id, status: 'ready', width: 800, height: 600, shown: false });

  const own = await coordinator.get(mine.urls.small);
  expect([
    own.status,
    own.headers.get('content-type'),
    own.headers.get('cache-control'),
    own.headers.get('x-content-type-options'),
  ]).toEqual([200, 'image/webp', 'private, max-age=31536000, immutable', 'nosniff']);
  for (const stranger of [visitor, donor])
    expect([(await stranger.get(address)).status, (await stranger.get(address)).body.code]).toEqual([
      404,
      'photo.not-found',
    ]);

  await coordinator.post(`/needs/${needId}/submit`);
  expect((await moderator.get(address)).status).toBe(200);
  const needs = api.app.get(NeedsService);
  const actor = {
    personId: moderator.personId,
    locale: 'ru',
    platform: ['moderator'],
    organizations: [],
    places: [],
    via: 'web',
    confirmed: true,
  } as const;
  await api.app.get(DataSource).transaction((tx) => needs.approve(tx, actor as never, needId));
  const shown = await visitor.get(mine.urls.large);
  expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect((await visitor.get(`/needs/${needId}`)).body.photos).toMatchObject([{ id, shown: true }]);
  for (const other of ['1600.jpg', '481.webp', '480.webp.exe', '..', '%2e%2e%2f480.webp'])
    expect((await visitor.get(`/photos/${id}/${other}`)).status).toBe(404);
  expect((await visitor.get(`/photos/nonsense/480.webp`)).body.code).toBe('photo.not-found');
});

test('who is not signed in, or not theirs: refused before and after the file', async () => {
  expect((await send(visitor, photos(), file(picture))).status).toBe(401);
  expect((await send(donor, photos(), file(picture))).body.code).toBe('need.not-yours');
  expect((await send(coordinator, `/needs/${randomUUID()}/photos`, file(picture))).body.code).toBe('need.not-found');
});

test('one file, of ten megabytes, in a form: everything else is said in a sentence', async () => {
  const big = await send(coordinator, photos(), file(Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024)])));
  expect([big.status, big.body.code]).toEqual([413, 'http.file-too-large']);
  expect(big.body.detail).toMatch(/10/);
  const two = await send(coordinator, photos(), (form) => {
    file(picture)(form);
    file(picture)(form);
  });
  expect([two.status, two.body.code]).toEqual([413, 'http.one-file']);
  const elsewhere = await send(coordinator, photos(), (form) =>
    form.append('photo', new Blob([new Uint8Array(picture)]), 'x.jpg'),
  );
  expect([elsewhere.status, elsewhere.body.code]).toEqual([413, 'http.one-file']);
  const none = await send(coordinator, photos(), (form) => form.append('alt', 'без файла'));
  expect([none.status, none.body.errors[0]]).toMatchObject([422, { field: 'file', code: 'form.required' }]);
  const many = await send(coordinator, photos(), (form) => {
    for (let field = 0; field < 40; field += 1) form.append(`f${field}`, 'x');
    file(picture)(form);
  });
  expect(many.status).toBe(413);
  const unknown = await send(coordinator, photos(), (form) => {
    form.append('status', 'ready');
    file(picture)(form);
  });
  expect([unknown.status, unknown.body.errors[0].field]).toEqual([422, 'status']);
  const evil = await send(coordinator, photos(), (form) => {
    form.append('__proto__', 'x');
    file(picture)(form);
  });
  expect([400, 422]).toContain(evil.status);
  for (const alt of ['а'.repeat(301), 'с нулём \0']) {
    const wrong = await send(coordinator, photos(), (form) => {
      form.append('alt', alt);
      file(picture)(form);
    });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'alt']);
  }
  const archive = await send(coordinator, photos(), file(zip()));
  expect([archive.status, archive.body.errors[0]]).toMatchObject([422, { field: 'file', code: 'photo.not-a-photo' }]);
});

test('broken forms and other bodies end as 4xx, and the connection lives on', async () => {
  expect((await coordinator.post(photos(), { file: 'x' })).body.code).toBe('http.not-multipart');
  expect((await coordinator.post(photos(), {}, { 'content-type': 'multipart/form-data' })).status).toBe(400);
  const half = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\nhalf of`;
  expect(
    (await coordinator.post(photos(), half, { 'content-type': 'multipart/form-data; boundary=x' })).body.code,
  ).toBe('http.bad-upload');
  expect((await coordinator.post('/needs', half, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(
    415,
  );
  expect((await coordinator.post('/session', half, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(
    415,
  );
  expect((await coordinator.get(`/needs/${needId}`)).status).toBe(200);
});

test('the same key with the same file is one photo, with another file it is refused', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const first = await send(coordinator, photos(), file(picture), headers);
  const again = await send(coordinator, photos(), file(picture), headers);
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  expect((await send(coordinator, photos(), file(await png()), headers)).body.code).toBe('http.key-with-other-request');
  expect((await coordinator.delete(`${photos()}/${first.body.id}`)).status).toBe(204);
  expect((await coordinator.delete(`${photos()}/${first.body.id}`)).body.code).toBe('photo.not-found');
});

test('an offer’s photos: its donor adds, orders and removes', async () => {
  const offer = (
    await donor.post('/offers', {
      kind: 'goods',
      category: 'relief-household',
      item: 'heater',
      quantity: '5',
      unit: 'pcs',
      place: 'zeya',
    })
  ).body;
  const path = `/offers/${offer.id}/photos`;
  const [a, b] = [(await send(donor, path, file(picture))).body.id, (await send(donor, path, file(picture))).body.id];
  for (const id of [a, b]) await api.app.get(ProcessPhoto, { strict: false }).process(id);
  const ordered = await donor.call('PUT', path, { ids: [b, a] });
  expect([ordered.status, ordered.body.items.map((one: { id: string }) => one.id)]).toEqual([200, [b, a]]);
  expect((await donor.get(`/offers/${offer.id}`)).body.photos.map((one: { id: string }) => one.id)).toEqual([b, a]);
  expect((await donor.get(`/photos/${a}/480.webp`)).status).toBe(200);
  for (const stranger of [visitor, coordinator]) expect((await stranger.get(`/photos/${a}/480.webp`)).status).toBe(404);
  expect((await coordinator.call('PUT', path, { ids: [] })).body.code).toBe('offer.not-found');
  expect((await donor.delete(`${path}/${a}`)).status).toBe(204);
});
