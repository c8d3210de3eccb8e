import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sentence } from '#catalogue';
import { allRefusals, refusalSpec } from '#kernel';
import { Env } from '#host';
import { Cookies } from './cookies.js';
import { describeForms } from './described-forms.js';
import { ERROR_CODES } from './errors.js';
import { problemTitle } from './sentences.js';

const UPLOAD_CODES = [
  'http.bad-upload',
  'http.file-too-large',
  'http.not-multipart',
  'http.one-file',
  'http.too-large',
  'http.too-many-uploads',
  'form.invalid',
];

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: unknown;
  [keyword: string]: unknown;
}

interface Operation {
  operationId?: string;
  security?: Readonly<Record<string, readonly string[]>>[];
  requestBody?: { required?: boolean; content?: Record<string, { schema?: Schema }> };
  parameters?: {
    name: string;
    in: string;
    schema?: unknown;
    required?: boolean;
    description?: string;
    example?: unknown;
  }[];
  responses: Record<string, unknown>;
  [ERROR_CODES]?: string[];
}

/** OpenAPI 3.1 at /api/openapi.json and a page of it at /api/docs, both made when first asked for. */
export function describeApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  describeForms(); // what forms are read by does not depend on whether the description was read before
  SwaggerModule.setup('api/docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Lepta API',
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true, docExpansion: 'list' },
  });
}

/** @param app may be one that was made for this only: nothing in it has to run */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  describeForms();
  const session = new Cookies(app.get(Env)).session.name; // made here: in an application that is only described nothing is
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Lepta API')
    .setVersion('1')
    .setDescription(
      'A social bank: offers and needs of money, things and time, and one ledger of what moves between them.\n\n' +
        'Amounts are integers in a base unit. Lists answer `{ items, nextCursor }`. Refusals are RFC 9457 problems with a stable `code`, worded by `Accept-Language` (ru, en). ' +
        '`Idempotency-Key` is taken on every POST for 24 hours: what was done is answered again, a refusal is not kept, so the same key may try again once its cause is gone. Edits need `If-Match`.\n\n' +
        'A field that is not described here is refused, in bodies and in questions of lists. Spaces around names, titles and reasons are cut off; where something must be left, the `pattern` of the field says so. ' +
        'What only the books or the catalogue can know (whether a code exists, how fine a unit is, what is left) is refused with 422 or 409 as well. ' +
        'A path that is there answers 405 with `Allow` to a method that it does not have.',
    )
    .addServer('/', 'This installation')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth(
      session,
      { type: 'apiKey', in: 'cookie', name: session, description: 'Set by `POST /session`' },
      'cookie',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'lepta_…',
        description: 'An API key of `POST /api-keys`; it acts as its owner',
      },
      'bearer',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const schemas = ((document.components ??= {}).schemas ??= {});
  schemas['Problem'] = problemSchema() as never;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) =>
      item[method] ? [{ method, path, operation: item[method] as unknown as Operation }] : [],
    ),
  );
  for (const { method, path, operation } of operations) complete(method, path, operation);
  for (const form of formsOf(
    operations.map(({ operation }) => operation),
    schemas as unknown as Record<string, Schema>,
  )) {
    if (form.properties) form.additionalProperties ??= false;
  }
  return document;
}

/** Every schema that a body is made of, at any depth. */
function formsOf(operations: readonly Operation[], schemas: Readonly<Record<string, Schema>>): Set<Schema> {
  const found = new Set<Schema>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const schema = value as Schema;
    const named = schema.$ref === undefined ? schema : schemas[schema.$ref.split('/').at(-1) as string];
    if (!named || found.has(named)) return;
    found.add(named);
    for (const part of Object.values(named)) look(part);
  };
  for (const { requestBody } of operations) {
    for (const { schema } of Object.values(requestBody?.content ?? {})) {
      look(schema);
      if (requestBody && schema)
        requestBody.required =
          ((schema.$ref ? schemas[schema.$ref.split('/').at(-1) as string] : schema)?.required ?? []).length > 0; // an empty body is an empty form
    }
  }
  return found;
}

