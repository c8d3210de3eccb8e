import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { allRefusals, refusalSpec } from '#kernel';
import { Cookies } from './cookies.js';
import { ERROR_CODES } from './errors.js';
import { sentence, problemTitle } from './sentences.js';

const UPLOAD_CODES = ['http.bad-upload', 'http.file-too-large', 'http.not-multipart', 'http.one-file', 'http.too-large', 'http.too-many-uploads', 'form.invalid'];

interface Operation {
  operationId?: string;
  security?: unknown[];
  requestBody?: { content?: Record<string, unknown> };
  parameters?: { name: string; in: string; schema?: unknown; required?: boolean; description?: string; example?: unknown }[];
  responses: Record<string, unknown>;
  [ERROR_CODES]?: string[];
}

/** OpenAPI 3.1 at /api/openapi.json and a page of it at /api/docs, both made when first asked for. */
export function describeApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Lepta API',
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true, docExpansion: 'list' },
  });
}

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const session = app.get(Cookies).session.name;
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Lepta API')
    .setVersion('1')
    .setDescription(
      'A social bank: offers and needs of money, things and time, and one ledger of what moves between them.\n\n' +
        'Amounts are integers in a base unit. Lists answer `{ items, nextCursor }`. Refusals are RFC 9457 problems with a stable `code`, worded by `Accept-Language` (ru, en). ' +
        '`Idempotency-Key` is taken on every POST for 24 hours. Edits need `If-Match`.',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth(session, { type: 'apiKey', in: 'cookie', name: session, description: 'Set by `POST /session`' }, 'cookie')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'lepta_…', description: 'An API key of `POST /api-keys`; it acts as its owner' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const schemas = ((document.components ??= {}).schemas ??= {});
  schemas['Problem'] = problemSchema() as never;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method] as unknown as Operation | undefined;
      if (operation) complete(method, path, operation);
    }
  }
  return document;
}

/** Adds what the shape of an operation implies, and a response for each status that its codes have. */
function complete(method: string, path: string, operation: Operation): void {
  const codes = new Set(operation[ERROR_CODES] ?? []);
  delete operation[ERROR_CODES];
  if (operation.security?.length) for (const code of ['identity.sign-in-first', 'identity.bad-key']) codes.add(code);
  if (method !== 'get') for (const code of ['http.cross-site', 'platform.paused', 'http.not-json', 'http.too-deep', 'http.too-large', 'http.wrong-content-type']) codes.add(code); // whatever is sent is read, also where no form is expected
  if (path.includes('{')) codes.add('http.not-found'); // an address that cannot be decoded
  if (operation.requestBody?.content?.['multipart/form-data']) for (const code of UPLOAD_CODES) codes.add(code);
  else if (operation.requestBody) codes.add('form.invalid');
  else if (operation.parameters?.some((parameter) => parameter.in === 'query')) codes.add('form.invalid');
  if (operation.parameters?.some((parameter) => parameter.name === 'If-Match')) codes.add('http.if-match-missing');
  if (method === 'post' && path.startsWith('/api/v1/')) {
    (operation.parameters ??= []).push({
      name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 },
      description: 'The same key with the same request within 24 hours gives the same answer', example: '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10',
    });
    for (const code of ['http.bad-idempotency-key', 'http.key-with-other-request', 'http.still-running']) codes.add(code);
  }
  for (const code of ['http.too-many-requests', 'http.unavailable']) codes.add(code);
  const statuses = new Set([...codes].map((code) => refusalSpec(code).status));
  for (const status of statuses) {
    operation.responses[String(status)] = problemResponse(status, [...codes].filter((code) => refusalSpec(code).status === status).sort());
  }
}

function problemResponse(status: number, codes: string[]): unknown {
  return {
    description: codes.map((code) => `\`${code}\`: ${words(code)}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }] },
        examples: Object.fromEntries(codes.map((code) => [code, { value: { type: `urn:lepta:problem:${code}`, title: problemTitle(status, 'en'), status, code, detail: words(code), instance: 'urn:lepta:request:018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10', ...(code === 'form.invalid' ? { errors: [{ field: 'quantity', code: 'quantity.not-positive', message: words('quantity.not-positive') }] } : {}) } }])),
      },
    },
  };
}

/** The English sentence with its parameters shown as they are called. */
function words(code: string): string {
  try {
    return sentence(code, {}, 'en');
  } catch {
    return refusalSpec(code).en.replace(/\{(\w+), plural,.*?other \{([^{}]*)\}\}/g, (_, name: string, other: string) => other.replace('#', `{${name}}`));
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
        items: { type: 'object', required: ['field', 'code', 'message'], properties: { field: { type: 'string', description: 'A path: `account.bik`, `skills.3`' }, code: { type: 'string' }, message: { type: 'string' } } },
      },
    },
  };
}
