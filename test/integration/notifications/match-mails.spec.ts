import { GrantEntity, type Actor } from '#identity';
import { DAY_MS, HOUR_MS, MINUTE_MS, newId, type Fact, type FactType } from '#kernel';
import { HandOvers } from '#matching';
import { MatchMails } from '#notifications';
import { StandingGiftDates } from '#offers';
import { StandingMails } from '#payments';
import { log, openTokens, withTokens } from '#platform';
import { type Env } from '#host';
import { openEngine, type Engine } from '../matching/engine-fixture.js';
import { poison } from '../../support/poison.js';

let desk: Engine;
let mails: MatchMails;
let handOvers: HandOvers;
const SECRET = 'a secret that only this test knows, 32 long';
beforeAll(async () => {
  desk = await openEngine();
  handOvers = new HandOvers(desk.source, desk.clock);
  const env = {
    SESSION_SECRET: SECRET,
    PUBLIC_URL: 'https://lepta.example.org',
    mailAddress: 'no-reply@lepta.example.org',
  } as Env;
  const standing = new StandingMails(desk.clock, new StandingGiftDates(desk.clock), env);
  mails = new MatchMails(desk.catalogue, desk.ends, handOvers, desk.clock, env, standing);
  await desk.source.manager.insert(GrantEntity, {
    id: newId(),
    personId: desk.coordinator.personId,
    role: 'coordinator',
    objectType: 'organization',
    objectId: desk.organization,
    grantedBy: null,
    grantedAt: desk.clock.now(),
  });
});
afterAll(() => desk.db.drop());

interface Row {
  readonly template: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  readonly url: string;
  readonly path: string;
  readonly en: string;
}

/** Runs the job for every fact of a match that has not been told yet, twice each; answers what this wrote to a person. */
async function told(personId: string): Promise<Row[]> {
  const facts: Fact[] = await desk.source.query(
    `SELECT id, type, payload, at, position FROM facts WHERE type LIKE 'match.%' ORDER BY id`,
  );
  for (const fact of [...facts, ...facts])
    await desk.run(async (tx) => void (await mails.job.apply?.(tx, fact as Fact<FactType>)));
  return desk.source.query(
    `SELECT m.template, m.kind, m.subject, m.body, m.parts -> 'action' ->> 'url' AS url, n.path, n.en FROM mails m JOIN notifications n ON n.id = m.id WHERE m.person_id = $1 ORDER BY m.created_at, m.id`,
    [personId],
  );
}

test('from the first yes to the receipt each side hears what it must do, once, by mail and in its list', async () => {
  await desk.openNeed({ title: 'Обогреватели для посёлка', autoAccept: false });
  const offerId = await desk.postOffer();
  await desk.forOffer(offerId);
  const [match] = await desk.matches({ offer: offerId });
  const id = match?.id ?? '';
  await desk.life.accept(desk.donor, id);
  expect(await told(desk.coordinator.personId)).toMatchObject([
    {
      template: 'match.asked-organization',
      kind: 'match',
      url: `/desk/${desk.organization}`,
      en: expect.stringContaining('You are offered 50'),
    },
  ]);
  await desk.life.accept(desk.coordinator, id);
  await desk.life.deliver(desk.donor, id);
  await desk.life.confirm(desk.coordinator, id, {});
  const toDonor = await told(desk.donor.personId);
  expect(toDonor.map((row) => [row.template, row.kind, row.url, row.path])).toEqual([
    ['match.accepted-donor', 'match', `/matches/${id}`, `/matches/${id}`],
    ['match.confirmed', 'receipt', '/me/statement', `/offer/${offerId}`],
  ]);
  expect((await told(desk.coordinator.personId)).map((row) => row.template)).toEqual([
    'match.asked-organization',
    'match.accepted-organization',
    'match.delivered',
  ]);
  expect(JSON.stringify(await told(desk.coordinator.personId))).not.toMatch(/Анна|Дарина/);
});

