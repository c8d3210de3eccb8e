import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { identityEntities } from '#identity';
import { DAY_MS, SetClock } from '#kernel';
import { CleanDocuments, organizationEntities, ProcessDocument } from '#organizations';
import { Files } from '#platform';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { paperPdf, REFUSED_PAPERS } from '../../factories/papers.js';
import { details } from '../../integration/organizations/fixture.js';

let db: TestDatabase;
let api: TestApi;
const folder = mkdtempSync(join(tmpdir(), 'lepta-documents-'));
const clock = new SetClock(new Date());
beforeAll(async () => {
  db = await testDatabase([...identityEntities, ...organizationEntities]);
  api = await startApi(db, { clock, settings: { FILES_DIR: folder } });
});
afterAll(async () => {
  await api.close();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const PDF = paperPdf();

/** Sends a file as a browser does. */
async function attach(
  caller: Caller,
  organizationId: string,
  bytes: Buffer,
  fields: Record<string, string> = { kind: 'charter', title: 'Устав' },
): Promise<Omit<Answer, 'text' | 'headers'>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(bytes)]), 'что-то.exe');
  const answer = await fetch(`${api.url}/api/v1/organizations/${organizationId}/documents`, {
    method: 'POST',
    headers: caller.cookie ? { cookie: caller.cookie } : {},
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}
async function founded(): Promise<{ owner: Caller; id: string }> {
  const owner = await api.person();
  const { body } = await owner.post('/organizations', details());
  return { owner, id: body.id };
}
const opened = (documentId: string): Promise<void> => api.app.get(ProcessDocument).process(documentId);
const keys = async (): Promise<string[]> => (await api.app.get(Files).list('documents')).map((file) => file.key);

test('a paper is attached, opened by the worker, read by its people and a moderator, accepted: trust grows', async () => {
  const { owner, id } = await founded();
  const made = await attach(owner, id, PDF);
  expect([made.status, made.body]).toMatchObject([
    201,
    { kind: 'charter', title: 'Устав', status: 'waiting', url: null, can: ['remove'] },
  ]);
  expect((await owner.get(`/organizations/${id}/documents/${made.body.id}/file`)).status).toBe(404);
  await opened(made.body.id);
  await opened(made.body.id);
  const moderator = await api.person('moderator');
  const [shown] = (await moderator.get(`/organizations/${id}/documents`)).body.items;
  expect(shown).toMatchObject({ status: 'ready', type: 'application/pdf', can: ['accept', 'refuse'] });
  const file = await owner.get(shown.url);
  expect([
    file.status,
    file.text.slice(0, 5),
    file.headers.get('content-type'),
    file.headers.get('content-disposition'),
    file.headers.get('cache-control'),
  ]).toEqual([200, '%PDF-', 'application/pdf', 'attachment; filename="document.pdf"', 'private, no-store']);
  const path = `/organizations/${id}/documents/${made.body.id}`;
  expect((await owner.post(`${path}/decision`, { outcome: 'accept' })).status).toBe(403);
  expect((await moderator.post(`${path}/decision`, { outcome: 'accept' })).body).toMatchObject({
    status: 'accepted',
    can: ['refuse'],
  });
  expect((await owner.get(`/organizations/${id}`)).body.trust.reasons[1]).toMatchObject({
    code: 'papers',
    holds: true,
  });
  expect((await moderator.post(`${path}/decision`, { outcome: 'refuse' })).body.errors).toMatchObject([
    { field: 'reason' },
  ]);
  expect((await moderator.post(`${path}/decision`, { outcome: 'refuse', reason: 'Нет печати.' })).body).toMatchObject({
    status: 'refused',
    reason: 'Нет печати.',
    url: null,
  });
  expect(await keys()).toEqual([]);
  expect((await moderator.post(`${path}/decision`, { outcome: 'accept' })).status).toBe(409);
});

test('a picture is painted anew: nothing of what it carried beside its pixels is kept', async () => {
  const { owner, id } = await founded();
  const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#ccaa88' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'СЕКРЕТ-SECRET' } })
    .toBuffer();
  expect(picture.includes('SECRET')).toBe(true);
  const made = await attach(owner, id, picture, { kind: 'registration', title: 'Свидетельство' });
  await opened(made.body.id);
  const [shown] = (await owner.get(`/organizations/${id}/documents`)).body.items;
  expect(shown).toMatchObject({ status: 'ready', type: 'image/webp' });
  const stored = (await keys()).find((key) => key.startsWith(`documents/${id}/`)) ?? '';
  const kept = await api.app.get(Files).get(stored);
  expect(Buffer.from(kept?.bytes ?? []).includes('SECRET')).toBe(false);
  expect(await keys()).toEqual([stored]);
});

test.each<[name: string, bytes: () => Promise<Buffer> | Buffer, code: string]>([
  ['a program that is called a document', () => Buffer.from('MZ\u0090\u0000 a program'), 'organization.not-a-document'],
  ['a web page', () => Buffer.from('<html><script>alert(1)</script></html>'), 'organization.not-a-document'],
  [
    'a picture of another sort',
    () =>
      sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
        .gif()
        .toBuffer(),
    'organization.not-a-document',
  ],
])('refused by its first bytes: %s', async (_name, bytes, code) => {
  const { owner, id } = await founded();
  const answer = await attach(owner, id, await bytes());
  expect([answer.status, answer.body.errors]).toMatchObject([422, [{ field: 'file', code }]]);
});

test.each<[name: string, bytes: Buffer]>([
  ['half a PDF', PDF.subarray(0, 40)],
  [
    'a JPEG of which only the head is there',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
  ],
])('what does not open is refused by the worker with a sentence: %s', async (_name, bytes) => {
  const { owner, id } = await founded();
  const made = await attach(owner, id, bytes);
  await opened(made.body.id);
  expect((await owner.get(`/organizations/${id}/documents`)).body.items[0]).toMatchObject({
    status: 'refused',
    reason: expect.stringContaining('не открывается'),
  });
});

test.each<[name: string, bytes: Buffer, sentence: RegExp]>([
  ['one that is locked', REFUSED_PAPERS.find(([, , fault]) => fault === 'locked')?.[1] as Buffer, /закрыт паролем/],
  [
    'one of too many pages',
    REFUSED_PAPERS.find(([, , fault]) => fault === 'too-much')?.[1] as Buffer,
    /слишком большой/,
  ],
])('a PDF that is not taken is refused with what to do: %s', async (_name, bytes, sentence) => {
  const { owner, id } = await founded();
  await opened((await attach(owner, id, bytes)).body.id);
  expect((await owner.get(`/organizations/${id}/documents`)).body.items[0]).toMatchObject({
    status: 'refused',
    url: null,
    reason: expect.stringMatching(sentence),
  });
});

test('the same file twice, more than fit, and fields that are missing', async () => {
  const { owner, id } = await founded();
  expect((await attach(owner, id, PDF)).status).toBe(201);
  expect((await attach(owner, id, PDF)).body.code).toBe('organization.document-there-already');
  expect((await attach(owner, id, PDF, { kind: 'charter' })).body.errors).toMatchObject([{ field: 'title' }]);
  expect((await attach(owner, id, PDF, { kind: 'love-letter', title: 'x' })).body.errors).toMatchObject([
    { field: 'kind' },
  ]);
  await db.source.query(
    `INSERT INTO organization_documents (id, organization_id, kind, title, status, type, bytes, sha256, created_by, created_at) SELECT gen_random_uuid(), $1, 'other', 'x', 'waiting', 'application/pdf', 1, n::text, $2, now() FROM generate_series(1, 19) n`,
    [id, owner.personId],
  );
  expect((await attach(owner, id, Buffer.concat([PDF, Buffer.from(' ')]))).body.code).toBe(
    'organization.too-many-documents',
  );
});

test('who may not: strangers do not learn of it, an accountant reads only, visitors are sent to sign in', async () => {
  const { owner, id } = await founded();
  const made = await attach(owner, id, PDF);
  await opened(made.body.id);
  const stranger = await api.person();
  const accountant = await api.person([id, 'accountant']);
  const file = `/organizations/${id}/documents/${made.body.id}/file`;
  expect([
    (await attach(stranger, id, PDF)).status,
    (await stranger.get(file)).status,
    (await stranger.get(`/organizations/${id}/documents`)).status,
  ]).toEqual([404, 404, 404]);
  expect([(await attach(accountant, id, PDF)).status, (await accountant.get(file)).status]).toEqual([403, 200]);
  expect([(await attach(api.visitor(), id, PDF)).status, (await api.visitor().get(file)).status]).toEqual([401, 401]);
  expect((await accountant.delete(`/organizations/${id}/documents/${made.body.id}`)).status).toBe(403);
  expect((await accountant.get(`/organizations/${id}/documents`)).body.can).toEqual([]);
  expect((await owner.get(`/organizations/${id}/documents`)).body.can).toEqual(['attach']);
  const other = await founded();
  expect((await other.owner.get(`/organizations/${other.id}/documents/${made.body.id}/file`)).status).toBe(404);
  expect((await owner.delete(`/organizations/${id}/documents/${made.body.id}`)).status).toBe(204);
  expect((await keys()).some((key) => key.includes(id))).toBe(false);
});

test('what nobody opened ends after hours; files that belong to nothing go after a day, others stay', async () => {
  const { owner, id } = await founded();
  const kept = await attach(owner, id, PDF);
  await opened(kept.body.id);
  const stuck = await attach(owner, id, Buffer.concat([PDF, Buffer.from('2')]));
  const before = await keys();
  clock.forward(2 * DAY_MS);
  await api.app.get(CleanDocuments).tick();
  const statuses = (await db.source.query('SELECT id, status FROM organization_documents WHERE organization_id = $1', [
    id,
  ])) as { id: string; status: string }[];
  expect(statuses.find((row) => row.id === stuck.body.id)?.status).toBe('refused');
  expect(statuses.find((row) => row.id === kept.body.id)?.status).toBe('ready');
  const after = await keys();
  expect(before).toContain(`documents-new/${stuck.body.id}`);
  expect(after).not.toContain(`documents-new/${stuck.body.id}`);
  expect(after.some((key) => key.startsWith(`documents/${id}/`))).toBe(true);
});
