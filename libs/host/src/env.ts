import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import dotenv from 'dotenv';
import {
  EnvError,
  address,
  bucket,
  count,
  folderOf,
  networks,
  oneOf,
  port,
  prefixed,
  sameMode,
  secret,
  sender,
  text,
  times,
  type Raw,
} from './setting-readers.js';

export { EnvError };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const NODE_ENVS = ['development', 'production', 'test'] as const;

/** The language of the person at the terminal, as LC_ALL, LC_MESSAGES or LANG says; English where it is neither Russian nor said. */
export function operatorLocale(raw: Raw = process.env): 'ru' | 'en' {
  return /^ru(?![a-z])/i.test(raw['LC_ALL'] || raw['LC_MESSAGES'] || raw['LANG'] || '') ? 'ru' : 'en';
}

/**
 * Every setting of the installation, validated at boot; the properties are named as the variables are. Nothing else reads `process.env`.
 * What is empty counts as not set. `.env` in the working folder is read too; the environment wins over it.
 */
export class Env {
  readonly NODE_ENV: (typeof NODE_ENVS)[number];
  readonly LOG_LEVEL: (typeof LOG_LEVELS)[number];
  /** Absolute path of the folder with everything that this installation keeps on disk. */
  readonly LEPTA_DIR: string;
  /** null: the embedded PostgreSQL of LEPTA_DIR. */
  readonly DATABASE_URL: string | null;
  /** The owner of the same database, for the caller that migrates, seeds or restores; null: DATABASE_URL is the owner's. Api and worker do not use it. */
  readonly DATABASE_MIGRATION_URL: string | null;
  /** The same database past a pooler, for what needs a session of its own: LISTEN, the queue, locks, migrations, commands; null: DATABASE_URL is no pooler. */
  readonly DATABASE_SESSION_URL: string | null;
  /** A connection on which the database has been silent for so long counts as lost; a statement may take 30 seconds. */
  readonly DATABASE_SILENCE_MS: number;
  /** null: BullMQ keeps its queues in PostgreSQL. */
  readonly REDIS_URL: string | null;
  readonly HOST: string;
  readonly PORT: number;
  /** Address that people type and that stands in mails, without a slash at its end. */
  readonly PUBLIC_URL: string;
  /** null: `lepta start` makes one for the installation; a server that is started alone needs it. TOTP secrets are sealed with it: keep it. */
  readonly SESSION_SECRET: string | null;
  /** Whether moderators and administrators need a second factor before their roles work. Default: in production only. */
  readonly REQUIRE_SECOND_FACTOR: boolean;
  /** Addresses or networks of proxies whose X-Forwarded-For and -Proto are believed, with commas between; null: none. */
  readonly TRUST_PROXY: string | null;
  /** Requests a minute that one network may make, in each api process. */
  readonly RATE_LIMIT_READS: number;
  readonly RATE_LIMIT_WRITES: number;
  /** Mean delay of the event loop over a second above which the api answers 503, in milliseconds; 0: it never does. */
  readonly MAX_EVENT_LOOP_DELAY_MS: number;
  /** How long a process that is asked to stop goes on answering while it says that it is not ready, in milliseconds. */
  readonly SHUTDOWN_DELAY_MS: number;
  /** What Prometheus brings to /api/metrics; null: only this machine may read them, and only of an installation that is no further reachable. */
  readonly METRICS_TOKEN: string | null;
  /** Where a worker shows its metrics and health, on HOST; null: nowhere. */
  readonly WORKER_METRICS_PORT: number | null;
  /** null: mails stay in the outbox, where administrators read them. Options of the connection can follow as a query: `?requireTLS=false`. */
  readonly SMTP_URL: string | null;
  /** Sender of mails; null: no-reply at the host of PUBLIC_URL. */
  readonly MAIL_FROM: string | null;
  /** Private addresses or networks that outbound calls may reach all the same, with commas between; null: none. */
  readonly OUTBOUND_ALLOW: string | null;
  /** When everything that is open is planned at once, on the clock of the region's time zone: `06:00,18:00`; `never` for by hand only. */
  readonly CLEARING_TIMES: readonly string[];
  /** Least that an offer of money may be, in the currency's base unit (kopecks). */
  readonly SMALLEST_MONEY_OFFER: number;
  /** null: card is offered nowhere. The three go together. */
  readonly STRIPE_SECRET_KEY: string | null;
  readonly STRIPE_PUBLISHABLE_KEY: string | null;
  readonly STRIPE_WEBHOOK_SECRET: string | null;
  /** Where Stripe is asked. */
  readonly STRIPE_API_URL: string;
  /** Folder of uploaded files; null: `files` in LEPTA_DIR. Not used where S3_ENDPOINT is set. */
  readonly FILES_DIR: string | null;
  /** Store of uploaded files that speaks S3, addressed by path; null: files lie in a folder. */
  readonly S3_ENDPOINT: string | null;
  readonly S3_BUCKET: string | null;
  readonly S3_REGION: string | null;
  readonly S3_ACCESS_KEY: string | null;
  readonly S3_SECRET_KEY: string | null;

