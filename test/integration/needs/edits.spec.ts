import { NeedEditEntity, needChecks, type NeedChanges } from '#needs';
import { answerOf, openDesk, type Desk } from './fixture.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.db.drop());

const edit = async (id: string, changes: NeedChanges): Promise<string> => {
  const { version } = await desk.view(id);
  return answerOf(desk.needs.edit(desk.coordinator, id, version, changes));
};
const editsOf = (needId: string) =>
  desk.source.manager.find(NeedEditEntity, { where: { needId }, order: { id: 'ASC' } });

test('times and a smaller quantity show at once, never below what is received or reserved', async () => {
  const id = await desk.openNeed();
  const offer = await desk.postOffer();
  const hold = await desk.hold(id, offer, 48);
  await desk.arrive(id, offer, hold, 48);
  await desk.hold(id, offer, 2);
  expect(await edit(id, { quantity: '49', unit: 'pcs' })).toBe('ledger.required-below-use');
  expect(await edit(id, { quantity: '60', urgency: 1 })).toBe('done');
  expect(await desk.view(id, null)).toMatchObject({
    urgency: 1,
    balance: { required: 60, open: 10, reserved: 2, received: 48 },
  });
  expect(await desk.facts(id)).toContain('need.changed');
});

test('asking for just what has arrived makes the need met', async () => {
  const id = await desk.openNeed();
  const offer = await desk.postOffer();
  await desk.arrive(id, offer, await desk.hold(id, offer, 5), 5);
  expect(await edit(id, { quantity: '5' })).toBe('done');
  expect(await desk.view(id, null)).toMatchObject({ status: 'met', balance: { required: 5, open: 0 } });
});

test('new words and a larger quantity wait for a moderator; two edits become one, and only the last is decided on', async () => {
  const id = await desk.openNeed();
  expect(await edit(id, { title: 'Обогреватели и одеяла' })).toBe('done');
  expect(await edit(id, { quantity: '200', unit: 'pcs' })).toBe('done');
  const [first, second] = await editsOf(id);
  expect([first?.status, second?.status]).toEqual(['superseded', 'submitted']);
  expect(second?.changes).toEqual({ title: 'Обогреватели и одеяла', required: 200 });
  expect(await desk.view(id, null)).toMatchObject({ title: 'Обогреватели для посёлка', balance: { required: 120 } });
  expect((await desk.view(id, null)).pendingEdit).toBeUndefined();
  expect((await desk.view(id)).pendingEdit).toMatchObject({
    id: second?.id,
    title: 'Обогреватели и одеяла',
    required: 200,
  });

  const approve = (editId = '', who = desk.moderator) =>
    answerOf(desk.run((tx) => desk.needs.approveEdit(tx, who, editId)));
  expect(await approve(first?.id)).toBe('need.edit-not-open');
  expect(await approve(second?.id, desk.coordinator)).toBe('need.not-yours-to-approve');
  expect(await approve(second?.id)).toBe('done');
  expect(await approve(second?.id)).toBe('done');
  expect(await desk.view(id, null)).toMatchObject({ title: 'Обогреватели и одеяла', balance: { required: 200 } });
  expect((await desk.view(id)).pendingEdit).toBeNull();
  expect((await desk.facts(id)).filter((fact) => fact === 'need.edit-submitted')).toHaveLength(2);
});

test('an edit that is set back, returned or overtaken by the end of the need waits no longer', async () => {
  const back = await desk.openNeed();
  await edit(back, { title: 'Совсем другое дело' });
  await edit(back, { title: 'Обогреватели для посёлка' });
  expect((await editsOf(back)).map((one) => one.status)).toEqual(['superseded']);

  const returned = await desk.openNeed();
  await edit(returned, { title: 'Совсем другое дело' });
  const [waiting] = await editsOf(returned);
  await desk.run((tx) => desk.needs.returnEdit(tx, desk.moderator, waiting?.id ?? '', 'Неясно'));
  expect(await desk.view(returned)).toMatchObject({ title: 'Обогреватели для посёлка', pendingEdit: null });

  const ended = await desk.openNeed();
  await edit(ended, { title: 'Совсем другое дело' });
  await desk.run((tx) => desk.needs.withdraw(tx, desk.coordinator, ended));
  expect((await editsOf(ended)).map((one) => one.status)).toEqual(['superseded']);
});

test('of two edits at once one is told that it is stale', async () => {
  const id = await desk.openNeed();
  const { version } = await desk.view(id);
  for (let round = 0; round < 10; round += 1) {
    const seen = version + round;
    const answers = await Promise.all(
      [1, 2].map((urgency) => answerOf(desk.needs.edit(desk.coordinator, id, seen, { urgency }))),
    );
    expect(answers.sort()).toEqual(['done', 'need.stale']);
  }
});

test('a hold and a smaller quantity at once: one of them is refused, and the need never asks for less than is held', async () => {
  for (let round = 0; round < 15; round += 1) {
    const id = await desk.openNeed({ quantity: '10' });
    const offer = await desk.postOffer({ quantity: '10' });
    const { version } = await desk.view(id);
    const answers = await Promise.all([
      answerOf(desk.needs.edit(desk.coordinator, id, version, { quantity: '4' })),
      answerOf(desk.hold(id, offer, 8)),
    ]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    const { balance } = await desk.view(id);
    expect(balance.required).toBe(balance.open + balance.reserved + balance.received);
    expect([balance.required, balance.reserved]).toEqual(answers[0] === 'done' ? [4, 0] : [10, 8]);
  }
});

test('after all of it the house is in order', async () => {
  for (const { sentence, sql } of needChecks)
    expect({ sentence, rows: await desk.source.query(sql) }).toEqual({ sentence, rows: [] });
});
