/** What PostgreSQL says when it is not itself, by the beginning of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export const OUTAGE_STATES: readonly (readonly [beginning: string, what: string])[] = [
  ['08', 'the connection failed; poolers say everything of theirs with 08P01'],
  ['53', 'no room, no memory, too many connections'],
  ['57P01', 'stopped by an administrator'],
  ['57P02', 'another session crashed'],
  ['57P03', 'starting up, or shutting down'],
  ['57P04', 'the database was dropped, to be restored'],
  ['57P05', 'the session rested for too long'],
  ['58030', 'its disk does not answer'],
  ['25006', 'a standby answers that is not yet the first one'],
];

/** What Node and its fetch say of networks, names and disks, by `code`. */
export const OUTAGE_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  'EMFILE',
  'ENFILE',
  'EIO',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** What pg and TypeORM say without any code: no free connection in time, or one that broke while nobody spoke on it. */
const OUTAGE_WORDS =
  /^(timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection error|was closed)|Query runner already released|Database connection provided by a query runner was already released)/;
/** What a store of files answers when it is too busy or broken, by its status. */
const OUTAGE_STATUSES: ReadonlySet<unknown> = new Set([500, 502, 503, 504, 429]);

/** How far down the causes of an error are followed. */
const DEPTH = 4;

/**
 * Whether a failure is one of what is below us (database, network, disk, store of files) and not of the work itself. A statement that took too
 * long (57014), a deadlock or a lock that was not to be had is the work's own.
 */
export function isOutage(err: unknown): boolean {
  let failure: unknown = err;
  for (let depth = 0; depth < DEPTH && typeof failure === 'object' && failure !== null; depth += 1) {
    const { code, message, name, status, driverError, cause } = failure as Record<string, unknown>;
    if (
      typeof code === 'string' &&
      (OUTAGE_CODES.has(code) || (code.length === 5 && OUTAGE_STATES.some(([beginning]) => code.startsWith(beginning))))
    )
      return true;
    if (typeof message === 'string' && OUTAGE_WORDS.test(message)) return true;
    if (name === 'TimeoutError' || (name === 'S3ServiceError' && OUTAGE_STATUSES.has(status))) return true;
    failure = driverError ?? cause;
  }
  return false;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** About a day. What fails so for longer may be the work's own fault after all (a statement that brings the database down), so it counts as its failure from then on. */
export const OUTAGES_FORGIVEN = 2_880;

/**
 * How long a job rests after a failure, in milliseconds, before it is taken up again without having lost one of its tries; null: the try counts.
 * @param before how often it had to rest before
 */
export function pauseAfter(err: unknown, before: number): number | null {
  if (before >= OUTAGES_FORGIVEN || !isOutage(err)) return null;
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(before, 20));
}
