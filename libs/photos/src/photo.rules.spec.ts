import {
  isFileNeeded,
  isSameSet,
  PHOTO_LIMITS,
  PHOTO_SIZES,
  photoIdOf,
  photoKey,
  rawKey,
  roomFor,
  type PhotoStatus,
} from './photo.rules.js';

const id = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';

test('the photo of a file is found by its key, in quarantine and in each size', () => {
  expect([rawKey(id), ...PHOTO_SIZES.map((size) => photoKey(id, size))].map(photoIdOf)).toEqual([id, id, id]);
});

test.each([
  '',
  'photos/',
  `photos/${id.slice(1)}/480.webp`,
  `other/${id}`,
  `/photos/${id}/480.webp`,
  `photos/${id}x`,
  `photos/../${id}`,
  `documents/photos/${id}`,
])('%p is the key of no photo', (key) => {
  expect(photoIdOf(key)).toBeNull();
});

test.each<[string, PhotoStatus | null, boolean]>([
  [rawKey(id), 'waiting', true],
  [rawKey(id), 'ready', false],
  [rawKey(id), 'refused', false],
  [rawKey(id), null, false],
  [photoKey(id, 480), 'waiting', false],
  [photoKey(id, 480), 'ready', true],
  [photoKey(id, 1600), 'refused', false],
  [photoKey(id, 480), null, false],
])('the file %s of a photo that is %p is needed: %p', (key, status, needed) => {
  expect(isFileNeeded(key, status === null ? null : { status })).toBe(needed);
});

test.each<[string[], string[], boolean]>([
  [['a', 'b'], ['b', 'a'], true],
  [[], [], true],
  [['a', 'b'], ['a'], false],
  [['a'], ['a', 'b'], false],
  [['a', 'b'], ['a', 'a'], false],
  [['a', 'b'], ['a', 'c'], false],
])('of %p the order %p is asked for: %p', (ids, wanted, same) => {
  expect(isSameSet(ids, wanted)).toBe(same);
});

test('a message has one photo, a need and an offer several', () => {
  expect([roomFor({ messageId: id }), roomFor({ needId: id }), roomFor({ offerId: id })]).toEqual([
    1,
    PHOTO_LIMITS.each,
    PHOTO_LIMITS.each,
  ]);
});

test('a photo is encoded long before it is given up', () => {
  expect(PHOTO_LIMITS.encodingSeconds * 1000).toBeLessThan(PHOTO_LIMITS.waitsForMs);
  expect(PHOTO_LIMITS.waitsForMs).toBeLessThan(PHOTO_LIMITS.orphanAfterMs); // else its file would go while it still waits
});
