import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import { applyDecorators, createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuseForm } from '#kernel';
import { partsOf } from './described-forms.js';
import { storeApart, type UploadedFile } from './large-uploads.js';
import { refuseHttp } from './http.refusals.js';
import { hasLeft } from './problem.js';
import type { ApiRequest } from './request.js';

/** Largest uploaded file, in bytes. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;
export const UPLOAD_LIMIT_MIB = UPLOAD_LIMIT / 1024 / 1024;
/** Where a route takes large files: they lie on the disk and are read in pieces. */
const LARGE_LIMIT = 50 * 1024 * 1024;
/** Uploads that one process reads at once: each but the large ones is in memory until it is stored. */
const AT_ONCE = 6;
const LIMITS = {
  files: 1,
  fileSize: UPLOAD_LIMIT,
  fields: 8,
  fieldSize: 4096,
  fieldNameSize: 100,
  parts: 9,
  headerPairs: 50,
};

/** The one file of a request, whole. */
export interface Uploaded {
  readonly bytes: Uint8Array;
  /** Of the bytes, hex: a repeated Idempotency-Key must bring the same file. */
  readonly sha256: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    uploaded: Uploaded | UploadedFile | null;
  }
  interface FastifyContextConfig {
    upload?: 'small' | 'large';
  }
}

/** On a method that takes one file as `multipart/form-data`, in `file`; the other fields are this form. */
export const TakesUpload = (form: Type<object>): MethodDecorator => takes(form, 'small', UPLOAD_LIMIT);

/** The same, for a file that is never whole in memory. */
export const TakesLargeUpload = (form: Type<object>): MethodDecorator => takes(form, 'large', LARGE_LIMIT);

function takes(form: Type<object>, upload: 'small' | 'large', limit: number): MethodDecorator {
  const { properties, required } = partsOf(form);
  return applyDecorators(
    RouteConfig({ upload }),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file', ...required],
        properties: {
          file: { type: 'string', format: 'binary', description: `At most ${limit / 1024 / 1024} MiB` },
          ...properties,
        },
      },
    }),
  );
}

/** Parameter: the file, on a method with `@TakesUpload()`. */
export const Upload = createParamDecorator(
  (_: unknown, context: ExecutionContext): Uploaded => uploadedBy(context) as Uploaded,
);

/** Parameter: the file, on a method with `@TakesLargeUpload()`. It is there until the answer has gone. */
export const LargeUpload = createParamDecorator(
  (_: unknown, context: ExecutionContext): UploadedFile => uploadedBy(context) as UploadedFile,
);

function uploadedBy(context: ExecutionContext): Uploaded | UploadedFile | null {
  const { uploaded } = context.switchToHttp().getRequest<ApiRequest>();
  if (!uploaded) refuseForm([{ field: 'file', code: 'form.required' }]);
  return uploaded;
}

/**
 * Reads uploads, on the routes that take them and for a signed-in person: a visitor's file is never read. What cannot be read is noted and
 * refused later, as with other bodies. Elsewhere a multipart body is 415.
 */
export async function readUploads(server: FastifyInstance): Promise<void> {
  await server.register(multipart, { limits: LIMITS, throwFileSizeLimit: true });
  server.decorateRequest('uploaded', null);
  let reading = 0;
  server.addHook('preParsing', async (request) => {
    if (isMultipart(request) && !request.routeOptions.config.upload) refuseHttp('http.wrong-content-type');
  });
  server.addHook('preHandler', async (request, reply) => {
    if (!request.routeOptions.config.upload || request.actor === null) return;
    if (!request.isMultipart()) return void (request.bodyProblem = 'http.not-multipart');
    if (reading >= AT_ONCE) return void (request.bodyProblem = 'http.too-many-uploads');
    reading += 1;
    try {
      await read(request, reply);
    } catch (error) {
      if (hasLeft(request)) throw new Refusal('http.gone-away'); // nothing behind this is to begin
      request.bodyProblem = problemOfUpload(error);
      request.raw.unpipe();
      request.raw.resume();
    } finally {
      reading -= 1;
    }
  });
}

function isMultipart(request: FastifyRequest): boolean {
  return /^multipart\//i.test(request.headers['content-type'] ?? '');
}

async function read(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const fields: Record<string, string> = {};
  const large = request.routeOptions.config.upload === 'large';
  let file: Uploaded | UploadedFile | null = null;
  for await (const part of request.parts(large ? { limits: { ...LIMITS, fileSize: LARGE_LIMIT } } : {})) {
    if (part.type === 'file') {
      const stored = large ? await storeApart(part.file, part.filename, reply.raw) : wholeOf(await part.toBuffer());
      if (part.file.truncated) throw new Refusal('http.file-too-large');
      if (part.fieldname !== 'file') throw new Refusal('http.one-file');
      file = stored;
    } else {
      if (part.fieldnameTruncated || part.valueTruncated) throw new Refusal('http.too-large');
      const value = String(part.value);
      if (value.includes('\ufffd')) throw new Refusal('http.not-utf8'); // the reader puts it where bytes were none
      fields[part.fieldname] = value;
    }
  }
  request.body = fields;
  request.uploaded = file;
}

const wholeOf = (bytes: Buffer): Uploaded => ({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });

const PROBLEMS: Readonly<Record<string, string>> = {
  FST_REQ_FILE_TOO_LARGE: 'http.file-too-large',
  FST_FILES_LIMIT: 'http.one-file',
  FST_PARTS_LIMIT: 'http.too-large',
  FST_FIELDS_LIMIT: 'http.too-large',
};

/** Whatever else goes wrong while a body of this form is read is a body that cannot be read. */
function problemOfUpload(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  return PROBLEMS[(error as { code?: string }).code ?? ''] ?? 'http.bad-upload';
}
