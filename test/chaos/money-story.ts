import type { DataSource } from 'typeorm';
import type { Caller, TestApi } from '../support/api.js';
import { ACCOUNT, alarms, inDays, ok, Region, until, verifiedOrganization } from '../support/region.js';
import type { FakeStripe } from '../support/stripe/fake-stripe.js';

/** What there is at the end, without ids and times: two stories that went the same way are equal. */
export type Ending = Record<string, unknown>;

/** Rows that are no gift, so that the statement is too large for a request and the worker reads it. */
const FILLERS = 500;

interface Row {
  readonly purpose: string;
  readonly roubles: number;
}

/**
 * Gifts by card and by bank, with all that can become of them: paid, refused, sent back, disputed, more than the need takes, another sum, paid twice, a part of a pledge. The world says all of it at
 * once, in the wrong order and twice; then the worker has it to itself.
 */
export class MoneyStory {
  private constructor(
    private readonly source: DataSource,
    private readonly api: TestApi,
    private readonly fake: FakeStripe,
    private readonly region: Region,
    private readonly owner: Caller,
    private readonly needs: { readonly wide: string; readonly narrow: string },
  ) {}

  static async of(api: TestApi, source: DataSource, fake: FakeStripe): Promise<MoneyStory> {
    const region = await Region.of(api, source);
    const owner = await api.person([region.organization, 'owner']);
    ok(await owner.post(`/organizations/${region.organization}/card-account/link`, { country: 'KZ' }), 201);
    fake.world.enable(fake.world.all('account')[0]!.id);
    ok(await owner.post(`/organizations/${region.organization}/card-account/look`, {}));
    const need = (quantity: string): Promise<string> =>
      region.openNeed({
        kind: 'money',
        category: 'elderly-veterans',
        item: undefined,
        quantity,
        unit: 'rub',
        autoAccept: true,
      });
    return new MoneyStory(source, api, fake, region, owner, { wide: await need('100000'), narrow: await need('1000') });
  }

  /** All that happens before the worker may begin. */
  async prepare(): Promise<void> {
    await this.byCard();
    const rows = await this.byBank();
    await this.statement([...rows, ...Array.from({ length: FILLERS }, () => ({ purpose: 'без кода', roubles: 1 }))]);
  }

  private async byCard(): Promise<void> {
    const { world } = this.fake;
    const paid = async (need: string, quantity: string): Promise<string> => {
      const intent = await this.intent(need, quantity);
      world.pay(intent);
      return intent;
    };
    await paid(this.needs.wide, '150');
    world.refund(await paid(this.needs.wide, '250'), 10_000, {}, true);
    const lost = world.dispute(await paid(this.needs.wide, '350'))!;
    world.close(lost.id, 'lost');
    const won = world.dispute(await paid(this.needs.wide, '450'))!;
    world.close(won.id, 'won');
    world.decline(await this.intent(this.needs.wide, '550'));
    world.payOut(world.all('account')[0]!.id, 40_000);
    for (const event of [...world.events].reverse().concat(world.events)) {
      const { payload, signature } = this.fake.sign(event);
      const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
      const { status } = await fetch(`${this.api.url}/api/v1/webhooks/stripe`, {
        method: 'POST',
        headers,
        body: payload,
      });
      if (status !== 200) throw new Error(`an event was answered with ${status}`);
    }
  }

  private async intent(need: string, quantity: string): Promise<string> {
    const form = { quantity, unit: 'rub', provider: 'stripe' };
    const { stripe } = ok(await this.api.visitor().post(`/needs/${need}/gifts`, form), 201).body;
    return (stripe.clientSecret as string).split('_secret_')[0]!;
  }

  private async byBank(): Promise<Row[]> {
    const gift = async (need: string, quantity: string): Promise<string> =>
      ok(await this.region.donor.post(`/needs/${need}/gifts`, { quantity, unit: 'rub', provider: 'bank' }), 201).body
        .code;
    const { wide, narrow } = this.needs;
    const [plain, other, twice, mistyped] = [
      await gift(wide, '111'),
      await gift(wide, '222'),
      await gift(wide, '333'),
      await gift(wide, '444'),
    ];
    const narrows = [await gift(narrow, '900')];
    await this.source.query(`UPDATE gifts SET deadline = now() - interval '1 minute' WHERE code = $1`, [narrows[0]]);
    return [
      { purpose: `Дар ${plain}`, roubles: 111 },
      { purpose: `Дар ${other}`, roubles: 200 },
      { purpose: `Дар ${twice}`, roubles: 333 },
      { purpose: `Дар ${twice}`, roubles: 333 },
      { purpose: `дар ${mistyped.toLowerCase().replaceAll('-', ' ')}`, roubles: 444 },
      { purpose: `Дар ${narrows[0]}`, roubles: 900 },
      { purpose: `Договор ${await this.pledged()}`, roubles: 1500 },
    ];
  }

