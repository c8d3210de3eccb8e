import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { DatabaseMetrics, mayReadMetrics, metricsPage, processMetrics, type MetricsDoor } from '#platform';
import { refuseHttp } from './http.refusals.js';

export const METRICS = '/api/metrics';
/** A stream lives for hours: how long says nothing of the server. */
const STREAMS = '/api/v1/events';

export interface MeasuredParts {
  readonly source: DataSource;
  /** Open event streams of this process. */
  readonly streams: () => number;
}

/** Counts every answer by its route (the template, never the address) and shows all numbers at /api/metrics, to those who may see them. */
export function measure(server: FastifyInstance, door: MetricsDoor, { source, streams }: MeasuredParts): void {
  const registry = new Registry();
  const database = new DatabaseMetrics(source);
  const seconds = new Histogram({
    name: 'lepta_http_request_seconds',
    help: 'Answers by method, route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const open = new Gauge({ name: 'lepta_event_streams', help: 'Browsers and programs that listen for events here', registers: [registry] });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions?.url ?? 'none';
    if (route !== STREAMS) seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  server.get(METRICS, async (request, reply) => {
    const asker = { peer: request.raw.socket.remoteAddress ?? '', headers: request.headers };
    if (!mayReadMetrics(asker, door)) refuseHttp('http.not-found'); // to others it is not there
    open.set(streams());
    await database.read();
    const { type, text } = await metricsPage([processMetrics, registry, database.registry]);
    return reply.header('content-type', type).send(text);
  });
}