  /** Where a connection is a session. */
  get sessionUrl(): string | null {
    return this.DATABASE_SESSION_URL ?? this.DATABASE_URL;
  }

  constructor(raw: Raw, folder: string = process.cwd()) {
    this.NODE_ENV = oneOf(raw, 'NODE_ENV', NODE_ENVS, 'development');
    this.LOG_LEVEL = oneOf(raw, 'LOG_LEVEL', LOG_LEVELS, 'info');
    this.LEPTA_DIR = resolve(folder, text(raw, 'LEPTA_DIR') ?? '.lepta');
    this.DATABASE_URL = address(
      raw,
      'DATABASE_URL',
      ['postgres:', 'postgresql:'],
      'postgres://user:password@host:5432/name',
    );
    this.DATABASE_MIGRATION_URL = address(
      raw,
      'DATABASE_MIGRATION_URL',
      ['postgres:', 'postgresql:'],
      'postgres://owner:password@host:5432/name',
    );
    if (this.DATABASE_MIGRATION_URL && !this.DATABASE_URL)
      throw new EnvError(
        'DATABASE_MIGRATION_URL is the owner of the database that DATABASE_URL names: set DATABASE_URL as well',
      );
    this.DATABASE_SESSION_URL = address(
      raw,
      'DATABASE_SESSION_URL',
      ['postgres:', 'postgresql:'],
      'postgres://user:password@host:5432/name',
    );
    if (this.DATABASE_SESSION_URL && !this.DATABASE_URL)
      throw new EnvError(
        'DATABASE_SESSION_URL is the way past the pooler that DATABASE_URL names: set DATABASE_URL as well',
      );
    this.DATABASE_SILENCE_MS = count(raw, 'DATABASE_SILENCE_MS', 35_000);
    this.REDIS_URL = address(raw, 'REDIS_URL', ['redis:', 'rediss:'], 'redis://host:6379');
    this.HOST = text(raw, 'HOST') ?? '127.0.0.1';
    this.PORT = port(raw, 'PORT', 3000);
    this.PUBLIC_URL = (
      address(raw, 'PUBLIC_URL', ['http:', 'https:'], 'https://example.org') ?? this.localUrl()
    ).replace(/\/+$/, '');
    this.SESSION_SECRET = secret(raw, 'SESSION_SECRET', 32);
    this.REQUIRE_SECOND_FACTOR =
      oneOf(raw, 'REQUIRE_SECOND_FACTOR', ['on', 'off'], this.production ? 'on' : 'off') === 'on';
    this.TRUST_PROXY = text(raw, 'TRUST_PROXY');
    this.RATE_LIMIT_READS = count(raw, 'RATE_LIMIT_READS', 6000);
    this.RATE_LIMIT_WRITES = count(raw, 'RATE_LIMIT_WRITES', 1200);
    this.MAX_EVENT_LOOP_DELAY_MS = count(raw, 'MAX_EVENT_LOOP_DELAY_MS', 1000, 0);
    this.SHUTDOWN_DELAY_MS = count(raw, 'SHUTDOWN_DELAY_MS', 0, 0, 60_000);
    this.METRICS_TOKEN = secret(raw, 'METRICS_TOKEN', 16);
    this.WORKER_METRICS_PORT = text(raw, 'WORKER_METRICS_PORT') === null ? null : port(raw, 'WORKER_METRICS_PORT', 0);
    this.SMTP_URL = address(raw, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@host:587');
    this.MAIL_FROM = sender(raw, 'MAIL_FROM');
    this.OUTBOUND_ALLOW = networks(raw, 'OUTBOUND_ALLOW');
    this.CLEARING_TIMES = times(raw, 'CLEARING_TIMES', '06:00');
    this.SMALLEST_MONEY_OFFER = count(raw, 'SMALLEST_MONEY_OFFER', 100_00);
    this.STRIPE_SECRET_KEY = prefixed(raw, 'STRIPE_SECRET_KEY', ['sk_', 'rk_']);
    this.STRIPE_PUBLISHABLE_KEY = prefixed(raw, 'STRIPE_PUBLISHABLE_KEY', ['pk_']);
    this.STRIPE_WEBHOOK_SECRET = prefixed(raw, 'STRIPE_WEBHOOK_SECRET', ['whsec_']);
    this.STRIPE_API_URL =
      address(raw, 'STRIPE_API_URL', ['https:', 'http:'], 'https://api.stripe.com') ?? 'https://api.stripe.com';
    allOrNone(this, ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET']);
    sameMode(this.STRIPE_SECRET_KEY, this.STRIPE_PUBLISHABLE_KEY);
    this.FILES_DIR = folderOf(raw, 'FILES_DIR', folder);
    this.S3_ENDPOINT = address(raw, 'S3_ENDPOINT', ['http:', 'https:'], 'https://s3.example.org');
    this.S3_BUCKET = bucket(raw, 'S3_BUCKET');
    this.S3_REGION = text(raw, 'S3_REGION');
    this.S3_ACCESS_KEY = text(raw, 'S3_ACCESS_KEY');
    this.S3_SECRET_KEY = text(raw, 'S3_SECRET_KEY');
    allOrNone(this, ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY']);
  }

  /** The settings of this process, read once. Throws EnvError. */
  static load(): Env {
    loaded ??= new Env(rawSettings());
    return loaded;
  }

  get production(): boolean {
    return this.NODE_ENV === 'production';
  }

  /** Sender of mails, with a name where one is set. */
  get mailSender(): string {
    return this.MAIL_FROM ?? `no-reply@${new URL(this.PUBLIC_URL).hostname}`;
  }

  /** The address alone. */
  get mailAddress(): string {
    return /<([^<>]+)>\s*$/.exec(this.mailSender)?.[1] ?? this.mailSender;
  }

  /** Address that this machine reaches the server at. */
  localUrl(): string {
    const host = this.HOST === '0.0.0.0' || this.HOST === '::' ? '127.0.0.1' : this.HOST;
    return `http://${host.includes(':') ? `[${host}]` : host}:${this.PORT}`;
  }
}

let loaded: Env | undefined;

function rawSettings(folder: string = process.cwd()): Raw {
  const file = resolve(folder, '.env');
  const fromFile = existsSync(file) ? dotenv.parse(readFileSync(file)) : {};
  const fromProcess = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return { ...fromFile, ...fromProcess };
}

/** What a child process inherits, with the settings that its parent decided. */
export function childEnvironment(settings: Raw): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

/** What a foreign program inherits: its search path and folders, neither our settings nor the locale of the person who starts it. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SYSTEMROOT', 'TEMP', 'TMP'];
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

function allOrNone(env: Env, names: readonly (keyof Env)[]): void {
  const missing = names.filter((name) => env[name] === null);
  if (missing.length > 0 && missing.length < names.length) {
    throw new EnvError(`${missing.join(', ')} must be set as well: ${names.join(', ')} go together`);
  }
}
