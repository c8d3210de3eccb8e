import { createServer, type Server, type ServerResponse } from 'node:http';
import type { DataSource } from 'typeorm';
import { DatabaseMetrics, mayReadMetrics, metricsPage, processMetrics, type Readiness } from '#platform';
import { type Env } from '#host';

export interface ManagementServerParts {
  readonly source: DataSource;
  readonly readiness: Readiness;
  /** Whether the store of the job queue answers. */
  readonly queueAnswers: () => boolean;
}

/**
 * A worker has no API; with WORKER_METRICS_PORT it shows the same three addresses as the api does: /api/health/live, /api/health/ready and
 * /api/metrics. Null without the setting.
 */
export async function startManagementServer(env: Env, parts: ManagementServerParts): Promise<Server | null> {
  if (env.WORKER_METRICS_PORT === null) return null;
  const database = new DatabaseMetrics(parts.source);
  const server = createServer((request, reply) => {
    const path = (request.url ?? '').split('?')[0];
    const asker = { peer: request.socket.remoteAddress ?? '', headers: request.headers };
    const door = { token: env.METRICS_TOKEN, publicUrl: env.PUBLIC_URL };
    if (request.method !== 'GET') return answer(reply, 404, { status: 'not found' });
    if (path === '/api/health/live') return answer(reply, 200, { status: 'ok' });
    if (path === '/api/health/ready') return void ready(reply, parts);
    if (path === '/api/metrics' && mayReadMetrics(asker, door)) return void metrics(reply, database);
    answer(reply, 404, { status: 'not found' });
  });
  server.requestTimeout = 5_000;
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(env.WORKER_METRICS_PORT as number, env.HOST, resolve),
  );
  return server;
}

async function ready(reply: ServerResponse, { readiness, queueAnswers }: ManagementServerParts): Promise<void> {
  const reason = (await readiness.whyNot()) ?? (queueAnswers() ? null : 'queue');
  answer(reply, reason ? 503 : 200, reason ? { status: 'not ready', reason } : { status: 'ok' });
}

async function metrics(reply: ServerResponse, database: DatabaseMetrics): Promise<void> {
  await database.read();
  const { type, text } = await metricsPage([processMetrics, database.registry]);
  reply.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

function answer(reply: ServerResponse, status: number, body: object): void {
  reply
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
