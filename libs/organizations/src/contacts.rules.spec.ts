import {
  placedPoints,
  POINT_LIMITS,
  publicContacts,
  readContacts,
  readPoints,
  type OpeningHours,
  type SaidContacts,
} from './contacts.rules.js';

const said: SaidContacts = { name: 'Светлана, координатор', phone: '+7 4162 00-00-17', hours: ' пн–пт  9–18 ' };
const codes = (read: { ok: boolean; errors?: readonly { field: string; code: string }[] }): string[] =>
  (read.errors ?? []).map(({ field, code }) => `${field} ${code}`);

test('contacts are kept from everybody until the organization ticks them', () => {
  const read = readContacts(said);
  expect(read).toEqual({
    ok: true,
    value: {
      name: 'Светлана, координатор',
      phone: '+7 4162 00-00-17',
      email: null,
      note: null,
      hours: 'пн–пт 9–18',
      public: false,
    },
  });
  expect(publicContacts(read.ok ? read.value : null)).toBeNull();
  const open = readContacts({ ...said, public: true });
  expect(publicContacts(open.ok ? open.value : null)).toMatchObject({ phone: '+7 4162 00-00-17' });
  expect(readContacts(null)).toEqual({ ok: true, value: null });
});

test.each<[SaidContacts, string[]]>([
  [{ phone: '+7 4162 00-00-17' }, ['contacts.name form.required']],
  [{ name: 'Светлана' }, ['contacts.phone organization.no-way-to-reach']],
  [{ name: 'Светлана', phone: 'нет' }, ['contacts.phone form.not-a-phone']],
  [{ ...said, hours: 'х'.repeat(POINT_LIMITS.callHours + 1) }, ['contacts.hours form.too-long']],
])('%j: %j', (contacts, expected) => expect(codes(readContacts(contacts))).toEqual(expected));

const point = (hours: readonly OpeningHours[] = []) => [
  { name: 'Пункт приёма', address: 'Благовещенск, ул. Образцовая, 1', hours },
];

test('hours are days and times, in order and once', () => {
  expect(readPoints(point([{ days: [5, 1, 1], from: '09:00', until: '19:30' }]))).toEqual({
    ok: true,
    value: [
      {
        name: 'Пункт приёма',
        address: 'Благовещенск, ул. Образцовая, 1',
        hours: [{ days: [1, 5], from: '09:00', until: '19:30' }],
        public: false,
      },
    ],
  });
});

test.each<[OpeningHours, string[]]>([
  [{ days: [], from: '09:00', until: '10:00' }, ['handOverPoints.0.hours.0.days form.required']],
  [{ days: [0], from: '09:00', until: '10:00' }, ['handOverPoints.0.hours.0.days form.not-in-list']],
  [
    { days: [1], from: '9:00', until: '24:00' },
    ['handOverPoints.0.hours.0.from organization.not-a-time', 'handOverPoints.0.hours.0.until organization.not-a-time'],
  ],
  [{ days: [1], from: '19:00', until: '19:00' }, ['handOverPoints.0.hours.0.until organization.hours-end-first']],
])('%j: %j', (hours, expected) => expect(codes(readPoints(point([hours])))).toEqual(expected));

test('a point has a name and an address, and there are not too many', () => {
  expect(codes(readPoints([{ name: ' ', address: '' }]))).toEqual([
    'handOverPoints.0.name form.required',
    'handOverPoints.0.address form.required',
  ]);
  expect(
    codes(readPoints(Array.from({ length: POINT_LIMITS.points + 1 }, () => ({ name: 'Склад', address: 'Зея' })))),
  ).toEqual(['handOverPoints form.too-many']);
});

test.each<[string, string, string]>([
  ['ул. Образцовая, 31', 'Благовещенск', 'Благовещенск, ул. Образцовая, 31'],
  ['г. Благовещенск, ул. Образцовая, 31', 'Благовещенск', 'г. Благовещенск, ул. Образцовая, 31'],
  ['ул. Образцовая, 31', '', 'ул. Образцовая, 31'],
])('a point at %j of an organization in %j: %j', (address, place, placed) =>
  expect(placedPoints([{ name: 'Пункт', address, hours: [], public: true }], place)[0]?.address).toBe(placed),
);
