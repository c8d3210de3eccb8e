import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from './door.js';

interface Kept {
  readonly bytes: Buffer;
  readonly type: string;
  readonly at: Date;
}

export interface FakeS3 {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** What lies in the bucket. */
  readonly objects: Map<string, Kept>;
  /** From now on every request is answered so; null: as usual. */
  fail(status: number | null): void;
  close(): Promise<void>;
}

const ACCESS_KEY = 'LEPTATESTKEY';
const PAGE = 3;

/** As much of S3 as our files need: PUT, GET, HEAD, DELETE and LIST (in pages of three) of one bucket, by path. Unsigned requests are refused. */
export async function fakeS3(bucket = 'lepta-test'): Promise<FakeS3> {
  const objects = new Map<string, Kept>();
  let failure: number | null = null;
  const server = createServer((request, reply) => {
    void answer(request, reply, bucket, objects, failure);
  });
  await listen(server);
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    accessKey: ACCESS_KEY,
    secretKey: 'a secret of tests only',
    objects,
    fail: (status) => void (failure = status),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  reply: ServerResponse,
  bucket: string,
  objects: Map<string, Kept>,
  failure: number | null,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
  const [, named, ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  if (failure !== null) return refuse(reply, failure, 'InternalError');
  if (!request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/`))
    return refuse(reply, 403, 'AccessDenied');
  if (named !== bucket) return refuse(reply, 404, 'NoSuchBucket');
  if (key === '') return list(reply, objects, searchParams);
  const kept = objects.get(key);
  switch (request.method) {
    case 'PUT':
      objects.set(key, { bytes: Buffer.concat(chunks), type: request.headers['content-type'] ?? '', at: new Date() });
      return void reply.writeHead(200).end();
    case 'DELETE':
      objects.delete(key);
      return void reply.writeHead(204).end();
    default:
      if (!kept) return refuse(reply, 404, 'NoSuchKey');
      reply.writeHead(200, { 'content-type': kept.type, 'content-length': kept.bytes.length });
      return void reply.end(request.method === 'HEAD' ? undefined : kept.bytes);
  }
}

function list(reply: ServerResponse, objects: Map<string, Kept>, query: URLSearchParams): void {
  const after = query.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
  const page = keys.slice(0, PAGE);
  const more = keys.length > page.length;
  const contents = page.map((key) => {
    const { bytes, at } = objects.get(key) as Kept;
    return `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${at.toISOString()}</LastModified><ETag>&quot;1&quot;</ETag><StorageClass>STANDARD</StorageClass></Contents>`;
  });
  reply.writeHead(200, { 'content-type': 'application/xml' });
  reply.end(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${more}</IsTruncated><KeyCount>${page.length}</KeyCount>${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`,
  );
}

function refuse(reply: ServerResponse, status: number, code: string): void {
  reply.writeHead(status, { 'content-type': 'application/xml' });
  reply.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
