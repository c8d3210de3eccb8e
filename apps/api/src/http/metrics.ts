import type { FastifyInstance } from 'fastify';
import { Gauge, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { DatabaseMetrics, mayReadMetrics, metricsPage, processMetrics, type MetricsDoor } from '#platform';
import type { AnswerTimes } from './answer-times.js';
import { refuseHttp } from './http.refusals.js';
import { isInner } from './inner.js';

export const METRICS = '/api/metrics';
/** A stream lives for hours: how long says nothing of the server. */
const STREAMS = '/api/v1/events';

export interface MeasuredParts {
  readonly source: DataSource;
  /** Open event streams of this process. */
  readonly streams: () => number;
  readonly answers: AnswerTimes;
}

/** Counts every answer that left the process by its route (the template, never the address) and shows all numbers at /api/metrics, to those who may see them. */
export function measure(server: FastifyInstance, door: MetricsDoor, { source, streams, answers }: MeasuredParts): void {
  const registry = new Registry();
  const database = new DatabaseMetrics(source);
  const open = new Gauge({
    name: 'lepta_event_streams',
    help: 'Browsers and programs that listen for events here',
    registers: [registry],
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions?.url ?? 'none';
    if (route !== STREAMS && !isInner(request))
      answers.note({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime);
    done();
  });
  server.get(METRICS, async (request, reply) => {
    const asker = { peer: request.raw.socket.remoteAddress ?? '', headers: request.headers };
    if (!mayReadMetrics(asker, door)) refuseHttp('http.not-found'); // to others it is not there
    open.set(streams());
    await database.read();
    const { type, text } = await metricsPage([processMetrics, answers.registry, registry, database.registry]);
    return reply.header('content-type', type).send(text);
  });
}
