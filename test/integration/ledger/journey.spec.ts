import { newId } from '#kernel';
import { openBooks, refusal, type Books } from './books.js';

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.db.drop());

test('fifty heaters are pledged, held, arrive in part, and the rest is available again', async () => {
  const { ledger, run, context } = books;
  const offer = await books.offer(50, { item: 'heater' });
  const need = await books.need(120, { item: 'heater' });
  expect(await books.offerBalance(offer)).toEqual([50, 50, 0, 0, 0]);

  const hold = await books.hold(offer, need, 50);
  expect(await books.offerBalance(offer)).toEqual([50, 0, 50, 0, 0]);
  expect(await books.needBalance(need)).toEqual([120, 70, 50, 0]);

  await run((tx) => ledger.post(tx, { holdId: hold, amount: 48, ...context() }));
  expect(await books.offerBalance(offer)).toEqual([50, 2, 0, 48, 0]);
  expect(await books.needBalance(need)).toEqual([120, 72, 0, 48]);

  const { items } = await ledger.needEntries(books.source, need, { limit: 20 });
  expect(items.map((e) => [e.kind, e.state, e.amount, e.match]).sort()).toEqual([
    ['delivery', 'posted', 48, hold],
    ['delivery', 'voided', 2, hold],
  ]);

  expect(await run((tx) => ledger.release(tx, { offerId: offer, ...context() }))).toBe(2);
  expect(await run((tx) => ledger.release(tx, { offerId: offer, ...context() }))).toBe(0);
  expect(await books.offerBalance(offer)).toEqual([50, 0, 0, 48, 2]);
  const ofOffer = await ledger.offerEntries(books.source, offer, { limit: 20 });
  expect(ofOffer.items.map((e) => [e.kind, e.state, e.amount]).sort()).toEqual([
    ['delivery', 'posted', -48],
    ['delivery', 'voided', -2],
    ['pledge', 'posted', 50],
    ['release', 'posted', -2],
  ]);
});

test('a repeat with the same id changes nothing, with other content it is refused', async () => {
  const { ledger, run, context } = books;
  const offer = await books.offer(10);
  const need = await books.need(10);
  const hold = { id: newId(), offerId: offer, needId: need, matchId: newId(), amount: 4 };
  expect(await run((tx) => ledger.hold(tx, { ...hold, ...context() }))).toBe('made');
  books.clock.forward(1000); // the second click comes later
  expect(await run((tx) => ledger.hold(tx, { ...hold, ...context() }))).toBe('already-there');
  expect(await refusal(run((tx) => ledger.hold(tx, { ...hold, amount: 5, ...context() })))).toBe(
    'ledger.same-id-other-content',
  );
  expect(await run((tx) => ledger.post(tx, { holdId: hold.id, amount: 3, ...context() }))).toBe('made');
  expect(await run((tx) => ledger.post(tx, { holdId: hold.id, amount: 3, ...context() }))).toBe('already-there');
  expect(await refusal(run((tx) => ledger.post(tx, { holdId: hold.id, amount: 4, ...context() })))).toBe(
    'ledger.same-id-other-content',
  );
  expect(await refusal(run((tx) => ledger.voidHold(tx, { holdId: hold.id, ...context() })))).toBe(
    'ledger.hold-is-over',
  );
  expect(await run((tx) => ledger.hold(tx, { ...hold, ...context() }))).toBe('already-there');
  expect(await books.needBalance(need)).toEqual([10, 7, 0, 3]);
  expect(await books.offerBalance(offer)).toEqual([10, 7, 0, 3, 0]);
});

test('the one who comes too late hears how much is left', async () => {
  const offer = await books.offer(10);
  const need = await books.need(8);
  await books.hold(offer, need, 5);
  const late = books.run((tx) =>
    books.ledger.hold(tx, {
      id: newId(),
      offerId: offer,
      needId: need,
      matchId: newId(),
      amount: 4,
      ...books.context(),
    }),
  );
  await expect(late).rejects.toMatchObject({
    code: 'ledger.not-enough-left',
    status: 409,
    params: { left: 3, unit: 'pcs' },
  });
});

test('what a need asks for never falls below what has arrived or is reserved', async () => {
  const { ledger, run, context } = books;
  const offer = await books.offer(10);
  const need = await books.need(10);
  const hold = await books.hold(offer, need, 4);
  await run((tx) => ledger.post(tx, { holdId: hold, amount: 3, ...context() }));
  await books.hold(offer, need, 2);
  const change = (required: number) =>
    run((tx) => ledger.changeRequired(tx, { needId: need, required, reason: 'edit', ...context() }));
  await expect(change(4)).rejects.toMatchObject({
    code: 'ledger.required-below-use',
    status: 422,
    params: { used: 5, unit: 'pcs' },
  });
  expect(await change(5)).toBe('made');
  expect(await change(5)).toBe('already-there');
  expect(await books.needBalance(need)).toEqual([5, 0, 2, 3]);
});

