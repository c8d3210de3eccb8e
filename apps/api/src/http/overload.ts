import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { refuseHttp } from './http.refusals.js';

/** Answers that must come also when nothing else can: how else would anybody see why. */
const ALWAYS = /^\/api\/(health\/|metrics$)/;

/** While the event loop is late by more than this (a mean over a second), answers 503 with Retry-After at once, so that it can catch up; 0 lets it fall behind. A second without any turn of the loop counts as late. */
export async function refuseOverload(server: FastifyInstance, maxEventLoopDelayMs: number): Promise<void> {
  await server.register(underPressure, {
    maxEventLoopDelay: maxEventLoopDelayMs,
    sampleInterval: 1_000,
    pressureHandler: (request) => {
      if (!ALWAYS.test(request.url.split('?')[0] ?? '')) refuseHttp('http.unavailable');
    },
  });
}
