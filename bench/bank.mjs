// A bank statement of 100,000 transfers against 100,000 open gifts: how long until each of them is booked, and what it takes of memory.
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { DATA, lib, say } from './installation.mjs';
import { fixed } from './table.mjs';

const NEEDS = 50;
const LIMIT_SECONDS = 60;
const ACCOUNT = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК',
  correspondent: '30101810600000000999',
};

export const WITHOUT_INSTALLATION = true;

export async function run(_installation, { rows }) {
  const dir = join(DATA, 'bank');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const { startEmbedded } = await lib('host');
  const { migrate, dataSourceOptions } = await lib('platform');
  const database = await startEmbedded({ dir });
  let source = null;
  try {
    await migrate(database.url);
    await (await lib('catalogue-store')).seedCatalogue(database.url);
    source = await new DataSource({
      ...dataSourceOptions({ url: database.url, max: 8, entities: await entities() }),
    }).initialize();
    const desk = await openDesk(source);
    say(`promising ${rows} gifts to ${NEEDS} needs`);
    const gifts = await promiseGifts(desk, rows);
    const file = await writeStatement(join(dir, 'kl_to_1c.txt'), gifts);
    await source.query('ANALYZE');
    const began = performance.now();
    const cpu = process.cpuUsage();
    const id = await desk.statements.import(desk.coordinator, desk.organization, file);
    const written = performance.now();
    await desk.recognition.lookDue();
    const ended = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    const read = await desk.reads.statement(desk.coordinator, id);
    const again = performance.now();
    const second = await desk.statements.import(desk.coordinator, desk.organization, file);
    const { alreadyKnown } = await desk.reads.statement(desk.coordinator, second);
    const secondSeconds = (performance.now() - again) / 1000;
    const { alarms } = await (await lib('ledger')).verifyLedger(source);
    const total = (ended - began) / 1000;
    const sound = read.recognised === rows && alreadyKnown === rows && alarms.length === 0;
    const table = [
      [`${rows} rows of ${fixed(statSync(file.path).size / 1e6, 0)} MB read and written`, (written - began) / 1000, ''],
      [`${read.recognised} gifts recognised and booked`, (ended - written) / 1000, ''],
      ['together', total, rows === 100_000 ? `< ${LIMIT_SECONDS}` : ''],
      ['the same file again, which changes nothing', secondSeconds, ''],
    ];
    return [
      {
        name: '9-bank',
        title: 'A bank statement',
        failed: !sound || (rows === 100_000 && total >= LIMIT_SECONDS),
        note: `One organization, ${NEEDS} needs, each gift held; one process beside its database. Largest memory of the process ${fixed(process.resourceUsage().maxRSS / 1024, 0)} MiB, its own processor time ${fixed((user + system) / 1e6, 0)} s. Load of the machine ${loadavg()
          .map((load) => fixed(load, 0))
          .join(', ')}.`,
        columns: ['step', 'seconds', 'target'],
        rows: table.map(([step, seconds, target]) => [step, fixed(seconds), target]),
      },
    ];
  } finally {
    await source?.destroy();
    await database.stop();
  }
}

async function entities() {
  const names = {
    identity: 'identityEntities',
    organizations: 'organizationEntities',
    donors: 'donorEntities',
    ledger: 'ledgerEntities',
    needs: 'needEntities',
    offers: 'offerEntities',
    photos: 'photoEntities',
    matching: 'matchingEntities',
    payments: 'paymentEntities',
  };
  const lists = await Promise.all(Object.entries(names).map(async ([name, list]) => (await lib(name))[list]));
  return [...new Set(lists.flat())];
}

/** The services of an organization with an account, as an installation puts them together. */
async function openDesk(source) {
  const { Clock, newId } = await lib('kernel');
  const { loadCatalogue } = await lib('catalogue-store');
  const { Ledger } = await lib('ledger');
  const { NeedsService } = await lib('needs');
  const { OffersService } = await lib('offers');
  const { DonorsService } = await lib('donors');
  const { Env } = await lib('host');
  const { GiftMatches } = await lib('matching');
  const { BankCorrections, BankRecognition, BankStatements, GiftPromises, Gifts, PaymentsQueries, PledgeReceipts } =
    await lib('payments');
  const clock = new Clock();
  const catalogue = await loadCatalogue(source);
  const ledger = new Ledger(source);
  const needs = new NeedsService(source, clock, catalogue, ledger);
  const donors = new DonorsService(clock);
  const offers = new OffersService(source, clock, catalogue, ledger, donors, new Env({}));
  const matches = new GiftMatches(clock, donors, ledger, needs, offers);
  const gifts = new Gifts(source, clock, matches);
  const corrections = new BankCorrections(source, clock, catalogue, ledger, matches, gifts);
  const recognition = new BankRecognition(source, clock, gifts, new PledgeReceipts(corrections));
  const [personId, moderatorId, organization] = [newId(), newId(), newId()];
  await source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person'), ($2, 'person'), ($3, 'organization')`, [
    personId,
    moderatorId,
    organization,
  ]);
  await source.query(
    `INSERT INTO people (id, email, email_confirmed_at, password_hash, name, locale) VALUES ($1, 'bank@example.org', now(), '-', 'Проверка', 'ru'), ($2, 'moderator@example.org', now(), '-', 'Проверка', 'ru')`,
    [personId, moderatorId],
  );
  await source.query(
    `INSERT INTO organizations (id, status, name, short_name, form, inn, ogrn, place, account, created_by) VALUES ($1, 'verified', 'АНО «Проверка»', '«Проверка»', 'ano', '2899000017', '1992800000015', 'zeya', $3, $2)`,
    [organization, personId, ACCOUNT],
  );
  const actor = { personId, locale: 'ru', platform: [], organizations: [], places: [], via: 'web', confirmed: true };
  return {
    source,
    clock,
    ledger,
    needs,
    promises: new GiftPromises(source, clock, catalogue, matches),
    recognition,
    organization,
    statements: new BankStatements(source, clock, gifts, recognition),
    reads: new PaymentsQueries(source),
    coordinator: { ...actor, organizations: [{ id: organization, role: 'coordinator' }] },
    moderator: { ...actor, personId: moderatorId, platform: ['moderator'] },
  };
}