test('a mail to a donor does not say the title of a private need: a mail stays where a party does not', async () => {
  const category = desk.catalogue.categories.find(
    (one) =>
      one.flags.includes('private') &&
      one.kinds.includes('goods') &&
      !one.flags.some((flag) => ['licensed', 'check', 'child'].includes(flag)),
  );
  const needId = await desk.openNeed({
    category: category?.code,
    item: 'heater',
    title: 'Имя и болезнь одного человека',
  });
  const donor = await desk.people.person('Второй Даритель');
  const offerId = await desk.postOffer({ category: category?.code }, donor);
  await desk.forOffer(offerId);
  const id = (await desk.matches({ offer: offerId, need: needId }))[0]?.id ?? '';
  await desk.life.accept(desk.coordinator, id);
  const [asked] = await told(donor.personId);
  expect(asked?.template).toBe('match.asked-donor');
  expect(asked?.subject).toContain(category?.nameRu);
  expect(JSON.stringify(asked)).not.toContain('болезнь'); // no yes, no title
  await desk.life.accept(donor, id);
  const accepted = (await told(donor.personId)).find((row) => row.template === 'match.accepted-donor');
  expect(accepted?.body).toContain(category?.nameRu);
  expect(JSON.stringify(await told(donor.personId))).not.toContain('болезнь'); // it is read on the page
});

test('a reminder that cannot be written keeps no other from its reader, and is written once it is mended', async () => {
  log.level = 'silent'; // a failure is part of this scenario
  const matches: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    const needId = await desk.openNeed({ autoAccept: false });
    const offerId = await desk.postOffer();
    await desk.forOffer(offerId);
    const id = (await desk.matches({ offer: offerId, need: needId }))[0]?.id ?? '';
    await desk.life.accept(desk.donor, id);
    matches.push(id);
    desk.clock.forward(1);
  }
  const reminded = async (): Promise<string[]> =>
    (
      (await desk.source.query(
        `SELECT id FROM matches WHERE reminded_at IS NOT NULL AND id = ANY($1) ORDER BY deadline`,
        [matches],
      )) as { id: string }[]
    ).map(({ id }) => id);
  const mend = await poison(desk.db, 'matches', matches[1]!);
  desk.clock.forward(2 * DAY_MS + HOUR_MS);
  await mails.remind();
  expect(await reminded()).toEqual([matches[0], matches[2]]);
  await mend();
  desk.clock.forward(MINUTE_MS);
  expect(await mails.remind()).toBe(1);
  expect(await reminded()).toEqual(matches);
});

interface Sent {
  readonly template: string;
  readonly stored: string;
  readonly read: string;
  readonly calendar: string | null;
}

/** An agreed match of a person who gave a phone, its mails told. */
async function agreed(
  name: string,
): Promise<{ id: string; donor: Actor; mails: (personId: string) => Promise<Sent[]> }> {
  const needId = await desk.openNeed({ title: 'Валенки в клуб', autoAccept: false });
  const donor = await desk.people.person(name);
  const offerId = await desk.postOffer({}, donor);
  await desk.forOffer(offerId);
  const id = (await desk.matches({ offer: offerId, need: needId }))[0]?.id ?? '';
  await desk.life.accept(donor, id, { contact: { name: 'Анна', phone: '+7 914 000-00-17' } });
  await desk.life.accept(desk.coordinator, id, { contact: { name: 'Светлана', email: 'svetlana@example.org' } });
  const sent = async (personId: string): Promise<Sent[]> => {
    await told(personId);
    const rows: {
      id: string;
      template: string;
      stored: string;
      sealed: Buffer | null;
      body: string;
      calendar: { text: string } | null;
    }[] = await desk.source.query(
      `SELECT m.id, m.template, (m.*)::text AS stored, m.sealed, m.body, m.parts -> 'calendar' AS calendar FROM mails m JOIN notifications n ON n.id = m.id WHERE m.person_id = $1 AND n.subject_id = $2 ORDER BY m.created_at, m.id`,
      [personId, id],
    );
    return rows.map(({ id: mailId, template, stored, sealed, body, calendar }) => {
      const words = sealed ? (openTokens(mailId, sealed, SECRET) ?? {}) : {};
      return {
        template,
        stored,
        read: withTokens(body, words),
        calendar: calendar && withTokens(calendar.text, words),
      };
    });
  };
  return { id, donor, mails: sent };
}

test('after both yes each side is mailed how to reach the other; the outbox keeps it sealed, and whoever was written to has looked', async () => {
  const { id, donor, mails: sent } = await agreed('Третий Даритель');
  const toDesk = (await sent(desk.coordinator.personId)).find(
    ({ template }) => template === 'match.accepted-organization',
  );
  const toDonor = (await sent(donor.personId)).find(({ template }) => template === 'match.accepted-donor');
  expect([toDesk?.read, toDonor?.read]).toEqual([
    expect.stringContaining('Анна\n+7 914 000-00-17'),
    expect.stringContaining('Светлана\nsvetlana@example.org'),
  ]);
  for (const mail of [toDesk, toDonor]) expect(mail?.stored).not.toMatch(/914 000|svetlana@/);
  const lookers: { reader: string; owner: string; by: string }[] = await desk.source.query(
    'SELECT reader_id AS reader, owner_id AS owner, by FROM contact_looks WHERE match_id = $1',
    [id],
  );
  expect(lookers).toEqual(
    expect.arrayContaining([
      { reader: desk.coordinator.personId, owner: donor.personId, by: 'mail' },
      { reader: donor.personId, owner: desk.coordinator.personId, by: 'mail' },
    ]),
  );
  expect(lookers).toHaveLength(2);
});

