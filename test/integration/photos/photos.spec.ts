import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, newId, type Fact } from '#kernel';
import { NeedEditEntity, NeedPhotos } from '#needs';
import { OfferPhotos } from '#offers';
import { CleanPhotos, PhotoEntity, photoChecks, photoKey, PhotosService, ProcessPhoto, rawKey } from '#photos';
import { Env } from '#host';
import { openFiles, type Files } from '#platform';
import { answerOf, openDesk, type Desk } from '../needs/fixture.js';
import { BAD_PHOTOS, jpeg, NOT_PHOTOS } from '../../factories/pictures.js';

const folder = mkdtempSync(join(tmpdir(), 'lepta-photos-'));
let desk: Desk;
let files: Files;
let needPhotos: NeedPhotos;
let offerPhotos: OfferPhotos;
let processor: ProcessPhoto;
let cleaner: CleanPhotos;
let picture: Buffer;

beforeAll(async () => {
  desk = await openDesk(new Date().toISOString());
  files = openFiles(new Env({ FILES_DIR: folder }));
  const photos = new PhotosService(desk.clock, files);
  needPhotos = new NeedPhotos(desk.source, desk.clock, photos, desk.catalogue);
  offerPhotos = new OfferPhotos(desk.source, photos);
  processor = new ProcessPhoto(desk.source, desk.clock, files, photos);
  cleaner = new CleanPhotos(desk.source, desk.clock, files);
  picture = await jpeg();
});
afterAll(async () => {
  for (const { sentence, sql } of photoChecks)
    expect({ sentence, rows: await desk.source.query(sql) }).toEqual({ sentence, rows: [] });
  await desk.db.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the worker does: opens the photo, then tells its need. */
async function work(photoId: string): Promise<void> {
  await processor.process(photoId);
  await desk.run((tx) => needPhotos.job.apply?.(tx, { payload: { photoId } } as Fact) as Promise<void>);
}
async function addTo(needId: string, bytes: Buffer = picture): Promise<string> {
  const id = await needPhotos.add(desk.coordinator, needId, bytes, null);
  await work(id);
  return id;
}
const photo = (id: string) => desk.source.manager.findOneBy(PhotoEntity, { id });
const shownTo = async (needId: string, who: Parameters<Desk['view']>[1]) =>
  (await desk.view(needId, who)).photos.map((one) => one.id);
const keys = async (id: string) =>
  [...(await files.list('quarantine/')), ...(await files.list('photos/'))]
    .map((file) => file.key)
    .filter((key) => key.includes(id));

test('a photo of a draft: quarantine, new pictures, and the public sees it when it sees the need', async () => {
  const needId = await desk.needs.draft(desk.coordinator, desk.heaters());
  const id = await needPhotos.add(desk.coordinator, needId, picture, '  Печь в клубе ');
  expect(await keys(id)).toEqual([rawKey(id)]);
  expect((await desk.view(needId)).photos).toEqual([
    { id, status: 'waiting', alt: 'Печь в клубе', width: null, height: null, urls: null, shown: false, reason: null },
  ]);
  await work(id);
  await work(id); // delivered twice
  expect(await keys(id)).toEqual([photoKey(id, 1600), photoKey(id, 480)]);
  expect((await desk.view(needId)).photos).toMatchObject([
    {
      id,
      status: 'ready',
      width: 40,
      height: 20,
      urls: { small: `/api/v1/photos/${id}/480.webp`, large: `/api/v1/photos/${id}/1600.webp` },
    },
  ]);
  await desk.needs.submit(desk.coordinator, needId);
  expect(await answerOf(needPhotos.add(desk.coordinator, needId, picture, null))).toBe('need.not-editable');
  await desk.run((tx) => desk.needs.approve(tx, desk.moderator, needId));
  expect(await shownTo(needId, null)).toEqual([id]);
});

test('a photo of an open need is seen after review, together with other edits; a no ends it', async () => {
  const needId = await desk.openNeed();
  const first = await addTo(needId);
  expect([
    await shownTo(needId, null),
    await shownTo(needId, desk.coordinator),
    await shownTo(needId, desk.moderator),
  ]).toEqual([[], [first], [first]]);
  const { version } = await desk.view(needId);
  await desk.needs.edit(desk.coordinator, needId, version, { title: 'Обогреватели для посёлка, новые' });
  const second = await addTo(needId);
  const waiting = await desk.source.manager.findBy(NeedEditEntity, { needId, status: 'submitted' });
  expect(waiting.map((edit) => edit.changes)).toEqual([
    { title: 'Обогреватели для посёлка, новые', photos: [first, second] },
  ]);
  expect((await desk.view(needId)).pendingEdit).toMatchObject({ photos: [first, second] });
  await desk.run((tx) => desk.needs.approveEdit(tx, desk.moderator, waiting[0]!.id));
  expect(await shownTo(needId, null)).toEqual([first, second]);

  const third = await addTo(needId);
  const [edit] = await desk.source.manager.findBy(NeedEditEntity, { needId, status: 'submitted' });
  await desk.run((tx) => desk.needs.returnEdit(tx, desk.moderator, edit!.id, 'не то'));
  expect(await shownTo(needId, null)).toEqual([first, second]);
  expect((await desk.view(needId)).photos.find((one) => one.id === third)).toMatchObject({
    status: 'refused',
    urls: null,
    reason: 'Модератор не одобрил эту фотографию.',
  });
});

test('a photo that is removed leaves the edit that waits, the order and the store', async () => {
  const needId = await desk.openNeed();
  const [first, second] = [await addTo(needId), await addTo(needId)];
  await needPhotos.remove(desk.coordinator, needId, first);
  expect((await desk.view(needId)).pendingEdit).toMatchObject({ photos: [second] });
  await needPhotos.remove(desk.coordinator, needId, second);
  expect((await desk.view(needId)).pendingEdit).toBeNull();
  expect([await keys(first), await keys(second), await shownTo(needId, desk.coordinator)]).toEqual([[], [], []]);
  expect(await answerOf(needPhotos.remove(desk.coordinator, needId, second))).toBe('photo.not-found');
  const other = await desk.openNeed();
  expect(await answerOf(needPhotos.remove(desk.coordinator, other, await addTo(needId)))).toBe('photo.not-found');
});

test('order is all of them, each once', async () => {
  const needId = await desk.needs.draft(desk.coordinator, desk.heaters());
  const [a, b, c] = [await addTo(needId), await addTo(needId), await addTo(needId)];
  await needPhotos.order(desk.coordinator, needId, [c, a, b]);
  expect(await shownTo(needId, desk.coordinator)).toEqual([c, a, b]);
  for (const ids of [[a, b], [a, b, b], [a, b, c, newId()], []])
    expect(await answerOf(needPhotos.order(desk.coordinator, needId, ids))).toBe(
      'form.invalid: ids photo.order-incomplete',
    );
});

test('eight and no more, though twelve arrive at once; and those that found no room leave nothing behind', async () => {
  const needId = await desk.needs.draft(desk.coordinator, desk.heaters());
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => answerOf(needPhotos.add(desk.coordinator, needId, picture, null))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(8);
  expect(new Set(answers)).toEqual(new Set(['done', 'photo.too-many']));
  const there = await shownTo(needId, desk.coordinator);
  const raw = (await files.list('quarantine/')).map((file) => file.key.split('/')[1]);
  expect(raw.filter((id) => there.includes(id as string)).sort()).toEqual([...there].sort());
  expect(raw).toHaveLength(8);
  for (const id of there) await work(id);
});

test('whose need it is not adds nothing; what is hidden does not exist', async () => {
  const draft = await desk.needs.draft(desk.coordinator, desk.heaters());
  const open = await desk.openNeed();
  const accountant = desk.as(desk.donor, desk.organization, 'accountant');
  expect(await answerOf(needPhotos.add(desk.donor, draft, picture, null))).toBe('need.not-found');
  expect(await answerOf(needPhotos.add(desk.donor, open, picture, null))).toBe('need.not-yours');
  expect(await answerOf(needPhotos.add(accountant, draft, picture, null))).toBe('need.not-yours');
  expect(await answerOf(needPhotos.add(desk.coordinator, newId(), picture, null))).toBe('need.not-found');
});

test.each(Object.entries(NOT_PHOTOS))('%s is no photo and is not even stored', async (_, make) => {
  const needId = await desk.needs.draft(desk.coordinator, desk.heaters());
  const before = (await files.list('quarantine/')).length;
  expect(await answerOf(needPhotos.add(desk.coordinator, needId, await make(), null))).toBe(
    'form.invalid: file photo.not-a-photo',
  );
  expect((await files.list('quarantine/')).length).toBe(before);
});

test.each(Object.entries(BAD_PHOTOS).slice(0, 8))(
  '%s: refused with its reason, the file is gone, the public sees nothing',
  async (_, [reason, make]) => {
    const needId = await desk.openNeed();
    const bytes = await make();
    const id = await addTo(needId, bytes);
    expect(await photo(id)).toMatchObject({ status: 'refused', reason, width: null });
    expect([await keys(id), await shownTo(needId, null), (await desk.view(needId)).pendingEdit]).toEqual([
      [],
      [],
      null,
    ]);
  },
);

test('in a private category photos are for the parties', async () => {
  const needId = await desk.needs.draft(
    desk.coordinator,
    desk.heaters({
      category: desk.catalogue.categories.find((one) => one.flags.includes('private') && one.kinds.includes('goods'))!
        .code,
      item: null,
      unit: 'pcs',
      quantity: '5',
    }),
  );
  const id = await addTo(needId);
  await desk.needs.submit(desk.coordinator, needId);
  await desk.run((tx) => desk.needs.approve(tx, desk.moderator, needId));
  const row = (await photo(id)) as PhotoEntity;
  expect(await shownTo(needId, null)).toEqual([]);
  const no = () => Promise.resolve(false);
  expect(await answerOf(needPhotos.audience(null, row, no))).toBe('photo.not-found');
  expect(await answerOf(needPhotos.audience(desk.donor, row, no))).toBe('photo.not-found');
  expect(await needPhotos.audience(desk.donor, row, () => Promise.resolve(true))).toBe('parties');
  expect(await needPhotos.audience(desk.coordinator, row, no)).toBe('insiders');
});

test('an offer’s photos are its own side’s, and theirs who may receive it', async () => {
  const offerId = await desk.postOffer();
  const id = await offerPhotos.add(desk.donor, offerId, picture, null);
  await processor.process(id);
  const row = (await photo(id)) as PhotoEntity;
  const stranger = await desk.people.person('Прохожий');
  const no = () => Promise.resolve(false);
  expect(await answerOf(offerPhotos.add(stranger, offerId, picture, null))).toBe('offer.not-found');
  expect(await answerOf(offerPhotos.checkAudience(null, row, () => Promise.resolve(true)))).toBe('photo.not-found');
  expect(await answerOf(offerPhotos.checkAudience(stranger, row, no))).toBe('photo.not-found');
  expect(await answerOf(offerPhotos.checkAudience(stranger, row, () => Promise.resolve(true)))).toBe('done');
  expect(await answerOf(offerPhotos.checkAudience(desk.donor, row, no))).toBe('done');
  expect((await desk.offerReads.byId(desk.donor, offerId)).photos.map((one) => one.id)).toEqual([id]);
});

test('the cleaner ends what waits for ever and removes what belongs to nothing, by age only', async () => {
  const needId = await desk.needs.draft(desk.coordinator, desk.heaters());
  const stuck = await needPhotos.add(desk.coordinator, needId, picture, null);
  const good = await addTo(needId);
  const orphan = newId();
  for (const key of [rawKey(orphan), photoKey(orphan, 480), rawKey(good)]) await files.put(key, picture, 'image/webp');
  await cleaner.tick();
  expect([(await keys(orphan)).length, (await keys(good)).length, (await photo(stuck))?.status]).toEqual([
    2,
    3,
    'waiting',
  ]);
  desk.clock.set(new Date(desk.clock.now().getTime() + 2 * DAY_MS));
  await cleaner.tick();
  expect([await keys(orphan), await keys(good), await keys(stuck)]).toEqual([
    [],
    [photoKey(good, 1600), photoKey(good, 480)],
    [],
  ]);
  expect(await photo(stuck)).toMatchObject({ status: 'refused', reason: 'broken' });
  desk.clock.set(new Date(desk.clock.now().getTime() + 31 * DAY_MS));
  await cleaner.tick();
  expect(await photo(stuck)).toBeNull();
  expect((await photo(good))?.status).toBe('ready');
});
