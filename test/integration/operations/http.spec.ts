import { readFileSync } from 'node:fs';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { parse } from 'yaml';
import { newId } from '#kernel';
import { lastBackup, log, noteBackup, pause, resume } from '#platform';
import { openApiDocument } from '../../../apps/api/src/http/openapi.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';

/** Every turn of the event loop takes at least 200 ms until the work is ended. */
function keepBusy(): { end: () => void } {
  let going = true;
  const turn = (): void => {
    for (const until = Date.now() + 200; Date.now() < until;) Math.sqrt(until);
    if (going) setTimeout(turn);
  };
  turn();
  return { end: () => (going = false) };
}

let db: TestDatabase;
let api: TestApi;
let administrator: Caller;
beforeAll(async () => {
  log.level = 'silent';
  db = await testDatabase();
  api = await startApi(db, { settings: { METRICS_TOKEN: 'a-token-of-the-test' } });
  administrator = await api.person('administrator');
});
afterAll(async () => {
  await api.close();
  await db.drop();
});

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function givenUp(count: number): Promise<string[]> {
  await asOwner(db, 'TRUNCATE facts CASCADE');
  const ids = Array.from({ length: count }, () => newId());
  for (const [at, id] of ids.entries()) {
    await db.source.query(`INSERT INTO facts (id, type, payload, position) VALUES ($1, 'need.opened', '{}', $2)`, [
      id,
      at + 1,
    ]);
    await db.source.query(
      `INSERT INTO fact_jobs (fact_id, job, failed_at, failed_code) VALUES ($1, 'matching.propose-for-need', now() - $2 * interval '1 minute', '23505 matches_once')`,
      [id, at],
    );
  }
  return ids;
}