test('a time to meet comes into both calendars, is moved there, and goes with the match', async () => {
  const { id, donor, mails: sent } = await agreed('Четвёртый Даритель');
  const at = (days: number): { from: Date; until: Date; place: string } => ({
    from: new Date(desk.clock.now().getTime() + days * DAY_MS),
    until: new Date(desk.clock.now().getTime() + days * DAY_MS + HOUR_MS),
    place: 'Сиреневая, 5',
  });
  const calendars = async (who: Actor): Promise<string[]> =>
    (await sent(who.personId)).flatMap(({ template, calendar }) =>
      calendar
        ? [
            `${template} ${/METHOD:(\w+)/.exec(calendar)?.[1]} ${/SEQUENCE:(\d+)/.exec(calendar)?.[1]} ${/STATUS:(\w+)/.exec(calendar)?.[1]}`,
          ]
        : [],
    );
  await handOvers.propose(donor, id, at(5));
  await sent(donor.personId);
  await handOvers.agree(desk.coordinator, id);
  await sent(donor.personId);
  await handOvers.propose(desk.coordinator, id, at(6));
  await sent(donor.personId);
  await desk.life.cancel(donor, id);
  expect([...(await calendars(donor))].sort()).toEqual([
    'match.hand-over-agreed PUBLISH 1 CONFIRMED',
    'match.hand-over-ended CANCEL 3 CANCELLED',
    'match.hand-over-proposed PUBLISH 2 TENTATIVE',
  ]);
  expect([...(await calendars(desk.coordinator))].sort()).toEqual([
    'match.cancelled CANCEL 3 CANCELLED',
    'match.hand-over-agreed PUBLISH 1 CONFIRMED',
    'match.hand-over-proposed PUBLISH 0 TENTATIVE',
  ]);
  const proposal = (await sent(desk.coordinator.personId)).find(
    ({ template }) => template === 'match.hand-over-proposed',
  );
  expect(proposal?.read).toMatch(/Даритель предлагает встретиться[\s\S]*Где:\nСиреневая, 5/);
  for (const { stored } of [...(await sent(donor.personId)), ...(await sent(desk.coordinator.personId))])
    expect(stored).not.toMatch(/Сиреневая/);
});

test('the day before, both are reminded once; a moved meeting is reminded of again, a cancelled one never', async () => {
  const { id, donor, mails: sent } = await agreed('Пятый Даритель');
  const other = await agreed('Шестой Даритель');
  const at = (days: number): { from: Date; until: Date } => ({
    from: new Date(desk.clock.now().getTime() + days * DAY_MS),
    until: new Date(desk.clock.now().getTime() + days * DAY_MS + HOUR_MS),
  });
  const reminders = async (): Promise<number[]> =>
    Promise.all(
      [donor, desk.coordinator].map(
        async (who) => (await sent(who.personId)).filter(({ template }) => template === 'match.remind-meeting').length,
      ),
    );
  for (const one of [{ id, donor }, other]) {
    await handOvers.propose(one.donor, one.id, at(3));
    expect(await mails.remindHandOvers()).toBe(0); // nobody has agreed
    await handOvers.agree(desk.coordinator, one.id);
  }
  desk.clock.forward(2 * DAY_MS - MINUTE_MS);
  expect(await mails.remindHandOvers()).toBe(0);
  await desk.life.cancel(other.donor, other.id);
  desk.clock.forward(2 * MINUTE_MS);
  expect([await mails.remindHandOvers(), await mails.remindHandOvers(), await reminders()]).toEqual([1, 0, [1, 1]]);
  await handOvers.propose(desk.coordinator, id, at(2));
  await handOvers.agree(donor, id);
  desk.clock.forward(DAY_MS + MINUTE_MS);
  expect([await mails.remindHandOvers(), await reminders()]).toEqual([1, [2, 2]]);
  await handOvers.propose(donor, id, at(0.5));
  await handOvers.agree(desk.coordinator, id);
  expect(await mails.remindHandOvers()).toBe(0); // agreed within the day: nobody has forgotten it
});
