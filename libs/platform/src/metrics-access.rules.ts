import { timingSafeEqual } from 'node:crypto';

export interface MetricsAsker {
  /** Address of the peer of the connection itself, whatever headers say. */
  readonly peer: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface MetricsDoor {
  /** METRICS_TOKEN. */
  readonly token: string | null;
  readonly publicUrl: string;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * With a token: clients that bring it. Without one: this machine alone, and only while the installation itself is no further reachable than
 * this machine; behind a proxy every stranger would look like a neighbour.
 */
export function mayReadMetrics(asker: MetricsAsker, door: MetricsDoor): boolean {
  if (door.token !== null) {
    const given = /^Bearer +(\S+)$/i.exec(String(asker.headers['authorization'] ?? ''))?.[1] ?? '';
    const [wanted, seen] = [Buffer.from(door.token), Buffer.from(given)];
    return wanted.length === seen.length && timingSafeEqual(wanted, seen);
  }
  const home = new URL(door.publicUrl).hostname.replace(/^\[|\]$/g, '');
  return (
    LOOPBACK.test(asker.peer) &&
    (home === 'localhost' || LOOPBACK.test(home)) &&
    FORWARDED.every((name) => asker.headers[name] === undefined)
  );
}
