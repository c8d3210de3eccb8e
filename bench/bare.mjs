// The yardstick: Fastify and pg, nothing else. The statements are those that the api needs for the same answers.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { v7, v5 } from 'uuid';
import { servePages } from './bare-pages.mjs';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const app = Fastify({ logger: false });

const NEEDS = `SELECT n.*, a.required, a.held_in, a.posted_in, o.name AS organization_name, o.short_name, o.place AS organization_place, o.status AS organization_status
  FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id JOIN organizations o ON o.id = n.organization_id`;
const named = (text) => createHash('md5').update(text).digest('hex');
const query = (client, text, values) => client.query({ name: named(text), text, values });

const view = (row) => ({
  id: row.id,
  number: row.number,
  version: row.version,
  status: row.status,
  kind: row.kind,
  category: row.category,
  item: row.item,
  title: row.title,
  description: row.description,
  organization: {
    id: row.organization_id,
    name: row.organization_name,
    shortName: row.short_name,
    place: row.organization_place,
    status: row.organization_status,
  },
  place: row.place,
  remote: row.remote,
  from: row.starts_at,
  deadline: row.deadline,
  urgency: row.urgency,
  beneficiaries: row.beneficiaries,
  beneficiaryGroups: row.beneficiary_groups,
  skills: row.skills,
  autoAccept: row.auto_accept,
  unit: row.unit,
  each: row.each_amount,
  minQuantity: row.min_amount,
  balance: {
    required: row.required,
    open: row.required - row.held_in - row.posted_in,
    reserved: row.held_in,
    received: row.posted_in,
    unit: row.base_unit,
  },
  openedAt: row.opened_at,
  createdAt: row.created_at,
  freshUntil: row.fresh_until,
});

app.get('/api/v1/needs', async (request) => {
  const { limit, ...filters } = request.query;
  const values = Object.values(filters);
  const where = Object.keys(filters)
    .filter((name) => name)
    .map((name, at) => `n.${name} = $${at + 1}`);
  const text = `${NEEDS} WHERE n.status IN ('open', 'partly_met') ${where.map((one) => `AND ${one}`).join(' ')} ORDER BY n.opened_at DESC, n.id DESC LIMIT $${values.length + 1}`;
  const { rows } = await query(pool, text, [...values, Number(limit) + 1]);
  return { items: rows.slice(0, limit).map(view), nextCursor: rows.length > limit ? rows[limit - 1].id : null };
});

const readNeed = async (id) => (await query(pool, `${NEEDS} WHERE n.id = $1`, [id])).rows[0];
app.get('/api/v1/needs/:id', async (request, reply) => {
  const row = await readNeed(request.params.id);
  return row ? view(row) : reply.code(404).send();
});
if (process.env.LEPTA_BENCH_PAGES) await servePages(app, process.env.LEPTA_BENCH_PAGES, readNeed);

const units = new Map();
let people = [];
app.post('/api/v1/offers', async (request, reply) => {
  const { kind, category, item = null, quantity, unit, place, anonymous } = request.body;
  const [id, at] = [v7(), new Date()];
  const donor = people[Math.floor(Math.random() * people.length)];
  const { base, factor } = units.get(unit);
  const amount = Number(quantity) * factor;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await query(
      client,
      `INSERT INTO donors (id, kind, display_name) VALUES ($1, 'person', 'Проверка') ON CONFLICT DO NOTHING`,
      [donor],
    );
    await query(
      client,
      `INSERT INTO offers (id, donor_id, status, kind, category, item, unit, base_unit, min_lot, place, until, anonymous, via, created_by, created_at, updated_at)
      VALUES ($1, $2, 'open', $3, $4, $5, $6, $7, 1, $8, $9, $10, 'web', $2, $11, $11)`,
      [id, donor, kind, category, item, unit, base, place, new Date(at.getTime() + 90 * 86_400_000), anonymous, at],
    );
    const [debit, credit] = [v5(JSON.stringify(['promises', base, item ?? '', '']), donor), v5('offer', id)];
    await query(
      client,
      `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item) VALUES ($1, 'promises', 'party', $2, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
      [debit, donor, base, item],
    );
    await query(
      client,
      `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item, posted_in, posted_back, posted_out, held_in, held_out) VALUES ($1, 'offer', 'offer', $2, $3, $4, $5, 0, 0, 0, 0, 0)`,
      [credit, id, donor, base, item],
    );
    await query(
      client,
      `INSERT INTO transfers (id, debit, credit, amount, unit, item, kind, phase, subject_type, subject_id, at, by) VALUES ($1, $2, $3, $4, $5, $6, 'pledge', 'posted', 'offer', $7, $8, $9)`,
      [v5('pledge', id), debit, credit, amount, base, item, id, at, donor],
    );
    await query(client, `INSERT INTO facts (id, type, payload) VALUES ($1, 'offer.opened', $2)`, [
      v7(),
      { offerId: id },
    ]);
    await client.query('COMMIT');
    await query(client, `SELECT set_config('synchronous_commit', 'off', true), pg_notify('lepta_facts', '')`, []);
  } catch (err) {
    await client.query('ROLLBACK');
    process.stderr.write(`bare: ${err.message}\n`);
    throw err;
  } finally {
    client.release();
  }
  const {
    rows: [row],
  } = await query(
    pool,
    `SELECT o.*, a.posted_in, a.posted_back, a.posted_out, a.held_out FROM offers o JOIN accounts a ON a.kind = 'offer' AND a.holder_id = o.id WHERE o.id = $1`,
    [id],
  );
  const balance = {
    pledged: row.posted_in,
    available: row.posted_in - row.held_out - row.posted_out - row.posted_back,
    reserved: row.held_out,
    delivered: row.posted_out,
    released: row.posted_back,
    unit: row.base_unit,
  };
  return reply.code(201).send({
    id,
    status: row.status,
    kind,
    category,
    item,
    unit,
    place,
    until: row.until,
    anonymous,
    balance,
    createdAt: row.created_at,
  });
});

/** Proves the signature of an event of Stripe and writes it down. */
app.register(async (scope) => {
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  scope.post('/api/v1/webhooks/stripe', async (request) => {
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(request.headers['stripe-signature']);
    const proof = createHmac('sha256', process.env.STRIPE_WEBHOOK_SECRET).update(`${t}.`).update(request.body).digest();
    if (!timingSafeEqual(proof, Buffer.from(v1, 'hex'))) throw new Error('a bad signature');
    const event = JSON.parse(request.body.toString('utf8'));
    await query(
      pool,
      `INSERT INTO card_events (id, event, type, account, object, received_at, applied_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [v7(), event.id, event.type, null, event.data.object.id, new Date(), null],
    );
    return { received: true };
  });
});

people = (await pool.query(`SELECT id FROM people WHERE email LIKE 'p%@lepta.invalid'`)).rows.map((row) => row.id);
for (const row of (await pool.query('SELECT code, base, base_per_unit FROM units')).rows)
  units.set(row.code, { base: row.base, factor: row.base_per_unit });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send({ ready: true });
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => pool.end())
      .then(() => process.exit(0)),
);
process.on('disconnect', () => process.exit(0));
