import { S3mini, S3ServiceError } from 's3mini';
import { Files, safeKey, safePrefix, type StoredFile } from './files-door.js';

/** A store that does not answer within this time has failed. */
const PATIENCE_MS = 20_000;

export interface S3Settings {
  /** Without the bucket: `https://s3.example`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** null: `auto`, which stores beside Amazon's take. */
  readonly region: string | null;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Files in a bucket of whatever speaks S3, addressed by path. The bucket must exist. */
export class S3Files extends Files {
  private readonly bucket: S3mini;

  constructor({ endpoint, bucket, region, accessKey, secretKey }: S3Settings) {
    super();
    this.bucket = new S3mini({
      endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
      region: region ?? 'auto',
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      requestAbortTimeout: PATIENCE_MS,
    });
  }

  async put(key: string, bytes: Uint8Array, type: string): Promise<void> {
    const answer = await this.bucket.putObject(safeKey(key), bytes, type);
    await answer.body?.cancel();
  }

  async get(key: string): Promise<{ bytes: Uint8Array; type: string } | null> {
    const answer = await this.bucket.getObjectResponse(safeKey(key));
    if (answer === null) return null;
    return {
      bytes: new Uint8Array(await answer.arrayBuffer()),
      type: answer.headers.get('content-type') ?? 'application/octet-stream',
    };
  }

  async head(key: string): Promise<{ size: number } | null> {
    try {
      return { size: await this.bucket.getContentLength(safeKey(key)) };
    } catch (err) {
      const { cause } = err as Error;
      if (cause instanceof S3ServiceError && cause.status === 404) return null;
      throw err;
    }
  }

  async remove(key: string): Promise<void> {
    await this.bucket.deleteObject(safeKey(key));
  }

  async list(prefix: string): Promise<StoredFile[]> {
    const found = await this.bucket.listObjects('/', safePrefix(prefix));
    if (found === null) throw new Error('The bucket of S3_BUCKET does not exist');
    return found
      .filter(({ Key }) => typeof Key === 'string' && Key !== '')
      .map(({ Key, Size, LastModified }) => ({ key: Key, size: Number(Size), at: new Date(LastModified) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}
