import { applyDecorators } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuseCatalogue, type Catalogue, type Entry } from '#catalogue';
import { refuseForm, type Locale } from '#kernel';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  keptBy,
  page,
  preferredLocale,
  type ApiRequest,
  type Page,
  type PageQuery,
} from '../http/index.js';
import { CODE_MAX } from './catalogue.dto.js';

/** Raised when the shape of these answers changes, so that caches forget the old one. */
const SHAPE = 2;
const FRESH_SECONDS = 300;

/**
 * Sends an answer made of the catalogue alone. It may be kept by anybody: it depends on the data files and the Accept-Language header,
 * not on who asks. With a matching If-None-Match nothing but 304 is sent, and nothing is built.
 */
export function sendCached(
  request: ApiRequest,
  reply: FastifyReply,
  catalogue: Catalogue,
  build: (locale: Locale) => unknown,
): void {
  const locale = preferredLocale(request.headers['accept-language']) ?? 'ru';
  const etag = `"c${SHAPE}-${catalogue.digest.slice(0, 16)}-${locale}"`;
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const body = known.includes(etag) ? null : build(locale); // a refusal must come before any header of success
  void reply
    .header('etag', etag)
    .header('cache-control', `${keptBy(request)}, max-age=${FRESH_SECONDS}`)
    .header('vary', 'Accept-Language')
    .header('content-language', locale);
  if (body === null) void reply.status(304).send();
  else void reply.status(200).send(body);
}

/** One page of a list in memory. The cursor is the code of the last entry. */
export function pageOf<T extends Entry, V>(list: readonly T[], query: PageQuery, view: (entry: T) => V): Page<V> {
  const after = decodeCursor(query.cursor, ['text'])?.[0];
  const start = after === undefined ? 0 : list.findIndex((entry) => entry.code === after) + 1;
  if (after !== undefined && start === 0) refuseForm([{ field: 'cursor', code: 'http.bad-cursor' }]);
  const entries = list.slice(start, start + query.limit);
  const last = entries.at(-1);
  return page(entries.map(view), last && start + entries.length < list.length ? encodeCursor([last.code]) : null);
}

export function found<T>(entry: T | undefined): T {
  return entry ?? refuseCatalogue('catalogue.not-found');
}

/** A filter that names an entry which is not there is a mistake, not an empty list. */
export function knownFilter(field: string, value: string | undefined, entry: unknown): void {
  if (value !== undefined && entry === undefined) refuseForm([{ field, code: 'form.not-in-list' }]);
}

const Cached = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag that you have' }),
    ApiNotModifiedResponse({ description: 'What you have is still true' }),
  );

/** OpenAPI of a list. */
export function AnswersPage(summary: string, model: new () => unknown): MethodDecorator {
  const schema = {
    type: 'object' as const,
    required: ['items', 'nextCursor'],
    properties: {
      items: { type: 'array' as const, items: { $ref: getSchemaPath(model) } },
      nextCursor: { type: ['string', 'null'] as never, example: null },
    },
  };
  return applyDecorators(ApiOperation({ summary }), ApiExtraModels(model), ApiOkResponse({ schema }), Cached());
}

/** OpenAPI of one entry. */
export function AnswersOne(summary: string, model: new () => unknown, example: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiParam({ name: 'code', type: String, example, schema: { type: 'string', maxLength: CODE_MAX } }),
    ApiOkResponse({ type: model }),
    Cached(),
    ApiErrors('catalogue.not-found'),
  );
}
