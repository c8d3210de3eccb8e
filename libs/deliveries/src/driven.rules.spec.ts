import { hoursDriven } from './driven.rules.js';

const at = (time: string): Date => new Date(`2026-03-10T${time}:00Z`);
const trip = { startsAt: at('09:00'), endsAt: at('15:00') };
const said = (carried: string, endedAt: string): string =>
  hoursDriven(
    trip,
    carried
      .split(' ')
      .filter(Boolean)
      .map((one) => ({ organizationId: one[0]!, pickedUpAt: at(one.slice(2)) })),
    at(endedAt),
  )
    .map(
      ({ organizationId, deliveries, from, until }) =>
        `${organizationId}${deliveries} ${from.toISOString().slice(11, 16)}-${until.toISOString().slice(11, 16)}`,
    )
    .join(', ');

test.each<[what: string, carried: string, endedAt: string, hours: string]>([
  ['nothing was carried', '', '12:00', ''],
  ['it ended early', 'a@09:30', '12:00', 'a1 09:00-12:00'],
  ['it was ended late, or by nobody', 'a@09:30', '23:00', 'a1 09:00-15:00'],
  ['it began before it was planned', 'a@07:40', '12:00', 'a1 07:40-12:00'],
  ['it was over before it was planned', 'a@08:00', '08:30', 'a1 08:00-08:30'],
  ['it was very short', 'a@08:58', '09:00', 'a1 08:58-09:13'],
  ['two of one organization', 'a@09:30 a@10:00', '12:00', 'a2 09:00-12:00'],
  ['of two organizations, by deliveries', 'a@09:30 b@10:00 a@10:30', '12:00', 'a2 09:00-10:55, b1 10:55-12:00'],
  ['minutes that cannot be halved', 'a@09:30 b@10:00', '12:01', 'a1 09:00-10:31, b1 10:31-12:01'],
])('%s', (_what, carried, endedAt, hours) => {
  expect(said(carried, endedAt)).toBe(hours);
});

test('no more than a shift may last is asked of one organization', () => {
  const [one] = hoursDriven(
    { startsAt: at('00:00'), endsAt: new Date(at('00:00').getTime() + 72 * 3_600_000) },
    [{ organizationId: 'a', pickedUpAt: at('01:00') }],
    new Date(at('00:00').getTime() + 70 * 3_600_000),
  );
  expect(one && one.until.getTime() - one.from.getTime()).toBe(24 * 3_600_000);
});
