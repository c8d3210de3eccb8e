import { GrantEntity } from '#identity';
import { DAY_MS, newId } from '#kernel';
import { Env } from '#host';
import { Digests, ProposalMails, TOLD_PER_DAY } from '#notifications';
import { openEngine, type Engine } from '../matching/engine-fixture.js';

let desk: Engine;
let mails: ProposalMails;
beforeAll(async () => {
  desk = await openEngine();
  mails = new ProposalMails(desk.source, desk.clock, desk.catalogue);
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

const tell = (subject: { offerId?: string; needId?: string }): Promise<void> =>
  desk.run(
    async (tx) =>
      void (await mails.job.applyAll?.(tx, [
        {
          id: newId(),
          type: 'match.proposed',
          payload: { offerId: null, needId: null, ...subject },
          at: desk.clock.now(),
          position: null,
        },
      ])),
  );
const mailsTo = async (personId: string) =>
  (await desk.source.query(
    `SELECT subject, body, kind, parts, template FROM mails WHERE person_id = $1 ORDER BY created_at, id`,
    [personId],
  )) as { subject: string; body: string; kind: string; parts: { action: { url: string } }; template: string }[];
const listOf = (personId: string): Promise<{ path: string; en: string; kind: string }[]> =>
  desk.source.query('SELECT path, en, kind FROM notifications WHERE person_id = $1 ORDER BY created_at, id', [
    personId,
  ]);
const mailsOf = async (template: string) =>
  (await mailsTo(desk.donor.personId))
    .concat(await mailsTo(desk.coordinator.personId))
    .filter((mail) => mail.template === template);

test('both sides are told once a day that there is something to choose from, and of the donor nothing is said', async () => {
  await desk.openNeed({ title: 'Обогреватели для посёлка' });
  const offerId = await desk.postOffer({ title: 'Двадцать обогревателей' });
  await desk.forOffer(offerId);
  await tell({ offerId });
  await tell({ offerId });
  const [donorMail, ...more] = await mailsTo(desk.donor.personId);
  expect(more).toEqual([]);
  expect(donorMail).toMatchObject({
    kind: 'proposal',
    subject: 'Нашлось, кому пригодится ваш вклад: «Двадцать обогревателей»',
    body: expect.stringContaining('«Обогреватели для посёлка», «Тепло 1»'),
    parts: { action: { url: `/offer/${offerId}` } },
  });
  const [deskMail, ...others] = await mailsTo(desk.coordinator.personId);
  expect(others).toEqual([]);
  expect(deskMail).toMatchObject({
    kind: 'proposal',
    subject: 'Вашим нуждам нашлись предложения',
    parts: { action: { url: `/desk/${desk.organization}` } },
  });
  expect(`${deskMail?.subject} ${deskMail?.body}`).not.toMatch(/Анна|Дарина|Двадцать/);
  expect(await listOf(desk.donor.personId)).toEqual([
    { path: `/offer/${offerId}`, en: 'Somebody could use it: “Двадцать обогревателей”', kind: 'proposal' },
  ]);
});

test('a proposal that only ended or changed its size tells nobody the next day; a new one does', async () => {
  const before = (await mailsOf('proposals.offer')).length;
  const [offer] = (await desk.source.query('SELECT id FROM offers ORDER BY created_at LIMIT 1')) as { id: string }[];
  desk.clock.forward(DAY_MS);
  await tell({ offerId: offer?.id });
  expect(await mailsOf('proposals.offer')).toHaveLength(before);
  const needId = await desk.openNeed({ title: 'Ещё обогреватели' });
  await desk.forNeed(needId);
  await tell({ needId });
  expect(await mailsOf('proposals.offer')).toHaveLength(before + 1);
});

test('the title of a private need is not in the mail of a donor who has not said yes', async () => {
  const category = desk.catalogue.categories.find(
    (one) =>
      one.flags.includes('private') &&
      one.kinds.includes('goods') &&
      !one.flags.some((flag) => ['licensed', 'check', 'child'].includes(flag)),
  );
  expect(category).toBeDefined();
  await desk.openNeed({ category: category?.code, item: 'heater', title: 'Имя и болезнь одного человека' });
  const offerId = await desk.postOffer({ category: category?.code, title: 'Обогреватели для тех, кому трудно' });
  await desk.forOffer(offerId);
  desk.clock.forward(DAY_MS);
  await tell({ offerId });
  const mail = (await mailsTo(desk.donor.personId)).find((one) => one.parts.action.url === `/offer/${offerId}`);
  expect(mail?.body).toContain(category?.nameRu);
  expect(mail?.body).not.toContain('болезнь');
});

test('ten thousand offers of one import do not become ten thousand mails', async () => {
  desk.clock.forward(DAY_MS);
  const importer = await desk.people.person('Импорт');
  for (let number = 0; number < TOLD_PER_DAY + 3; number += 1) {
    const offerId = await desk.postOffer({ title: `Партия ${number}`, quantity: '1' }, importer);
    await desk.forOffer(offerId);
    await tell({ offerId });
  }
  expect(await mailsTo(importer.personId)).toHaveLength(TOLD_PER_DAY);
});

test('the mail of the day leaves out what was agreed meanwhile; where nothing is left none is written', async () => {
  desk.clock.forward(2 * DAY_MS);
  await desk.source.query(`UPDATE mails SET status = 'off'`);
  await desk.source.query(`UPDATE matches SET status = 'declined', ended_at = now() WHERE status = 'proposed'`);
  await desk.openNeed({ title: 'Обогреватели для клуба', quantity: '500' });
  const offers: string[] = [];
  for (const title of ['Договорились', 'Ещё ждёт']) {
    offers.push(await desk.postOffer({ title }));
    await desk.forOffer(offers.at(-1)!);
    await tell({ offerId: offers.at(-1)! });
  }
  const mail = async (personId: string) => {
    const rows: { parts: { sections: { items: { text: string }[] }[] } }[] = await desk.source.query(
      `SELECT parts FROM mails WHERE person_id = $1 AND template = 'digest' ORDER BY created_at DESC, id`,
      [personId],
    );
    return rows.map(({ parts }) => parts.sections.flatMap(({ items }) => items.map(({ text }) => text)));
  };
  await desk.source.query(
    `UPDATE mails SET status = 'digest', created_at = $1 WHERE status = 'new' AND template LIKE 'proposals.%'`,
    [new Date(desk.clock.now().getTime() - DAY_MS)],
  );
  await desk.source.query(`UPDATE matches SET status = 'accepted' WHERE offer_id = $1`, [offers[0]]);
  const digests = new Digests(
    desk.source,
    desk.clock,
    desk.catalogue,
    new Env({ SESSION_SECRET: 'a secret of a test that is long enough' }),
  );
  const today = desk.clock.now().toISOString().slice(0, 10);
  desk.clock.set(new Date(`${today}T03:00:00Z`)); // noon in Blagoveshchensk
  await digests.tick();
  expect(await mail(desk.donor.personId)).toEqual([['Нашлось, кому пригодится ваш вклад: «Ещё ждёт»']]);
  expect(await mail(desk.coordinator.personId)).toEqual([['Вашим нуждам нашлись предложения']]); // the other one still waits for the desk

  await desk.source.query(`UPDATE matches SET status = 'accepted' WHERE offer_id = $1`, [offers[1]]);
  await desk.source.query(`UPDATE mails SET status = 'digest' WHERE status = 'in_digest'`);
  await desk.source.query(`DELETE FROM mails WHERE template = 'digest'`);
  await digests.tick();
  expect([await mail(desk.donor.personId), await mail(desk.coordinator.personId)]).toEqual([[], []]);
  expect(await desk.source.query(`SELECT DISTINCT status FROM mails WHERE template LIKE 'proposals.%'`)).toEqual([
    { status: 'off' },
  ]);
});
