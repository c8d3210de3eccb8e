import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import type { DataSource } from 'typeorm';
import { HOUR_MS, newId, type SetClock } from '#kernel';
import type { Catalogue } from '#catalogue';
import { hoursCsv, hoursSheet } from '#exchange';
import { Env } from '#host';
import { CredentialsService, HoursService, OrganizationHoursQueries, type PublicKey } from '#volunteering';
import type { Actor } from '#identity';
import { answerOf } from '../needs/fixture.js';
import { openShifts, type Shifts } from './fixture.js';

let desk: Shifts;
let hours: HoursService;
beforeAll(async () => {
  desk = await openShifts();
  hours = new HoursService(desk.source, desk.clock, desk.catalogue);
});
afterEach(async () => expect(await desk.alarms()).toEqual([]));
afterAll(() => desk.db.drop());

const forward = (ms: number): void => (desk.clock as SetClock).forward(ms);
async function worked(
  volunteer: Actor,
  minutes: number,
  changes: Parameters<Shifts['openTime']>[1] = {},
): Promise<string> {
  const shift = await desk.plan(await desk.openTime('12', changes));
  const id = await desk.signUps.signUp(volunteer, shift);
  forward(47 * HOUR_MS);
  await desk.attendance.checkIn(volunteer, id, await desk.codeOf(shift));
  await desk.attendance.confirm(desk.coordinator, id, { minutes });
  return id;
}

test('confirmed hours are those of the books, and a certificate of them stands until they change', async () => {
  const volunteer = await desk.people.person('Доброволец');
  expect(await hours.issue(volunteer.personId, {}, 'ru')).toMatchObject({ shifts: 0, minutes: 0, items: [] });
  const first = await worked(volunteer, 170);
  const issued = await hours.issue(volunteer.personId, {}, 'ru');
  expect(issued).toMatchObject({
    from: '2026-01-01',
    to: '2026-12-31',
    shifts: 1,
    minutes: 170,
    items: [{ signUp: first, what: 'Сортировка помощи', minutes: 170 }],
  });
  expect((await desk.offerOf(first)).delivered).toBe(170);
  expect((await hours.issue(volunteer.personId, {}, 'en')).verificationCode).toBe(issued.verificationCode);
  forward(1000);
  expect(await hours.check(issued.verificationCode)).toMatchObject({
    status: 'matches',
    minutes: 170,
    newerHours: false,
    organizations: [{ shifts: 1, minutes: 170 }],
  });

  await worked(volunteer, 90);
  expect(await hours.check(issued.verificationCode.toLowerCase().replaceAll('-', ' '))).toMatchObject({
    status: 'matches',
    minutes: 170,
    newerHours: true,
  });
  const later = await hours.issue(volunteer.personId, {}, 'ru');
  expect([later.minutes, later.verificationCode === issued.verificationCode]).toEqual([260, false]);
  expect(JSON.stringify(await hours.check(later.verificationCode))).not.toMatch(/Доброволец/);

  await desk.source.query('UPDATE sign_ups SET minutes = 160 WHERE id = $1', [first]);
  expect(await hours.check(issued.verificationCode)).toMatchObject({
    status: 'changed',
    minutes: 0,
    organizations: [],
  });
  await desk.source.query('UPDATE sign_ups SET minutes = 170 WHERE id = $1', [first]);
});

test('hours of others, of other days, and those that nobody confirmed are none of mine', async () => {
  const [volunteer, other] = [await desk.people.person('Первый'), await desk.people.person('Второй')];
  await worked(other, 60);
  const id = await worked(volunteer, 30);
  const [{ day }] = (await hours.issue(volunteer.personId, {}, 'ru')).items as unknown as [{ day: string }];
  expect(
    (await hours.issue(volunteer.personId, { from: day, to: day }, 'ru')).items.map(({ signUp }) => signUp),
  ).toEqual([id]);
  expect((await hours.issue(volunteer.personId, { from: '2025-01-01', to: '2025-12-31' }, 'ru')).items).toEqual([]);
  expect(await answerOf(hours.issue(volunteer.personId, { from: '2026-02-30' }, 'ru'))).toBe(
    'form.invalid: from statement.not-a-day',
  );
  expect(await answerOf(hours.issue(volunteer.personId, { from: '2026-03-02', to: '2026-03-01' }, 'ru'))).toBe(
    'form.invalid: to statement.ends-before-it-begins',
  );
  expect(await answerOf(hours.check('7KQ2-M0XD-9TRB-41WZ-5'))).toBe('hours.not-found');
  expect(await answerOf(hours.check('not a code'))).toBe('hours.not-found');
});

test('the certificate and the table say the same hours, each with what постановление 1067 asks', async () => {
  const volunteer = await desk.people.person('Доброволец');
  await worked(volunteer, 95, { title: '=Сумма; "склад"' });
  const issued = await hours.issue(volunteer.personId, {}, 'ru');
  const sheet = hoursSheet(
    desk.catalogue as Catalogue,
    issued,
    { who: 'Иванова Анна', publicUrl: 'https://lepta.example.org', now: desk.clock.now() },
    'ru',
  );
  expect([sheet.total.replaceAll('\u00a0', ' '), sheet.shifts.map(({ what }) => what)]).toEqual([
    'Всего 1 ч 35 мин, 1 смена',
    ['=Сумма; "склад"'],
  ]);
  const lines = hoursCsv(desk.catalogue as Catalogue, issued, 'ru').split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFFДата;Организатор;ИНН организатора;Вид деятельности;Что делал;Навыки;Место;Минуты;Часы;Подтверждено',
  );
  expect(lines[1]).toMatch(/;"'=Сумма; ""склад""";.*;95;1,58;\d\d\.\d\d\.2026$/);
});

