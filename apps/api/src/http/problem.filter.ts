import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { problemOf, PROBLEM_TYPE, retryAfter, type Problem } from './problem.js';
import type { ApiRequest } from './request.js';

/** Every "no" and every failure leaves through here, as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) return; // a stream had begun: nothing can be said any more
    sendProblem(reply, error instanceof Answered ? error.problem : problemOf(error, http.getRequest<ApiRequest>()));
  }
}

/** A problem that was worded before, so that the stored and the sent answer are the same. */
export class Answered extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const wait = retryAfter(problem);
  if (wait !== null) reply.header('retry-after', String(wait));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="lepta"');
  return reply
    .status(problem.status)
    .header('content-type', PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .header('vary', 'Accept-Language')
    .send(JSON.stringify(problem));
}