  /** The code of a transfer by which a company keeps its word. */
  private async pledged(): Promise<string> {
    const { source, api, region } = this;
    const person = await api.person();
    const company = await verifiedOrganization(source, person.personId);
    const owner = await api.person([company, 'owner']);
    const form = { ceiling: '1500', only: [region.organization], until: inDays(200).slice(0, 10), day: 28 };
    const { id } = ok(await owner.post(`/organizations/${company}/pledges`, form), 201).body;
    const { transfers } = ok(await owner.post(`/pledges/${id}/settle`, {})).body;
    return transfers[0].code;
  }

  private async statement(rows: readonly Row[]): Promise<void> {
    const text = [
      '1CClientBankExchange',
      'ВерсияФормата=1.03',
      ...rows.flatMap(({ purpose, roubles }, at) => [
        'СекцияДокумент=Платежное поручение',
        `Номер=${at + 1}`,
        'Дата=10.03.2026',
        `Сумма=${roubles}.00`,
        'ДатаПоступило=10.03.2026',
        'ПлательщикСчет=40817810000000000001',
        `ПолучательСчет=${ACCOUNT.number}`,
        `НазначениеПлатежа=${purpose}`,
        'КонецДокумента',
      ]),
      'КонецФайла',
    ].join('\r\n');
    const form = new FormData();
    form.append('file', new Blob([text]), 'kl_to_1c.txt');
    const answer = await this.owner.post(`/organizations/${this.region.organization}/bank-statements`, form);
    if (ok(answer, 201).body.status !== 'reading') throw new Error('the statement is not left to the worker');
  }

  /** When the worker has done all there is. */
  async end(): Promise<Ending> {
    const left = `SELECT (SELECT count(*) FROM card_events WHERE applied_at IS NULL)::int AS events, (SELECT count(*) FROM bank_rows WHERE reason = 'new')::int AS rows,
      ((SELECT count(*) FROM facts WHERE position IS NULL) + (SELECT count(*) FROM fact_jobs WHERE handled_at IS NULL AND failed_at IS NULL))::int AS tasks`;
    await until(
      'events, rows and tasks are done',
      async () => {
        const [{ events, rows, tasks }] = (await this.source.query(left)) as [Record<string, number>];
        return events === 0 && rows === 0 && tasks === 0;
      },
      1_200_000,
    );
    return this.ending();
  }

  private async ending(): Promise<Ending> {
    const read = async (sql: string): Promise<string[]> =>
      ((await this.source.query(sql)) as object[]).map((row) => JSON.stringify(row)).sort();
    return {
      needs: await Promise.all(Object.values(this.needs).map((need) => this.region.needBalance(need))),
      gifts: await read('SELECT provider, status, amount, refund_amount FROM gifts'),
      entries: await read('SELECT id, kind, amount, booked FROM card_entries'),
      payments: await read('SELECT status, declined FROM card_payments'),
      rows: await read('SELECT state, reason, amount, step, gift_id IS NULL AS none FROM bank_rows WHERE amount > 100'),
      parts: await read('SELECT amount, undone_at IS NULL AS stands FROM bank_row_parts'),
      transfers: await read('SELECT kind, phase, amount, reason, subject_type FROM transfers'),
      accounts: await read(
        'SELECT kind, unit, posted_in, posted_out, posted_back, held_out FROM accounts WHERE posted_in > 0',
      ),
      facts: await read(
        `SELECT type, count(*)::int AS facts FROM facts WHERE type ~ '^(gift|match)' AND type <> 'match.proposed' GROUP BY type`,
      ),
      mails: await read(`SELECT template, count(*)::int AS mails FROM mails GROUP BY template`),
      stripe: {
        reversed: this.fake.world.all('transfer').map((one) => one['amount_reversed']),
        keys: [...this.fake.keys.keys()].filter((key) => key.startsWith('dispute')),
      },
      failed: await read(
        'SELECT job FROM due_row_failures UNION SELECT job FROM fact_jobs WHERE failed_at IS NOT NULL',
      ),
      alarms: await alarms(this.source),
    };
  }
}