/** Who may ask, as the guards say. Anybody else may ask as nobody, as the person of a session, or with a key, which must be a good one. */
function securityOf(path: string, operation: Operation): NonNullable<Operation['security']> {
  if (!path.startsWith('/api/v1/')) return [];
  return operation.security?.length ? operation.security : [{}, { cookie: [] }, { bearer: [] }];
}

/** Adds what the shape of an operation implies, and a response for each status that its codes have. */
function complete(method: string, path: string, operation: Operation): void {
  const codes = new Set(operation[ERROR_CODES] ?? []);
  delete operation[ERROR_CODES];
  operation.security = securityOf(path, operation);
  if (operation.security.length > 0) codes.add('identity.bad-key');
  const mustSignIn = operation.security.length > 0 && operation.security.every((way) => Object.keys(way).length > 0);
  if (mustSignIn && !codes.has('identity.no-second-step')) codes.add('identity.sign-in-first'); // a person who is half signed in has no session to miss
  if (method !== 'get')
    for (const code of [
      'form.invalid',
      'http.cross-site',
      'platform.paused',
      'http.not-json',
      'http.not-utf8',
      'http.too-deep',
      'http.too-many-values',
      'http.too-large',
      'http.wrong-content-type',
    ])
      codes.add(code); // whatever is sent is read, also where no form is expected
  if (path.includes('{')) codes.add('http.not-found'); // an address that cannot be decoded
  if (operation.requestBody?.content?.['multipart/form-data']) for (const code of UPLOAD_CODES) codes.add(code);
  else if (operation.parameters?.some((parameter) => parameter.in === 'query')) codes.add('form.invalid');
  if (operation.parameters?.some((parameter) => parameter.name === 'If-Match')) codes.add('http.if-match-missing');
  if (method === 'post' && path.startsWith('/api/v1/')) {
    (operation.parameters ??= []).push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
      description: 'The same key with the same request within 24 hours gives the same answer',
      example: '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10',
    });
    for (const code of ['http.bad-idempotency-key', 'http.key-with-other-request', 'http.still-running'])
      codes.add(code);
  }
  for (const code of ['http.bad-address', 'http.too-many-requests', 'http.unavailable']) codes.add(code);
  const statuses = new Set([...codes].map((code) => refusalSpec(code).status));
  for (const status of statuses) {
    operation.responses[String(status)] = problemResponse(
      status,
      [...codes].filter((code) => refusalSpec(code).status === status).sort(),
    );
  }
}

function problemResponse(status: number, codes: string[]): unknown {
  return {
    description: codes.map((code) => `\`${code}\`: ${words(code)}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
        },
        examples: Object.fromEntries(
          codes.map((code) => [
            code,
            {
              value: {
                type: `urn:lepta:problem:${code}`,
                title: problemTitle(status, 'en'),
                status,
                code,
                detail: words(code),
                instance: 'urn:lepta:request:018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10',
                ...(code === 'form.invalid'
                  ? {
                      errors: [
                        { field: 'quantity', code: 'quantity.not-positive', message: words('quantity.not-positive') },
                      ],
                    }
                  : {}),
              },
            },
          ]),
        ),
      },
    },
  };
}

/** The English sentence with its parameters shown as they are called. */
function words(code: string): string {
  try {
    return sentence(code, {}, 'en');
  } catch {
    return refusalSpec(code).en.replace(/\{(\w+), plural,.*?other \{([^{}]*)\}\}/g, (_, name: string, other: string) =>
      other.replace('#', `{${name}}`),
    );
  }
}

function problemSchema(): unknown {
  return {
    type: 'object',
    description: 'RFC 9457. `code` is stable; the words follow Accept-Language.',
    required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', description: `One of: ${[...allRefusals().keys()].sort().join(', ')}` },
      detail: { type: 'string' },
      instance: { type: 'string', format: 'uri', description: 'The request; give its id to support' },
      params: { type: 'object', additionalProperties: true, description: 'The numbers of the sentence, for programs' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'code', 'message'],
          properties: {
            field: { type: 'string', description: 'A path: `account.bik`, `skills.3`' },
            code: { type: 'string' },
            message: { type: 'string' },
          },
        },
      },
    },
  };
}
