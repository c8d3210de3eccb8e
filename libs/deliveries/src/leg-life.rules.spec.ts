import type { Actor } from '#identity';
import {
  contactsFor,
  endOf,
  hasEnded,
  isDone,
  isOfReceiver,
  legCan,
  LEG_STATUSES,
  mayCarry,
  mayKnowLeg,
  tripCan,
  type LegStatus,
} from './leg-life.rules.js';

const person = (id: string, organization?: string): Actor =>
  ({
    personId: id,
    organizations: organization ? [{ id: organization, role: 'coordinator' }] : [],
    platform: [],
    places: [],
  }) as unknown as Actor;
const PARTIES = { donorId: 'anna', onBehalfOf: null, organizationId: 'org' };
const leg = (status: LegStatus, driverId: string | null = 'pyotr') => ({ status, driverId, parties: PARTIES });

test.each<[LegStatus, string[], string[], string[], string[]]>([
  ['waits', ['say-address', 'cancel'], ['say-address', 'cancel'], [], []],
  ['asked', ['say-address', 'cancel'], ['say-address', 'cancel'], ['take'], ['take']],
  ['taken', ['cancel'], ['cancel'], ['pick-up', 'release'], []],
  ['picked_up', [], [], ['lose', 'turn-back'], []],
  ['returning', ['take-back'], [], ['lose'], []],
  ['delivered', [], [], [], []],
  ['returned', [], [], [], []],
  ['lost', [], [], [], []],
  ['cancelled', [], [], [], []],
])('of a delivery that is %s', (status, giver, receiver, driver, stranger) => {
  const who = [person('anna'), person('olga', 'org'), person('pyotr'), person('ivan')];
  expect(who.map((actor) => legCan(actor, leg(status), true))).toEqual([giver, receiver, driver, stranger]);
  expect(who.map((actor) => mayKnowLeg(actor, leg(status)))).toEqual([true, true, true, status === 'asked']);
});

test('nobody takes what they have no trip for', () => {
  expect(legCan(person('ivan'), leg('asked'), false)).toEqual([]);
});

test('who gives or receives carries nothing of it', () => {
  expect([person('anna'), person('olga', 'org'), person('pyotr')].map((actor) => mayCarry(actor, PARTIES))).toEqual([
    false,
    false,
    true,
  ]);
});

test('a driver reads of each end as long as they are on the way to it', () => {
  expect(LEG_STATUSES.map((status) => contactsFor(status).join())).toEqual([
    '',
    '',
    'donor,organization',
    'organization',
    'donor',
    '',
    '',
    '',
    '',
  ]);
  expect([endOf('load'), endOf('unload'), endOf('return')]).toEqual(['donor', 'organization', 'donor']);
});

test.each<[LegStatus[], string[]]>([
  [[], ['cancel', 'end']],
  [['taken'], ['order', 'cancel']],
  [['taken', 'picked_up'], ['order']],
  [['returning'], ['order']],
  [
    ['delivered', 'lost'],
    ['cancel', 'end'],
  ],
])('of a trip with %j', (legs, verbs) => {
  expect(tripCan('planned', legs)).toEqual(verbs);
  expect(tripCan('ended', legs)).toEqual([]);
});

test('what is behind the driver', () => {
  expect(LEG_STATUSES.filter((status) => isDone('load', status)).length).toBe(6);
  expect(LEG_STATUSES.filter((status) => isDone('unload', status))).toEqual(LEG_STATUSES.filter(hasEnded));
  expect(['nobody-there', 'not-taken', 'road', null].map(isOfReceiver)).toEqual([true, true, false, false]);
});
