import { DAY_MS } from '#kernel';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { answerOf, openDesk, type Desk } from './fixture.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.db.drop());

test('a need from the draft to the last heater', async () => {
  const { needs, coordinator, moderator, run } = desk;
  const id = await needs.draft(coordinator, desk.heaters({ quantity: '10' }));
  expect(await desk.view(id)).toMatchObject({
    status: 'draft',
    can: ['edit', 'submit', 'withdraw'],
    balance: { required: 10, open: 10, reserved: 0, received: 0, unit: 'pcs' },
  });
  expect(await answerOf(desk.view(id, null))).toBe('need.not-found');
  expect(await answerOf(desk.view(id, desk.donor))).toBe('need.not-found');

  await needs.submit(coordinator, id);
  await needs.submit(coordinator, id); // a repeated click
  expect(await desk.view(id, moderator)).toMatchObject({ status: 'in_review', can: [] });
  expect(await answerOf(run((tx) => needs.approve(tx, coordinator, id)))).toBe('need.not-yours-to-approve');
  await run((tx) => needs.approve(tx, moderator, id));
  await run((tx) => needs.approve(tx, moderator, id));
  expect(await desk.view(id, null)).toMatchObject({
    status: 'open',
    can: [],
    openedAt: desk.clock.now(),
    freshUntil: new Date(desk.clock.now().getTime() + 60 * DAY_MS),
  });

  const offer = await desk.postOffer({ quantity: '10' });
  await desk.arrive(id, offer, await desk.hold(id, offer, 4), 4);
  expect(await desk.view(id)).toMatchObject({ status: 'partly_met', can: ['edit', 'withdraw', 'renew', 'close'] });
  const hold = await desk.hold(id, offer, 6);
  expect(await answerOf(needs.close(coordinator, id))).toBe('need.still-reserved');
  expect((await desk.view(id)).can).not.toContain('close');
  await desk.arrive(id, offer, hold, 6);
  expect(await desk.view(id)).toMatchObject({
    status: 'met',
    balance: { open: 0, received: 10 },
    can: ['close', 'report'],
  });
  expect(await desk.offerReads.byId(desk.donor, offer)).toMatchObject({ status: 'used_up', can: [] });
  await needs.close(coordinator, id);
  expect(await desk.view(id, null)).toMatchObject({ status: 'closed' });
  expect(await desk.facts(id)).toEqual(['need.submitted', 'need.opened', 'need.closed']);
});

test('returned with a reason, corrected, submitted again', async () => {
  const { needs, coordinator, moderator, run } = desk;
  const id = await needs.draft(coordinator, desk.heaters());
  await needs.submit(coordinator, id);
  const { version } = await desk.view(id);
  expect(await answerOf(needs.edit(coordinator, id, version, { urgency: 1 }))).toBe('need.not-editable');
  await run((tx) => needs.returnForCorrection(tx, moderator, id, 'Уберите номер телефона', null));
  const returned = await desk.view(id);
  expect(returned).toMatchObject({
    status: 'returned',
    returnReason: 'Уберите номер телефона',
    can: ['edit', 'submit', 'withdraw'],
  });
  await needs.edit(coordinator, id, returned.version, {
    title: 'Обогреватели без телефона',
    quantity: '60',
    unit: 'pcs',
  });
  expect(await desk.view(id)).toMatchObject({ title: 'Обогреватели без телефона', balance: { required: 60 } });
  await needs.submit(coordinator, id);
  expect(await desk.view(id)).toMatchObject({ status: 'in_review', returnReason: null });
});

