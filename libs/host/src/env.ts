import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import dotenv from 'dotenv';

/** A setting that cannot be used: one line that names it. Whoever starts a process prints it and exits. */
export class EnvError extends Error {}

type Raw = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const NODE_ENVS = ['development', 'production', 'test'] as const;

/** The language of whoever sits at the terminal, as LC_ALL, LC_MESSAGES or LANG says; English where it is neither Russian nor said. */
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
  /** The owner of the same database, for whoever migrates, seeds or restores; null: DATABASE_URL is the owner's. Api and worker do not use it. */
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

function text(raw: Raw, name: string): string | null {
  const value = raw[name]?.trim();
  return value ? value : null;
}

function folderOf(raw: Raw, name: string, folder: string): string | null {
  const value = text(raw, name);
  return value === null ? null : resolve(folder, value);
}

function bucket(raw: Raw, name: string): string | null {
  const value = text(raw, name);
  if (value !== null && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value))
    throw new EnvError(`${name} is not a name of a bucket: 3 to 63 lower case letters, digits, dots and dashes`);
  return value;
}

function oneOf<T extends string>(raw: Raw, name: string, allowed: readonly T[], otherwise: T): T {
  const value = text(raw, name) ?? otherwise;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new EnvError(`${name} is "${value}"; it can be ${allowed.join(', ')}`);
  return found;
}

function port(raw: Raw, name: string, otherwise: number): number {
  const value = text(raw, name) ?? String(otherwise);
  const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(number >= 1 && number <= 65535))
    throw new EnvError(`${name} is "${value}"; it must be a port number from 1 to 65535`);
  return number;
}

function count(raw: Raw, name: string, otherwise: number, least = 1, most = 999_999_999): number {
  const value = text(raw, name) ?? String(otherwise);
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number >= least && number <= most))
    throw new EnvError(
      `${name} is "${value}"; it must be a whole number of at least ${least}${most < 999_999_999 ? ` and at most ${most}` : ''}`,
    );
  return number;
}

function times(raw: Raw, name: string, otherwise: string): readonly string[] {
  const value = text(raw, name) ?? otherwise;
  if (value === 'never') return [];
  const parts = value.split(',').map((part) => part.trim());
  const wrong = parts.find((part) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(part));
  if (wrong !== undefined || parts.length > 24)
    throw new EnvError(`${name} has "${wrong ?? value}"; it must be at most 24 times like 06:00,18:00, or never`);
  return parts;
}

/** Addresses may carry a password, so the wrong value itself is not repeated. */
function address(raw: Raw, name: string, protocols: readonly string[], example: string): string | null {
  const value = text(raw, name);
  if (value === null) return null;
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new EnvError(`${name} is not an address that can be used; it looks like ${example}`);
  }
  return value;
}

function sender(raw: Raw, name: string): string | null {
  const value = text(raw, name);
  if (value !== null && !/^[^\s@<>",]+@[^\s@<>",]+$/.test(value))
    throw new EnvError(`${name} is "${value}"; it must be an e-mail address alone, without a name`);
  return value;
}

function networks(raw: Raw, name: string): string | null {
  const value = text(raw, name);
  for (const part of value?.split(',') ?? []) {
    const [address = '', bits] = part.trim().split('/');
    const widest = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= widest)))
      throw new EnvError(`${name} has "${part.trim()}"; it must be addresses or networks like 10.1.0.0/16`);
  }
  return value;
}

function secret(raw: Raw, name: string, length: number): string | null {
  const value = text(raw, name);
  if (value !== null && value.length < length)
    throw new EnvError(`${name} is too short: it needs at least ${length} characters`);
  return value;
}

function prefixed(raw: Raw, name: string, prefixes: readonly string[]): string | null {
  const value = text(raw, name);
  if (value !== null && !prefixes.some((prefix) => value.startsWith(prefix))) {
    throw new EnvError(`${name} is not a Stripe key of this kind: it starts with ${prefixes.join(' or ')}`);
  }
  return value;
}

/** A key of the test mode beside one of the live mode takes no payment. */
function sameMode(secretKey: string | null, publishable: string | null): void {
  const isTest = (key: string): boolean => key.split('_')[1] === 'test';
  if (secretKey !== null && publishable !== null && isTest(secretKey) !== isTest(publishable))
    throw new EnvError(
      'STRIPE_PUBLISHABLE_KEY is not of the same mode as STRIPE_SECRET_KEY: both are of the test mode, or both are live',
    );
}

function allOrNone(env: Env, names: readonly (keyof Env)[]): void {
  const missing = names.filter((name) => env[name] === null);
  if (missing.length > 0 && missing.length < names.length) {
    throw new EnvError(`${missing.join(', ')} must be set as well: ${names.join(', ')} go together`);
  }
}
