import type { LoggerService, LogLevel } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

const PRIVATE = [
  'password',
  'cookie',
  'authorization',
  'email',
  'name',
  'set-cookie',
  'phone',
  'contact',
  'note',
  'text',
];

/** Everything that could name a person or open a door, down to the depth that our log lines have. */
const REDACTED = [
  ...PRIVATE,
  ...['*', '*.*', '*.headers'].flatMap((path) => PRIVATE.map((key) => `${path}["${key}"]`)),
];

/** What is written of an error. A database error carries the values of its query with it: only its text and its place are kept. */
function described(err: unknown): object {
  if (typeof err !== 'object' || err === null) return { message: String(err) };
  if (!(err instanceof Error)) {
    const { type, message, stack, code, constraint, table } = err as Record<string, unknown>; // described once already: see problem.ts
    return { type, message, stack, code, constraint, table };
  }
  const { code, constraint, table, query } = err as Error & {
    code?: string;
    constraint?: string;
    table?: string;
    query?: string;
  };
  const cause = err.cause instanceof Error ? { cause: described(err.cause) } : {};
  return {
    type: err.constructor.name,
    message: err.message,
    code,
    constraint,
    table,
    query,
    stack: err.stack,
    ...cause,
  };
}

const ADDRESS = /[^\s"'<>()[\]:,;\\/@]{1,64}@[^\s"'<>()[\]:,;\\/@]{1,255}\.[a-z\p{L}]{2,}/giu; // bounded: a long line without an address must cost no more
const PASSWORD_IN_URL = /:\/\/[^\s/"'@]{1,500}@/g;

/** The last guard: an e-mail address or the password of a URL in the error text of a library, where no key tells what it is. */
function hidden(line: string): string {
  return line.includes('@') ? line.replace(PASSWORD_IN_URL, '://[hidden]@').replace(ADDRESS, '[hidden]') : line;
}

/** One place for all lines: in portions, every half second at the latest, and at the end of the process. */
const out = (): DestinationStream => pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 500 });

/** A log of JSON lines. Ids are written, names, addresses, passwords and cookies never. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: described },
      redact: { paths: REDACTED, censor: '[hidden]' },
      hooks: { streamWrite: hidden },
    },
    destination ?? out(),
  );
}

/** The log of this process. Quiet until the boot sets `log.level` to LOG_LEVEL. */
export const log: Logger = makeLog('warn');

/** Nest's own lines, written through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Logger = log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest); // Nest tells every route and module that it maps: of use only to those who debug the boot
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  setLogLevels(_levels: LogLevel[]): void {}

  private write(
    level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: readonly unknown[],
  ): void {
    const context = rest.length > 0 ? rest[rest.length - 1] : undefined;
    if (message instanceof Error) this.target[level]({ err: message, context }, message.message);
    else
      this.target[level](
        { context, ...(rest.length > 1 ? { stack: rest[0] } : {}) },
        typeof message === 'string' ? message : JSON.stringify(message),
      );
  }
}
