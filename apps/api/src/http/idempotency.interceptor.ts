import { createHmac } from 'node:crypto';
import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, concatMap, finalize, from, of, type Observable } from 'rxjs';
import { Refusal } from '#kernel';
import { Env } from '#host';
import { IdempotencyStore, log, type IdempotencyClaim, type StoredAnswer } from '#platform';
import { networkOf } from '#identity';
import { Answered } from './problem.filter.js';
import { problemOf } from './problem.js';
import type { ApiRequest } from './request.js';

const KEPT_HEADERS = ['etag', 'location'] as const;
const SHOWN_ONCE = 'lepta:shown-once';

/** On a POST whose answer is not kept: sign-in, registration. Repeating them is harmless, and what they say is nobody's to store. */
export const NotKept = () => SetMetadata('lepta:not-kept', true);

/** On a POST whose answer holds a secret in these fields: a repeated request gets the answer without them. */
export const ShownOnce = (...fields: string[]) => SetMetadata(SHOWN_ONCE, fields);

/**
 * Parameter: the id of what this POST makes, undefined without an Idempotency-Key. The same request with the same key, run again after a crash,
 * gets the same id, so the service finds what it made and answers that. Where one request makes several things, derive theirs from it.
 */
export const IdempotentId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<ApiRequest>().creates ?? undefined,
);

/** Takes `Idempotency-Key` on every POST. First it refuses bodies that could not be read: sign-in was asked for by now. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly reflector: Reflector,
    private readonly env: Env,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (request.bodyProblem) throw new Refusal(request.bodyProblem);
    const key = request.headers['idempotency-key'];
    if (
      request.method !== 'POST' ||
      key === undefined ||
      this.reflector.get<boolean>('lepta:not-kept', context.getHandler())
    )
      return next.handle();
    return this.once(key, context, request, next);
  }

  private async once(
    key: unknown,
    context: ExecutionContext,
    request: ApiRequest,
    next: CallHandler,
  ): Promise<Observable<unknown>> {
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refusal('http.bad-idempotency-key');
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const claimed = await this.store.claimOrWait(this.callerOf(request), key, this.hashOf(request));
    if ('refused' in claimed) throw new Refusal(claimed.refused);
    if ('answered' in claimed) return of(repeat(reply, claimed.answered));
    request.creates = claimed.mine.creates;
    return this.run(
      claimed.mine,
      request,
      reply,
      next,
      this.reflector.get<string[]>(SHOWN_ONCE, context.getHandler()) ?? [],
    );
  }

  private run(
    claim: IdempotencyClaim,
    request: ApiRequest,
    reply: FastifyReply,
    next: CallHandler,
    shownOnce: string[],
  ): Observable<unknown> {
    const ended = this.store.keepAlive(claim);
    return next.handle().pipe(
      concatMap((answer: unknown) => {
        const headers = Object.fromEntries(
          KEPT_HEADERS.flatMap((name) => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [])),
        );
        return from(
          this.tried(
            this.store.keep(claim, { status: reply.statusCode, answer: without(answer, shownOnce), headers }),
          ).then(() => answer),
        );
      }),
      catchError((error: unknown) => from(this.refuse(claim, request, error))),
      finalize(ended),
    );
  }

  /**
   * Only what was done is kept. A refusal changed nothing and its cause may be gone in a minute, so the same key may try again, as after a failure of ours; only what
   * never came to the work (a form with faults, "later", nobody signed in) forgets what it was to make.
   */
  private async refuse(claim: IdempotencyClaim, request: ApiRequest, error: unknown): Promise<never> {
    const problem = problemOf(error, request);
    const begun = problem.status !== 429 && problem.status !== 401 && problem.code !== 'form.invalid';
    await this.tried(begun ? this.store.release(claim) : this.store.free(claim));
    throw new Answered(problem);
  }

  /** The work is done by now: when only the note of it fails, the caller still gets the answer. */
  private async tried(work: Promise<void>): Promise<void> {
    await work.catch((err: unknown) => log.error({ err }, 'an idempotency key could not be written'));
  }

  private callerOf(request: ApiRequest): string {
    if (request.actor) return `person:${request.actor.personId}`;
    return `visitor:${this.mac(networkOf(request.ip)).toString('base64url')}`;
  }

  /** Keyed, so that nobody who reads the table can guess short bodies back from their hashes. */
  private hashOf(request: ApiRequest): Buffer {
    return this.mac(
      `${request.method} ${request.url}\n${canonical(request.body)}${request.uploaded ? `\n${request.uploaded.sha256}` : ''}`,
    );
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', `idempotency ${this.env.SESSION_SECRET ?? ''}`)
      .update(text)
      .digest();
  }
}

function repeat(reply: FastifyReply, stored: StoredAnswer): unknown {
  reply.header('idempotency-replayed', 'true');
  if (stored.status >= 400) throw new Answered(stored.answer as Answered['problem']); // kept by the version before
  for (const [name, value] of Object.entries(stored.headers)) reply.header(name, value);
  reply.status(stored.status);
  return stored.answer ?? undefined;
}

function without(answer: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0 || typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, fields.includes(name) ? null : value]),
  );
}

/** The same text for the same JSON, whatever the order of its fields. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`;
}