/** One gift of each need is promised as people do it; the others are written as that one was, many at a time. */
async function promiseGifts(desk, rows) {
  const gifts = [];
  for (let number = 0; number < NEEDS; number += 1) {
    const each = Math.floor(rows / NEEDS) + (number < rows % NEEDS ? 1 : 0);
    if (each === 0) continue;
    const needId = await openNeed(desk, each);
    const id = await desk.promises.promise(null, needId, { quantity: '500.00', unit: 'rub', locale: 'ru' });
    const [first] = await desk.source.query('SELECT * FROM gifts WHERE id = $1', [id]);
    gifts.push({ code: first.code }, ...(await likeIt(desk, first, each - 1)));
  }
  return gifts;
}

async function openNeed({ source, needs, coordinator, moderator, organization }, gifts) {
  const id = await needs.draft(coordinator, {
    organization,
    kind: 'money',
    category: 'elderly-veterans',
    title: 'Дрова на зиму',
    description: 'Дрова для четырнадцати дворов, с доставкой.',
    quantity: `${gifts * 500 * 2}.00`,
    unit: 'rub',
    place: 'zeya',
    deadline: new Date(Date.now() + 300 * 86_400_000),
    urgency: 3,
    autoAccept: true,
  });
  await needs.submit(coordinator, id);
  await source.transaction((tx) => needs.approve(tx, moderator, id));
  return id;
}

async function likeIt({ source, ledger, clock }, first, count) {
  const { derivedId, newId } = await lib('kernel');
  const { giftMatchId, paymentCode } = await lib('matching');
  const made = Array.from({ length: count }, () => {
    const id = newId();
    const match = giftMatchId(id);
    const [offer, donor] = [derivedId(id, 'offer'), derivedId(id, 'party')];
    return { id, match, offer, donor, hold: derivedId(match, 'hold'), code: paymentCode(match) };
  });
  const like = (table, template, changes) =>
    `INSERT INTO ${table} SELECT r.* FROM json_to_recordset($1) AS m(id uuid, match uuid, offer uuid, donor uuid, hold uuid, code text),
     LATERAL jsonb_populate_record((SELECT t FROM ${table} t WHERE t.id = '${template}'), jsonb_build_object(${changes})) r`;
  const [offer] = await source.query('SELECT donor_id FROM offers WHERE id = $1', [first.offer_id]);
  const json = JSON.stringify(made);
  await source.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO parties (id, kind) SELECT donor, 'person' FROM json_to_recordset($1) AS m(donor uuid)`,
      [json],
    );
    await tx.query(like('donors', offer.donor_id, `'id', m.donor`), [json]);
    await tx.query(like('offers', first.offer_id, `'id', m.offer, 'donor_id', m.donor, 'created_by', m.donor`), [json]);
    await ledger.openOffers(
      tx,
      made.map((one) => ({
        offerId: one.offer,
        donorId: one.donor,
        unit: 'kopeck',
        item: null,
        amount: first.amount,
        at: clock.now(),
        by: null,
      })),
    );
    await tx.query(
      `INSERT INTO transfers (id, debit, credit, amount, unit, kind, phase, subject_type, subject_id, at)
       SELECT m.hold, a.id, t.credit, t.amount, t.unit, t.kind, 'held', t.subject_type, m.match, t.at FROM json_to_recordset($1) AS m(match uuid, offer uuid, hold uuid)
       JOIN accounts a ON a.kind = 'offer' AND a.holder_id = m.offer, transfers t WHERE t.id = $2`,
      [json, derivedId(first.match_id, 'hold')],
    );
    await tx.query(like('matches', first.match_id, `'id', m.match, 'offer_id', m.offer, 'hold', m.hold`), [json]);
    await tx.query(like('gifts', first.id, `'id', m.id, 'code', m.code, 'offer_id', m.offer, 'match_id', m.match`), [
      json,
    ]);
  });
  return made;
}

/** In the letters of UTF-8, with all that a bank writes: about half a kilobyte a transfer. */
async function writeStatement(path, gifts) {
  const out = createWriteStream(path);
  const write = async (lines) => {
    if (!out.write(`${lines.join('\r\n')}\r\n`)) await once(out, 'drain');
  };
  await write(['1CClientBankExchange', 'ВерсияФормата=1.03', 'Кодировка=UTF-8', `РасчСчет=${ACCOUNT.number}`]);
  for (const [at, { code }] of gifts.entries())
    await write([
      'СекцияДокумент=Платежное поручение',
      `Номер=${at + 1}`,
      'Дата=10.03.2026',
      'Сумма=500.00',
      'ПлательщикСчет=40817810000000000001',
      'ДатаПоступило=10.03.2026',
      'Плательщик=Проверка Проверкина',
      `ПолучательСчет=${ACCOUNT.number}`,
      'Получатель=АНО «Проверка»',
      `НазначениеПлатежа=Пожертвование ${code} без НДС`,
      'КонецДокумента',
    ]);
  await write(['КонецФайла']);
  out.end();
  await once(out, 'close');
  return { path, name: 'kl_to_1c.txt', sha256: 'bench', pieces: () => createReadStream(path) };
}