test('lost on the way, beyond the need, used, and taken back', async () => {
  const { ledger, run, context } = books;
  const organization = await books.party('organization');
  const offer = await books.offer(20);
  const need = await books.need(12, { organizationId: organization });
  const hold = await books.hold(offer, need, 12);
  await run(async (tx) => {
    await ledger.post(tx, { holdId: hold, amount: 10, ...context() });
    await ledger.lose(tx, {
      id: newId(),
      offerId: offer,
      holderId: organization,
      amount: 2,
      matchId: hold,
      reason: 'broken',
      ...context(),
    });
    await ledger.raise(tx, { id: newId(), offerId: offer, amount: 5, ...context() });
    await ledger.deliver(tx, { id: newId(), offerId: offer, needId: need, matchId: hold, amount: 2, ...context() });
    await ledger.surplus(tx, {
      id: newId(),
      offerId: offer,
      organizationId: organization,
      purpose: 'relief',
      amount: 3,
      matchId: hold,
      ...context(),
    });
  });
  expect(await books.needBalance(need)).toEqual([12, 0, 0, 12]);
  expect(await books.offerBalance(offer)).toEqual([25, 8, 0, 17, 0]);

  const use = (amount: number) => run((tx) => ledger.use(tx, { id: newId(), needId: need, amount, ...context() }));
  expect(await use(9)).toBe('made');
  expect(await refusal(use(4))).toBe('ledger.not-enough-left');
  const entries = await ledger.needEntries(books.source, need, { limit: 50 });
  expect(entries.items.filter((e) => e.state === 'posted').reduce((sum, e) => sum + e.amount, 0)).toBe(12);

  const posted = entries.items.find((e) => e.amount === 10)!.id;
  const reversal = (amount: number | undefined, id = newId()) =>
    run((tx) => ledger.reverse(tx, { id, transferId: posted, amount, reason: 'counted twice', ...context() }));
  expect(await refusal(reversal(4))).toBe('ledger.not-enough-left'); // three are not handed out yet
  const first = newId();
  expect(await reversal(2, first)).toBe('made');
  expect(await reversal(2, first)).toBe('already-there');
  expect(await refusal(reversal(9))).toBe('ledger.mirror-too-much');
  expect(await books.needBalance(need)).toEqual([12, 2, 0, 10]);
  expect(await books.offerBalance(offer)).toEqual([25, 10, 0, 15, 0]); // never more pledged
  expect(
    await refusal(run((tx) => ledger.reverse(tx, { id: newId(), transferId: first, reason: 'again', ...context() }))),
  ).toBe('ledger.not-to-mirror');
  expect(
    await refusal(run((tx) => ledger.reverse(tx, { id: newId(), transferId: hold, reason: 'again', ...context() }))),
  ).toBe('ledger.not-to-mirror');
  expect(
    await refusal(run((tx) => ledger.reverse(tx, { id: newId(), transferId: newId(), reason: 'again', ...context() }))),
  ).toBe('ledger.no-such-transfer');
});

test('things of another kind do not meet', async () => {
  const { ledger, run, context } = books;
  const hold = async (offer: string, need: string) =>
    refusal(
      run((tx) =>
        ledger.hold(tx, { id: newId(), offerId: offer, needId: need, matchId: newId(), amount: 1, ...context() }),
      ),
    );
  expect(await hold(await books.offer(5, { unit: 'pcs' }), await books.need(5, { unit: 'set' }))).toBe(
    'ledger.other-unit',
  );
  expect(await hold(await books.offer(5, { item: 'heater' }), await books.need(5, { item: 'blanket' }))).toBe(
    'ledger.other-item',
  );
  expect(await hold(await books.offer(5, { item: 'heater' }), await books.need(5))).toBe('done'); // the transfer says what came
  for (const amount of [0, -1, 0.5, 10_000_000_000_001, Number.NaN]) {
    expect(await refusal(books.offer(amount))).toBe('ledger.amount-out-of-range');
  }
});

test('entries come in pages, oldest first, without a gap and without a double', async () => {
  const offer = await books.offer(100);
  const need = await books.need(100);
  for (let i = 0; i < 7; i += 1) {
    if (i % 3 === 0) books.clock.forward(5); // several at the same instant
    const hold = await books.hold(offer, need, 5);
    if (i % 2 === 0) await books.run((tx) => books.ledger.post(tx, { holdId: hold, amount: 4, ...books.context() }));
  }
  const whole = await books.ledger.offerEntries(books.source, offer, { limit: 200 });
  expect(whole.items).toHaveLength(1 + 4 * 2 + 3);
  const seen: string[] = [];
  let after: { at: string; id: string } | null = null;
  do {
    const page: Awaited<ReturnType<typeof books.ledger.offerEntries>> = await books.ledger.offerEntries(
      books.source,
      offer,
      { limit: 3, after },
    );
    seen.push(...page.items.map((e) => e.id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(whole.items.map((e) => e.id));
  expect(whole.items.every((e, i) => i === 0 || e.at >= whole.items[i - 1]!.at)).toBe(true);
});

test('the books are clean after all of it', async () => {
  expect(await books.alarms()).toEqual([]);
});