test('only the organization’s own people write, and only a verified organization submits', async () => {
  const { needs, coordinator, donor } = desk;
  expect(await answerOf(needs.draft(donor, desk.heaters()))).toBe('need.not-yours');
  expect(await answerOf(needs.draft(desk.as(donor, desk.organization, 'accountant'), desk.heaters()))).toBe(
    'need.not-yours',
  );
  const id = await desk.openNeed();
  expect(await answerOf(needs.edit(donor, id, 3, { urgency: 1 }))).toBe('need.not-yours');
  expect(await answerOf(needs.renew(donor, id))).toBe('need.not-yours');
  const draft = await needs.draft(coordinator, desk.heaters());
  expect(await answerOf(needs.submit(donor, draft))).toBe('need.not-found');

  const waiting = await desk.people.organization(donor.personId, 'submitted', 2);
  const theirs = desk.as(donor, waiting, 'owner');
  const prepared = await needs.draft(theirs, desk.heaters({ organization: waiting }));
  expect((await desk.view(prepared, theirs)).can).toEqual(['edit', 'withdraw']);
  expect(await answerOf(needs.submit(theirs, prepared))).toBe('need.organization-not-verified');
  const suspended = await desk.people.organization(donor.personId, 'suspended', 3);
  expect(
    await answerOf(needs.draft(desk.as(donor, suspended, 'owner'), desk.heaters({ organization: suspended }))),
  ).toBe('need.organization-not-ready');
});

test('unanswered for 60 days it expires; renewed it opens again, with what had arrived', async () => {
  const { needs, coordinator, run, clock } = desk;
  const id = await desk.openNeed({ quantity: '10' });
  const offer = await desk.postOffer({ quantity: '10', until: new Date(clock.now().getTime() + 200 * DAY_MS) });
  await desk.arrive(id, offer, await desk.hold(id, offer, 4), 4);
  expect(await run((tx) => needs.expire(tx, id))).toBe(false);
  clock.forward(61 * DAY_MS);
  expect(await run((tx) => needs.expire(tx, id))).toBe(true);
  expect(await desk.view(id, null)).toMatchObject({ status: 'expired', balance: { received: 4 } });
  await needs.renew(coordinator, id);
  expect(await desk.view(id)).toMatchObject({ status: 'partly_met' });
  expect((await desk.facts(id)).slice(-2)).toEqual(['need.expired', 'need.opened']);
  clock.forward(240 * DAY_MS);
  expect(await run((tx) => needs.expire(tx, id))).toBe(true);
  expect(await answerOf(needs.renew(coordinator, id))).toBe('need.deadline-passed');
});

test('taken back it keeps its page and balance; a draft taken back was never there', async () => {
  const { needs, coordinator, run } = desk;
  const open = await desk.openNeed();
  await run((tx) => needs.withdraw(tx, coordinator, open));
  await run((tx) => needs.withdraw(tx, coordinator, open));
  expect(await desk.view(open, null)).toMatchObject({ status: 'withdrawn', balance: { required: 120, open: 120 } });
  const draft = await needs.draft(coordinator, desk.heaters());
  await run((tx) => needs.withdraw(tx, coordinator, draft));
  expect(await answerOf(desk.view(draft, null))).toBe('need.not-found');
  expect(await answerOf(needs.submit(coordinator, draft))).toBe('need.not-submittable');
  expect((await desk.facts(open)).filter((fact) => fact === 'need.withdrawn')).toHaveLength(1);
});

test('in a private category strangers see the district and the group, and no small counts', async () => {
  const category = desk.catalogue.categories.find(
    (one) => one.flags.includes('private') && one.kinds.includes('goods'),
  );
  const unit = category?.goodsUnits[0];
  const id = await desk.openNeed({
    category: category?.code,
    item: null,
    unit,
    quantity: '3',
    title: 'Помощь семье Ивановых',
    description: 'Улица Садовая, дом 5, трое детей.',
    beneficiaries: 4,
  });
  expect(await desk.view(id, desk.donor)).toMatchObject({
    title: category?.nameRu,
    description: '',
    discreet: true,
    beneficiaries: null,
    place: 'selemdzhinsky',
  });
  expect(JSON.stringify(await desk.view(id, null))).not.toMatch(/Иванов|Садовая/);
  expect(await desk.view(id)).toMatchObject({ title: 'Помощь семье Ивановых', discreet: false, beneficiaries: 4 });
  const found = async (who: Desk['donor'] | null, organization?: string) =>
    (await desk.reads.page(who, { q: 'Ивановых', organization }, 10, null, 'ru')).items.length;
  expect([await found(null), await found(desk.donor), await found(desk.coordinator, desk.organization)]).toEqual([
    0, 0, 1,
  ]);
});

test('after all of it the house is in order', async () => {
  for (const { sentence, sql } of [...needChecks, ...offerChecks])
    expect({ sentence, rows: await desk.source.query(sql) }).toEqual({ sentence, rows: [] });
});
