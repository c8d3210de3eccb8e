import type { Actor } from '#identity';
import type { OpeningHours } from '#organizations';
import { arrivalCan, mayKeepStock, maySeePoint, nearestFirst, openHours, pointCan, readPoint } from './points.rules.js';

const actor = (role?: 'owner' | 'coordinator' | 'accountant'): Actor => ({
  personId: 'p',
  locale: 'ru',
  platform: [],
  organizations: role ? [{ id: 'o', role }] : [],
  places: [],
  via: 'web',
  confirmed: true,
});
const point = { organizationId: 'o', public: true, closedAt: null };

test.each<[string, OpeningHours[], string, object]>([
  // Tuesday, 24 November 2026, in Blagoveshchensk (UTC+9)
  ['open', [{ days: [2], from: '10:00', until: '19:00' }], '03:00', { openUntil: '19:00', opens: null }],
  [
    'the last of two that overlap',
    [
      { days: [2], from: '10:00', until: '13:00' },
      { days: [2], from: '12:00', until: '19:00' },
    ],
    '03:30',
    { openUntil: '19:00', opens: null },
  ],
  [
    'at the minute of closing it is closed',
    [{ days: [2], from: '10:00', until: '12:00' }],
    '03:00',
    { openUntil: null, opens: { day: '2026-12-01', from: '10:00' } },
  ],
  [
    'later today',
    [{ days: [2], from: '15:00', until: '19:00' }],
    '03:00',
    { openUntil: null, opens: { day: '2026-11-24', from: '15:00' } },
  ],
  [
    'on Saturday',
    [{ days: [6], from: '10:00', until: '15:00' }],
    '03:00',
    { openUntil: null, opens: { day: '2026-11-28', from: '10:00' } },
  ],
  ['nothing said', [], '03:00', { openUntil: null, opens: null }],
])('%s', (_name, hours, utc, expected) =>
  expect(openHours(hours, 'Asia/Yakutsk', new Date(`2026-11-24T${utc}:00Z`))).toEqual(expected),
);

test('a form names its own fields', () => {
  expect(
    readPoint({ name: ' Склад ', address: 'ул. Образцовая, 1', hours: [{ days: [1], from: '9:00', until: '18:00' }] }),
  ).toEqual({
    ok: false,
    errors: [{ field: 'hours.0.from', code: 'organization.not-a-time' }],
  });
  expect(readPoint({ name: ' Склад ', address: 'ул. Образцовая, 1' })).toEqual({
    ok: true,
    point: { name: 'Склад', address: 'ул. Образцовая, 1', hours: [], public: false },
  });
});

test.each<[string, Actor | null, object, string, string[]]>([
  ['a visitor', null, {}, 'verified', []],
  ['anybody signed in', actor(), {}, 'verified', ['bring']],
  ['anybody, of one that is not public', actor(), { public: false }, 'verified', []],
  ['the accountant', actor('accountant'), {}, 'verified', ['bring']],
  [
    'the coordinator',
    actor('coordinator'),
    {},
    'verified',
    ['edit', 'see-stock', 'take-in', 'give-out', 'count', 'close', 'bring'],
  ],
  ['while the organization is suspended', actor('coordinator'), {}, 'suspended', ['edit', 'see-stock', 'close']],
  ['once it is closed', actor('owner'), { closedAt: new Date(0) }, 'verified', ['see-stock']],
])('%s', (_name, who, changes, status, expected) =>
  expect(pointCan(who, { ...point, ...changes }, status)).toEqual(expected),
);

test('what is hidden, and from whom', () => {
  expect([maySeePoint(null, point, 'verified'), maySeePoint(null, point, 'suspended')]).toEqual([true, false]);
  expect(maySeePoint(null, { ...point, closedAt: new Date(0) }, 'verified')).toBe(false);
  expect(maySeePoint(actor('accountant'), { ...point, public: false }, 'draft')).toBe(true);
  expect([
    mayKeepStock(actor('accountant'), point),
    mayKeepStock(actor('owner'), point),
    mayKeepStock(null, point),
  ]).toEqual([false, true, false]);
});

test.each<[string, boolean, boolean, boolean, string[]]>([
  ['its giver calls it off', true, false, true, ['cancel']],
  ['who keeps the point takes it in, too', false, true, true, ['take-in', 'cancel']],
  ['a giver who keeps the point does both', true, true, true, ['take-in', 'cancel']],
  ['others do nothing', false, false, true, []],
  ['nor does anybody once it has ended', true, true, false, []],
])('of what is on its way to a point %s', (_, gives, keeps, open, expected) =>
  expect(arrivalCan({ gives, keeps, open })).toEqual(expected),
);

test('the points that are nearest come first, in their own order where they are equally near', () => {
  const places: Record<string, { lat: number; lon: number }> = {
    belogorsk: { lat: 50.9, lon: 128.5 },
    blagoveshchensk: { lat: 50.3, lon: 127.5 },
    zlatoustovsk: { lat: 52.9, lon: 133.6 },
  };
  const points = ['zlatoustovsk', 'nowhere', 'blagoveshchensk', 'belogorsk', 'blagoveshchensk'].map((place, at) => ({
    place,
    at,
  }));
  const here = { lat: 50.9, lon: 128.5 };
  expect(nearestFirst(points, here, (code) => places[code]).map(({ at }) => at)).toEqual([3, 2, 4, 0, 1]);
});