test('hours are found by the index of a person’s sign-ups', async () => {
  let plan: { 'QUERY PLAN': string }[] = [];
  const query = async (sql: string, values: unknown[]): Promise<unknown[]> => {
    if (plan.length > 0) return [{ code: '' }]; // it was the first question that reads the sign-ups
    plan = await desk.source.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query(`EXPLAIN ${sql}`, values);
    });
    return [];
  };
  await new HoursService({ query } as unknown as DataSource, desk.clock, desk.catalogue).issue(newId(), {}, 'ru');
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/sign_ups_by_person/);
});

test('a credential of the hours is signed; anybody checks it with the public keys, also after the secret was changed', async () => {
  const volunteer = await desk.people.person('Анна Кравцова');
  const service = (secret: string): CredentialsService => {
    const env = new Env({
      NODE_ENV: 'test',
      DATABASE_URL: desk.db.url,
      PUBLIC_URL: 'https://lepta.example.org',
      SESSION_SECRET: secret.repeat(40),
    });
    return new CredentialsService(desk.source, desk.clock, desk.catalogue, env, hours);
  };
  const before = service('a');
  expect(await answerOf(before.issue(volunteer.personId, {}, 'ru'))).toBe('hours.none');
  await worked(volunteer, 165);
  const { jwt, hours: of } = await before.issue(volunteer.personId, {}, 'ru');
  const later = service('b'); // the secret of the installation was changed
  const newer = (await later.issue(volunteer.personId, {}, 'en')).jwt;
  const keys = await later.keys();
  expect(keys).toHaveLength(2);
  const verify = async (text: string) =>
    jwtVerify(text, await keyOf(text, keys), {
      issuer: 'https://lepta.example.org/api/v1/credentials/issuer',
      algorithms: ['EdDSA'],
      currentDate: desk.clock.now(),
    });
  for (const text of [jwt, newer])
    expect((await verify(text)).payload).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      jti: expect.stringContaining(of.verificationCode),
      credentialSubject: { creditsEarned: 2.75 },
    });
  const [head, body, signature] = jwt.split('.') as [string, string, string];
  const forged = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
    credentialSubject: { creditsEarned: number };
  };
  forged.credentialSubject.creditsEarned = 275;
  const text = [head, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join('.');
  await expect(verify(text)).rejects.toThrow(/signature/);
  expect(await answerOf(later.key('x'))).toBe('credential.no-such-key');
});

/** As a reader does it: the key stands at the address that the credential names. */
async function keyOf(jwt: string, keys: readonly PublicKey[]): Promise<Awaited<ReturnType<typeof importJWK>>> {
  const kid = String(decodeProtectedHeader(jwt).kid).split('/').at(-1);
  return importJWK({ ...keys.find((one) => one.kid === kid)! });
}

test('hours of the volunteers of an organization by month are what its needs received, for those who run its shifts', async () => {
  const [often, once] = [await desk.people.person('Часто'), await desk.people.person('Однажды')];
  const received = async (): Promise<number> => {
    const [row] = (await desk.source.query(
      `SELECT coalesce(sum(a.posted_in - a.posted_back), 0)::int AS minutes FROM accounts a JOIN needs n ON n.id = a.holder_id WHERE a.kind = 'need' AND n.organization_id = $1`,
      [desk.organization],
    )) as { minutes: number }[];
    return row!.minutes;
  };
  const helpers = new OrganizationHoursQueries(desk.source, desk.clock, desk.catalogue);
  const of = (who: Actor, wish = {}) =>
    helpers.of(who, desk.organization, { from: '2026-01-01', to: '2027-12-31', ...wish });
  const before = await of(desk.coordinator);
  const inBooks = await received();
  const first = await worked(often, 60);
  forward(31 * 24 * HOUR_MS);
  await worked(often, 30);
  await worked(once, 15);
  const after = await of(desk.coordinator);
  expect([after.minutes - before.minutes, after.people - before.people]).toEqual([(await received()) - inBooks, 2]);
  expect(after.minutes - before.minutes).toBe(105);
  expect(after.months.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(after.minutes);
  const own = after.items.find(({ person }) => person === often.personId);
  expect(own).toMatchObject({ name: 'Часто', shifts: 2, minutes: 90, months: [{ minutes: 60 }, { minutes: 30 }] });
  const [{ day }] = (await desk.source.query(
    `SELECT to_char(starts_at AT TIME ZONE 'Asia/Yakutsk', 'YYYY-MM-DD') AS day FROM sign_ups WHERE id = $1`,
    [first],
  )) as [{ day: string }];
  expect(own?.months[0]?.month).toBe(day.slice(0, 7));
  const one = await of(desk.coordinator, { from: day, to: day });
  expect(one.items.find(({ person }) => person === often.personId)).toMatchObject({ shifts: 1, minutes: 60 });
  expect(await answerOf(of(often))).toBe('shift.not-yours');
});
