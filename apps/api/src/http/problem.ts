import { HttpException } from '@nestjs/common';
import { sentence } from '#catalogue';
import { Refusal, refusalSpec, type RefusalParams } from '#kernel';
import { isOutage, log } from '#platform';
import './http.refusals.js';
import { localeOf } from './locale.js';
import type { ApiRequest } from './request.js';
import { brokenSentence, problemTitle } from './sentences.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457. `code` is stable, the words are not. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** The request, under the id that the log has for it. */
  readonly instance: string;
  readonly params?: RefusalParams;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

const byStatus: Readonly<Record<number, string>> = {
  400: 'http.bad-request',
  403: 'http.not-found', // a file that is not for showing: ours is said by a refusal
  404: 'http.not-found',
  405: 'http.method-not-allowed',
  413: 'http.too-large',
  414: 'http.not-found', // a path parameter longer than any of ours
  415: 'http.wrong-content-type',
  429: 'http.too-many-requests',
  503: 'http.unavailable',
};

// PostgreSQL says: try again. Serialization, deadlock, lock or statement timeout.
const PASSING: readonly unknown[] = ['40001', '40P01', '55P03', '57014'];
/** No room: on the disk of PostgreSQL (disk_full), or on the one with the uploaded files. */
const FULL: readonly unknown[] = ['53100', 'ENOSPC', 'EDQUOT'];

/** Turns whatever was thrown into an answer. What nobody expected is 500, says nothing of itself, and is logged in full. */
export function problemOf(error: unknown, request: ApiRequest): Problem {
  const locale = localeOf(request);
  const refusal = refusalOf(error, request);
  if (!refusal) {
    log.error({ err: bare(error), request: request.id, route: request.routeOptions?.url }, 'a request failed');
    return {
      type: 'about:blank',
      title: problemTitle(500, locale),
      status: 500,
      code: 'http.broken',
      detail: brokenSentence(request.id, locale),
      instance: `urn:lepta:request:${request.id}`,
    };
  }
  const { code } = refusal;
  const { status, log: level } = refusalSpec(code);
  log[level ?? 'debug']({ code, status, request: request.id, route: request.routeOptions?.url }, 'refused');
  return worded(refusal, locale, request.id);
}

/** A refusal in words, for the request of this id. */
export function worded({ code, params, errors }: Refusal, locale: 'ru' | 'en', id: string): Problem {
  const { status } = refusalSpec(code);
  return {
    type: `urn:lepta:problem:${code}`,
    title: problemTitle(status, locale),
    status,
    code,
    detail: sentence(code, params, locale),
    instance: `urn:lepta:request:${id}`,
    ...(Object.keys(params).length > 0 && errors.length === 0 ? { params } : {}),
    ...(errors.length > 0
      ? {
          errors: errors.map((e) => ({
            field: e.field,
            code: e.code,
            message: sentence(e.code, e.params ?? {}, locale),
          })),
        }
      : {}),
  };
}

function refusalOf(error: unknown, request: ApiRequest): Refusal | null {
  if (error instanceof Refusal) return error;
  if (hasLeft(request)) return new Refusal('http.gone-away');
  if (FULL.includes(codeOf(error))) return new Refusal('http.no-room');
  if (PASSING.includes(codeOf(error)) || isOutage(error)) {
    log.warn({ err: bare(error) }, 'the database or another store could not answer');
    return new Refusal('http.unavailable');
  }
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const code =
    typeof status !== 'number'
      ? undefined
      : (byStatus[status] ?? (status >= 400 && status < 500 ? 'http.bad-request' : undefined));
  return code === undefined ? null : new Refusal(code, code === 'http.too-many-requests' ? { seconds: 1 } : {});
}

/** Whether the connection ended before the request had arrived whole: whatever failed then, failed because of that. */
export function hasLeft({ raw }: ApiRequest): boolean {
  return raw.complete === false && raw.destroyed;
}

/** What a log line may have of a failure: a query's parameters and PostgreSQL's `detail` hold what people wrote. */
function bare(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code, table, constraint } = ((error as { driverError?: unknown }).driverError ?? error) as {
    code?: unknown;
    table?: unknown;
    constraint?: unknown;
  };
  return { type: error.name, message: error.message, stack: error.stack, code, table, constraint };
}

function codeOf(error: unknown): unknown {
  const failure = (error as { driverError?: unknown } | null)?.driverError ?? error;
  return (failure as { code?: unknown } | null)?.code;
}

/** Seconds after which it makes sense to try again, where that can be said. */
export function retryAfter(problem: Problem): number | null {
  if (problem.code === 'platform.paused') return 30;
  const passing = problem.status === 503 || problem.code === 'http.still-running';
  if (!passing && problem.status !== 429) return null;
  const { seconds, minutes } = problem.params ?? {};
  return typeof seconds === 'number' ? seconds : typeof minutes === 'number' ? minutes * 60 : passing ? 1 : 60;
}