describe('jobs that were given up', () => {
  test('an administrator reads them page by page, newest first, with the kind of the failure', async () => {
    const ids = await givenUp(5);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await administrator.get(`/admin/jobs?status=failed&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(answer.status).toBe(200);
      seen.push(...answer.body.items.map((item: { fact: { id: string } }) => item.fact.id));
      expect(
        answer.body.items.every(
          (item: { code: string; can: string[] }) => item.code === '23505 matches_once' && item.can.includes('retry'),
        ),
      ).toBe(true);
      cursor = answer.body.nextCursor;
    }
    expect(seen).toEqual(ids);
  });

  test('taken up again, one leaves the list and the deed is written down', async () => {
    const [id] = await givenUp(1);
    const again = await administrator.post(`/admin/jobs/${id}/matching.propose-for-need/retry`);
    expect([again.status, again.body]).toEqual([
      200,
      { job: 'matching.propose-for-need', factId: id, status: 'waiting' },
    ]);
    expect((await administrator.get('/admin/jobs')).body.items).toEqual([]);
    expect(await db.source.query('SELECT failed_at, failed_code FROM fact_jobs')).toEqual([
      { failed_at: null, failed_code: null },
    ]);
    expect(await db.source.query(`SELECT action, person_id, data FROM audit_log WHERE subject_id = $1`, [id])).toEqual([
      { action: 'job.retry', person_id: administrator.personId, data: { job: 'matching.propose-for-need' } },
    ]);
    const twice = await administrator.post(`/admin/jobs/${id}/matching.propose-for-need/retry`);
    expect([twice.status, twice.body.code]).toEqual([409, 'job.not-given-up']);
  });

  test('discarded with a reason, one leaves the list for good, and the reason is written down', async () => {
    const [id] = await givenUp(1);
    const path = `/admin/jobs/${id}/matching.propose-for-need/discard`;
    for (const body of [{}, { reason: ' ' }]) expect((await administrator.post(path, body)).status).toBe(422);
    const done = await administrator.post(path, { reason: 'Нужда закрыта' });
    expect([done.status, done.body]).toEqual([
      200,
      { job: 'matching.propose-for-need', factId: id, status: 'discarded' },
    ]);
    expect((await administrator.get('/admin/jobs')).body.items).toEqual([]);
    expect((await administrator.get('/admin/attention')).body.stoppedJobs).toBe(0);
    expect(
      await db.source.query(`SELECT action, person_id, reason, data FROM audit_log WHERE subject_id = $1`, [id]),
    ).toEqual([
      {
        action: 'job.discard',
        person_id: administrator.personId,
        reason: 'Нужда закрыта',
        data: { job: 'matching.propose-for-need' },
      },
    ]);
    for (const verb of ['discard', 'retry']) {
      const twice = await administrator.post(
        `/admin/jobs/${id}/matching.propose-for-need/${verb}`,
        verb === 'discard' ? { reason: 'Ещё раз' } : undefined,
      );
      expect([verb, twice.status, twice.body.code]).toEqual([verb, 409, 'job.not-given-up']);
    }
  });

  test('nobody else may see or move them, and what is not there is not there', async () => {
    const [id] = await givenUp(1);
    for (const [caller, status] of [
      [api.visitor(), 401],
      [await api.person(), 403],
      [await api.person('moderator'), 403],
    ] as const) {
      expect((await caller.get('/admin/jobs')).status).toBe(status);
      for (const verb of ['retry', 'discard'])
        expect(
          (await caller.post(`/admin/jobs/${id}/matching.propose-for-need/${verb}`, { reason: 'Так' })).status,
        ).toBe(status);
    }
    for (const path of [
      `${id}/no.such`,
      `${newId()}/matching.propose-for-need`,
      'nonsense/matching.propose-for-need',
      `${id}/${'x'.repeat(150)}`,
    ]) {
      const answer = await administrator.post(`/admin/jobs/${path}/retry`);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'job.not-found']);
    }
    expect((await administrator.get('/admin/jobs?status=waiting')).status).toBe(422);
    expect((await administrator.get('/admin/jobs?cursor=x')).status).toBe(422);
  });
});

test('an administrator, and nobody else, reads which due rows could not be processed, page by page', async () => {
  const ids = Array.from({ length: 3 }, () => newId());
  for (const [at, id] of ids.entries()) {
    await db.source.query(
      `INSERT INTO due_row_failures (job, row_id, tries, code, first_failed_at, failed_at, next_try_at)
       SELECT 'matching.lapse', $1, 2, '23514 matches_check', t - interval '1 minute', t, t + interval '2 minutes' FROM (SELECT now() - $2 * interval '1 hour' AS t) t`,
      [id, at],
    );
  }
  const first = await administrator.get('/admin/due-rows?limit=2');
  const rest = await administrator.get(`/admin/due-rows?limit=2&cursor=${first.body.nextCursor}`);
  expect([...first.body.items, ...rest.body.items].map((item: { rowId: string }) => item.rowId)).toEqual(ids);
  expect(first.body.items[0]).toEqual({
    job: 'matching.lapse',
    rowId: ids[0],
    tries: 2,
    code: '23514 matches_check',
    firstFailedAt: expect.any(String),
    failedAt: expect.any(String),
    nextTryAt: expect.any(String),
  });
  expect(rest.body.nextCursor).toBeNull();
  for (const [caller, status] of [
    [api.visitor(), 401],
    [await api.person(), 403],
    [await api.person('moderator'), 403],
  ] as const)
    expect((await caller.get('/admin/due-rows')).status).toBe(status);
  expect((await administrator.get('/admin/due-rows?cursor=x')).status).toBe(422);
});

describe('metrics', () => {
  const authorization = { authorization: 'Bearer a-token-of-the-test' };

  test('without the token they are not there', async () => {
    for (const headers of [undefined, { authorization: 'Bearer b-token-of-the-test' }]) {
      const answer = await api.visitor().get('/api/metrics', headers);
      expect([answer.status, answer.body.code]).toEqual([404, 'http.not-found']);
    }
  });

  test('requests are counted by the template of their route, never by address', async () => {
    const id = newId();
    await api.visitor().get(`/needs/${id}?q=secret`);
    await api.visitor().get('/api/nowhere/at-all');
    const { status, text, headers } = await api.visitor().get('/api/metrics', authorization);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(text).toMatch(
      /lepta_http_request_seconds_count\{method="GET",route="\/api\/v1\/needs\/:id",status="404"\} 1/,
    );
    for (const name of [
      'lepta_database_up 1',
      'lepta_relay_lag_seconds 0',
      'lepta_ledger_seal_lag_seconds 0',
      'lepta_event_streams 0',
      'lepta_proposals_total 0',
      'lepta_database_connections{state="all"}',
    ])
      expect(text).toContain(name);
    expect(text).not.toMatch(new RegExp(`${id}|secret|at-all`));
  });

  test('the age of the newest backup is one of them, and -1 while there is none', async () => {
    const age = async (): Promise<number> =>
      Number(
        /^lepta_backup_age_seconds (\S+)$/m.exec((await api.visitor().get('/api/metrics', authorization)).text)?.[1],
      );
    await sleep(2_100); // numbers of the database are kept for two seconds
    expect(await age()).toBe(-1);
    const at = new Date(Date.now() - 3_600_000).toISOString();
    expect(await noteBackup(db.url, { at, encrypted: true })).toBe(true);
    expect(await lastBackup(db.source)).toEqual({ at, encrypted: true });
    await sleep(2_100);
    expect(Math.abs((await age()) - 3_600)).toBeLessThan(60);
  });

  test('every metric that an alert rule, a dashboard or the page on operations names is there', async () => {
    const ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess }); // as the main files of api and worker do
    const { text } = await api.visitor().get('/api/metrics', authorization);
    const known = new Set([
      'up',
      ...[...`${text}\n${await ofProcess.metrics()}`.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(
        ([, name = '', type]) =>
          type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => `${name}${end}`) : [name],
      ),
    ]);
    const alerts = parse(readFileSync('deploy/prometheus/alerts.yml', 'utf8')) as {
      groups: { rules: { expr: string }[] }[];
    };
    const dashboard = JSON.parse(readFileSync('deploy/grafana/lepta.json', 'utf8')) as {
      panels: { targets: { expr: string }[] }[];
    };
    const exprs = [
      ...alerts.groups.flatMap(({ rules }) => rules),
      ...dashboard.panels.flatMap(({ targets }) => targets),
    ].map(({ expr }) => expr);
    expect(exprs.length).toBeGreaterThan(30);
    // A word with labels, a range or an end after it, and no bracket: functions and labels are none.
    const named = exprs.flatMap((expr) =>
      [
        ...expr
          .replaceAll(/"[^"]*"/g, '""')
          .replaceAll(/\b(by|without)\s*\([^)]*\)/g, '')
          .matchAll(/[a-z_]\w*(?=\s*(?:\{|\[|\)|$|[<>=!+*/-]))/g),
      ]
        .map(([name]) => name)
        .filter(
          (name) => !['job', 'status', 'limit', 'state', 'what', 'le'].includes(name) && !/^\d*[smhd]$/.test(name),
        ),
    );
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(named).size).toBeGreaterThan(15);
    const families = new Set([...known].map((name) => name.replace(/_(bucket|sum|count)$/, '')));
    const told = [
      ...readFileSync('docs/operations.md', 'utf8').matchAll(/`(lepta_[a-z_]+|nodejs_[a-z0-9_]+|process_[a-z_]+)`/g),
    ]
      .map(([, name = '']) => name)
      .filter((name) => !/^lepta_(app|session|device|backups)$/.test(name));
    expect(told.filter((name) => !families.has(name))).toEqual([]);
    expect([...families].filter((name) => name.startsWith('lepta_') && !told.includes(name))).toEqual([]);
  });
});

test('readiness says why not: the database is away, or lacks a migration that this version needs', async () => {
  const ready = () => api.visitor().get('/api/health/ready');
  expect((await ready()).status).toBe(200);
  await asOwner(db, `UPDATE migrations SET name = 'x' || name WHERE name LIKE 'Operations%'`);
  const without = await ready();
  expect([without.status, without.body.code, without.body.params, without.headers.get('retry-after')]).toEqual([
    503,
    'http.unavailable',
    { reason: 'migrations' },
    '1',
  ]);
  expect((await api.visitor().get('/api/health/live')).status).toBe(200);
  await asOwner(db, `UPDATE migrations SET name = substr(name, 2) WHERE name LIKE 'xOperations%'`);
  expect((await ready()).status).toBe(200);
  const other = await startApi(db);
  await other.app.get(DataSource).destroy();
  const away = await other.visitor().get('/api/health/ready');
  expect([away.status, away.body.params]).toEqual([503, { reason: 'database' }]);
  await other.close().catch(() => undefined); // its database is closed already
});

/** The pause and its end are told by the database: asks until they have been heard. */
async function untilAnswered(status: number): Promise<Awaited<ReturnType<Caller['post']>>> {
  for (;;) {
    const answer = await administrator.post('/offers', {});
    if (answer.status === status) return answer;
    await sleep(20);
  }
}

test('paused, everything can be read and nothing changed but signing in and out, until it goes on', async () => {
  await db.source.transaction((tx) => pause(tx, { since: 'now', backupOf: 'then', alarms: 0 }));
  const refused = await untilAnswered(503);
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
    503,
    'platform.paused',
    '30',
  ]);
  expect((await api.visitor().post('/people', {})).body.code).toBe('platform.paused');
  expect((await administrator.delete('/sessions')).body.code).toBe('platform.paused');
  expect((await administrator.get('/needs')).status).toBe(200);
  expect((await api.visitor().get('/api/health/ready')).status).toBe(200);
  expect((await api.person()).cookie).not.toBe('');
  await db.source.transaction((tx) => resume(tx));
  await untilAnswered(422);
});

test('behind a proxy that is trusted requests are counted by the address that asked; past it nobody names one', async () => {
  const statuses = async (settings: Record<string, string>): Promise<number[]> => {
    const other = await startApi(db, { settings: { RATE_LIMIT_READS: '2', ...settings } });
    const asked: number[] = [];
    for (const address of ['203.0.113.7', '203.0.113.7', '203.0.113.7', '198.51.100.9'])
      asked.push((await other.visitor({ 'x-forwarded-for': address }).get('/units')).status);
    await other.close();
    return asked;
  };
  expect(await statuses({ TRUST_PROXY: '127.0.0.1' })).toEqual([200, 200, 429, 200]);
  expect(await statuses({})).toEqual([200, 200, 429, 429]);
});

/** @returns the first answer of that status to a read that is asked again and again for up to a minute */
async function answerWith(asked: TestApi, status: number): Promise<Awaited<ReturnType<Caller['get']>> | undefined> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(20)) {
    const answer = await asked.visitor().get('/units');
    if (answer.status === status) return answer;
  }
  return undefined;
}

test('an event loop that is late sends requests away, and tells its health all the same', async () => {
  const watchful = await startApi(db, { settings: { MAX_EVENT_LOOP_DELAY_MS: '100' } });
  const busy = keepBusy();
  try {
    const refused = await answerWith(watchful, 503);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect((await watchful.visitor().get('/api/health/ready')).status).toBe(200);
    busy.end();
    expect((await answerWith(watchful, 200))?.status).toBe(200);
  } finally {
    busy.end();
    await watchful.close();
  }
});

test('the description of the API says that every change may meet a pause, and that metrics are no part of it', () => {
  const { paths } = openApiDocument(api.app);
  expect(JSON.stringify(paths['/api/v1/offers']?.post?.responses['503'])).toContain('platform.paused');
  expect(JSON.stringify(paths['/api/v1/needs']?.get?.responses['503'])).not.toContain('platform.paused');
  expect(Object.keys(paths)).toContain('/api/v1/admin/jobs/{factId}/{job}/retry');
  expect(Object.keys(paths).some((path) => path.includes('metrics'))).toBe(false);
});
