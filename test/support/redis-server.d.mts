/** Path of a Redis or Valkey server on this machine, or null. */
export function redisProgram(): string | null;

export interface OwnRedis {
  readonly url: string;
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export function startOwnRedis(port: number): Promise<OwnRedis>;
