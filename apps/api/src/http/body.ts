import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';
import './http.refusals.js';
import { jsonFault } from './json-size.rules.js';
import { PLAIN_FORMS } from './plain-forms.js';

/** Largest body of a request, in bytes. */
export const BODY_LIMIT = 256 * 1024;
/** What comes here is signed as bytes, and the code that checks the signature reads it. */
const SIGNED = '/api/v1/webhooks/stripe';
/** The one address of the API that takes a form that is not JSON. */
const ONE_CLICK = '/api/v1/unsubscribe/:token';

/**
 * Reads JSON bodies. What cannot be read is noted and refused later, after sign-in was asked for; bytes that are not UTF-8, deep nesting and
 * more values than any form has are noted here, before anything is made of the text. Everything that is not JSON is 415, but for the one click
 * that ends a subscription and the pages whose forms need no script.
 */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error'); // refuses __proto__ and constructor.prototype
  server.removeAllContentTypeParsers();
  server.decorateRequest('signedBytes', null);
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (request.routeOptions.url === SIGNED) {
      request.signedBytes = bytes; // no form of ours
      return done(null, undefined);
    }
    const text = textOf(bytes);
    if (text === null) return done(null, unusable(request, 'http.not-utf8'));
    if (text.trim() === '') return done(null, undefined);
    const fault = jsonFault(text);
    if (fault !== null) return done(null, unusable(request, fault));
    void parse(request, text, (error, body: unknown) => done(null, error ? unusable(request, 'http.not-json') : body));
  });
  // RFC 8058: mail programs end a subscription by a form. Beside the pages it is read nowhere else, because a page of another site can send one.
  server.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1_024 },
    (request, text, done) => {
      if (request.routeOptions.url === ONE_CLICK) done(null, undefined);
      else if (PLAIN_FORMS.has(request.routeOptions.url ?? '')) done(null, text);
      else done(new Refusal('http.wrong-content-type'));
    },
  );
}

/** Bytes that are no UTF-8 are nobody's words: put in another form they would be kept as something that was never said. */
function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unusable(request: FastifyRequest, code: string): undefined {
  request.bodyProblem = code;
  return undefined;
}
