import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify';

type Injected = Awaited<ReturnType<FastifyInstance['inject']>>;

const asking = new AsyncLocalStorage<true>();
const inner = new WeakSet<FastifyRequest>();

/** Asks the server itself, on behalf of a request that a client sent. */
export function askInside(server: FastifyInstance, wish: InjectOptions): Promise<Injected> {
  return asking.run(true, () => server.inject(wish).then((answer) => answer)); // sent by `then`, which is called while `asking` stands
}

/** Tells what this process asks itself from what comes from outside: no header does, which anybody could send. */
export function tellInner(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (asking.getStore()) inner.add(request);
    done();
  });
}

export const isInner = (request: FastifyRequest): boolean => inner.has(request);
