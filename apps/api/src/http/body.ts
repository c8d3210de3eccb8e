import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';
import './http.refusals.js';

/** Largest body of a request, in bytes. */
export const BODY_LIMIT = 256 * 1024;
/** The one address that takes a form that is not JSON. */
const ONE_CLICK = '/api/v1/unsubscribe/:token';
/** No form of ours nests deeper than this. */
export const DEPTH_MAX = 16;

/**
 * Reads JSON bodies. What cannot be read is noted and refused later, after sign-in was asked for; deep nesting is noted here, before
 * anything recursive looks at it. Everything that is not JSON is 415, but for the one click that ends a subscription.
 */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error'); // refuses __proto__ and constructor.prototype
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text.trim() === '') return done(null, undefined);
    void parse(request, text, (error, body: unknown) => {
      if (error) return done(null, unusable(request, 'http.not-json'));
      done(null, tooDeep(body) ? unusable(request, 'http.too-deep') : body);
    });
  });
  // RFC 8058: mail programs end a subscription by a form. It is read nowhere else, because a page of another site can send one.
  server.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1_024 }, (request, _text, done) => {
    if (request.routeOptions.url === ONE_CLICK) done(null, undefined);
    else done(new Refusal('http.wrong-content-type'));
  });
}

function unusable(request: FastifyRequest, code: string): undefined {
  request.bodyProblem = code;
  return undefined;
}

/** Without recursion: a quarter of a megabyte of brackets would end the stack. */
export function tooDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; depth <= DEPTH_MAX; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}

// Names that would reach into the machinery of an object instead of being one of its fields.
const NO_FIELDS = new Set(['__proto__', 'constructor', 'prototype']);

/** The paths of fields that no form has. `body` must not be deep. */
export function impossibleFields(body: unknown, path = ''): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return NO_FIELDS.has(key) ? [at] : impossibleFields(value, at);
  });
}

/**
 * The paths of texts (and of field names) that PostgreSQL cannot keep: with a null character or half a surrogate pair. `body` must not be deep.
 */
export function forbiddenTexts(body: unknown, path = ''): string[] {
  if (typeof body === 'string') return isForbidden(body) ? [path] : [];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return isForbidden(key) ? [path === '' ? '(name)' : path] : forbiddenTexts(value, at);
  });
}

export function isForbidden(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text);
}
