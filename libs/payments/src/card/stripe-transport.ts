import type { IncomingHttpHeaders } from 'node:http';
import type Stripe from 'stripe';
import { OutboundError, type Outbound } from '#platform';

type Transport = NonNullable<NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient']>;
type Answer = Awaited<ReturnType<Transport['makeRequest']>>;

/** Larger than any answer that is asked for: lists come in pages of a hundred. */
const MAX_BYTES = 8_388_608;

const said = (status: number, headers: IncomingHttpHeaders, body: Buffer): Answer => ({
  getStatusCode: () => status,
  getHeaders: () =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])),
  getRawResponse: () => ({ headers }),
  toStream: () => null,
  toJSON: async () => JSON.parse(body.toString('utf8')) as unknown,
});

/** Calls to Stripe go out by the same guarded way as all others: no redirect, no private address, a limit of time and size. */
export const stripeTransport = (outbound: Outbound): Transport => ({
  getClientName: () => 'lepta',
  async makeRequest(host, port, path, method, headers, body, protocol, timeoutMs) {
    try {
      const answer = await outbound.call(`${protocol}://${host}:${port}${path}`, {
        method: method as 'GET' | 'POST' | 'DELETE',
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        ...(method === 'GET' ? {} : { body }),
        timeoutMs,
        maxBytes: MAX_BYTES,
        maxRedirects: 0,
      });
      return said(answer.status, answer.headers, answer.body);
    } catch (error) {
      if (!(error instanceof OutboundError) || error.fault !== 'timeout') throw error;
      throw Object.assign(new TypeError('ETIMEDOUT', { cause: error }), { code: 'ETIMEDOUT' }); // by which the library knows it
    }
  },
});
