import { ProcessDocument } from '#organizations';
import { ProcessPhoto } from '#photos';
import { Files } from '#platform';
import { HIDDEN, NASTY_FILES, NASTY_NAMES, type Fate } from '../../factories/nasty-files.js';
import { png } from '../../factories/pictures.js';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { Cast } from './cast.js';
import { organizationOf } from './matrix.organizations.js';

let db: TestDatabase;
let api: TestApi;
let cast: Cast;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  cast = await Cast.of(api, db.source);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

function send(
  who: Caller,
  path: string,
  bytes: Buffer,
  name = 'x.png',
  type = 'image/png',
  fields: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return who.post(path, form);
}

const paper = { kind: 'charter', title: 'Устав' };
const fateOf = (status: string): Fate => (status === 'ready' ? 'shown' : (status as Fate));

/** What is served of a picture was painted anew: a WebP with nothing of the file that was sent. */
async function paintedAnew(who: Caller, address: string): Promise<void> {
  const served = await fetch(`${api.url}/api/v1${address.replace('/api/v1', '')}`, { headers: who.credentials });
  const bytes = Buffer.from(await served.arrayBuffer());
  expect([
    served.status,
    served.headers.get('content-type'),
    served.headers.get('x-content-type-options'),
    bytes.subarray(8, 12).toString(),
    bytes.includes(HIDDEN),
    bytes.length < 1_000_000,
  ]).toEqual([200, 'image/webp', 'nosniff', 'WEBP', false, true]);
}

test.each(NASTY_FILES)(
  '$what: as a photo $asPhoto',
  async ({ make, asPhoto }) => {
    const [coordinator, donor, bytes] = [cast.as('coordinator'), cast.as('donor'), await make()];
    await cast.clearAway();
    for (const [who, path] of [
      [coordinator, `/needs/${await cast.need('draft')}`],
      [donor, `/offers/${await cast.offer()}`],
    ] as const) {
      const sent = await send(who, `${path}/photos`, bytes);
      if (asPhoto === 'turned away') {
        expect([sent.status, sent.body.errors?.[0]?.field]).toEqual([422, 'file']);
        continue;
      }
      expect(sent.status).toBe(201);
      await api.app.get(ProcessPhoto, { strict: false }).process(sent.body.id);
      const [photo] = (await who.get(path)).body.photos;
      expect(fateOf(photo.status)).toBe(asPhoto);
      if (asPhoto === 'shown') await paintedAnew(who, photo.urls.large);
      else expect([photo.urls, typeof photo.reason]).toEqual([null, 'string']);
    }
  },
  60_000,
);

test.each(NASTY_FILES)(
  '$what: as a paper $asPaper',
  async ({ make, asPaper }) => {
    const owner = cast.as('owner');
    const path = `/organizations/${await organizationOf(cast, 'draft')}/documents`;
    const sent = await send(owner, path, await make(), 'x.pdf', 'application/pdf', paper);
    if (asPaper === 'turned away') return expect([sent.status, sent.body.errors?.[0]?.field]).toEqual([422, 'file']);
    expect(sent.status).toBe(201);
    await api.app.get(ProcessDocument, { strict: false }).process(sent.body.id);
    const [document] = (await owner.get(path)).body.items;
    expect(fateOf(document.status)).toBe(asPaper);
    if (asPaper !== 'shown') return expect(document.url).toBeNull();
    if (document.type === 'image/webp') return paintedAnew(owner, document.url);
    const served = await owner.get(document.url);
    expect([
      served.headers.get('content-type'),
      served.headers.get('content-disposition'),
      served.headers.get('x-content-type-options'),
      /script|OpenAction/i.test(served.text),
    ]).toEqual(['application/pdf', 'attachment; filename="document.pdf"', 'nosniff', false]);
  },
  60_000,
);

test.each(NASTY_NAMES.map(([name, type], at) => [JSON.stringify(name).slice(0, 40), name, type, at] as const))(
  'called %s, it is a picture all the same, and its name is kept nowhere',
  async (_shown, name, type, at) => {
    await cast.clearAway();
    const path = `/offers/${await cast.offer()}`;
    const picture = await png(40 + at, 20);
    const sent = await send(cast.as('donor'), `${path}/photos`, picture, name, type);
    if (name === '') return expect([201, 400, 422]).toContain(sent.status); // without a name a part of a form is a field, and its bytes are no words
    expect(sent.status).toBe(201);
    await api.app.get(ProcessPhoto, { strict: false }).process(sent.body.id);
    const [photo] = (await cast.as('donor').get(path)).body.photos;
    expect([photo.status, JSON.stringify(photo).includes('passwd')]).toEqual(['ready', false]);
    await paintedAnew(cast.as('donor'), photo.urls.small);
    expect(
      (await api.app.get(Files).list('photos')).filter(
        ({ key }) => !/^photos\/[0-9a-f-]{36}\/(480|1600)\.webp$/.test(key),
      ),
    ).toEqual([]);
  },
);

test('forms that lie about their parts are refused, and the next one is taken', async () => {
  const [donor, path] = [cast.as('donor'), `/offers/${await cast.offer()}/photos`];
  const part = (head: string, body = 'x'): string => `--b\r\n${head}\r\n\r\n${body}\r\n--b--\r\n`;
  const forms = [
    '',
    '--b--\r\n',
    '--b',
    part(''),
    part('Content-Disposition: form-data'),
    part('Content-Disposition: form-data; name="file"'),
    part('Content-Disposition: attachment; name="file"; filename="x"'),
    part(`Content-Disposition: form-data; name="${'n'.repeat(5_000)}"; filename="x"`),
    part(`X-A: ${'a'.repeat(100_000)}\r\nContent-Disposition: form-data; name="file"; filename="x"`),
    part('Content-Disposition: form-data; name="__proto__"; filename="x"'),
    part('Content-Disposition: form-data; name="constructor"'),
    part('Content-Disposition: form-data; name="file"; filename="x"\r\nContent-Transfer-Encoding: base64', '!!!'),
    `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(500)}--b--\r\n`,
  ];
  for (const form of forms) {
    const { status } = await donor.post(path, form, { 'content-type': 'multipart/form-data; boundary=b' });
    expect([form.slice(0, 80), status >= 400 && status < 500]).toEqual([form.slice(0, 80), true]);
  }
  for (const type of [
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'b'.repeat(500)}`,
    'multipart/mixed; boundary=b',
    'image/png',
    'application/octet-stream',
  ]) {
    const { status } = await donor.post(path, part('Content-Disposition: form-data; name="file"; filename="x"'), {
      'content-type': type,
    });
    expect([type.slice(0, 60), status >= 400 && status < 500]).toEqual([type.slice(0, 60), true]);
  }
  expect((await send(donor, path, await png())).status).toBe(201);
});
