import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { assert } from '#kernel';
import { Env } from '#host';
import { log, Outbound } from '#platform';
import { refuseCard } from './card.refusals.js';
import { stripeTransport } from './stripe-transport.js';

/** The version of Stripe's API that this code was written for; its events come in it too, where their endpoint is set up so. */
export const STRIPE_VERSION = '2026-10-28.endive';
const TIMEOUT_MS = 20_000;
const RETRIES = 2;

/** The client of Stripe; without its keys there is none, and card is offered nowhere. Loaded when it is first needed. */
@Injectable()
export class StripeClient {
  private loaded: Promise<Stripe> | null = null;
  private refused = false;

  constructor(private readonly env: Env) {}

  /** Whether card can be offered at all. */
  get offered(): boolean {
    return this.env.STRIPE_SECRET_KEY !== null && !this.refused;
  }

  get publishableKey(): string | null {
    return this.offered ? this.env.STRIPE_PUBLISHABLE_KEY : null;
  }

  /** What a signed event of it is proved by. @throws card.not-here */
  get webhookSecret(): string {
    return this.env.STRIPE_WEBHOOK_SECRET ?? refuseCard('card.not-here');
  }

  /** @throws card.not-here */
  api(): Promise<Stripe> {
    const key = this.env.STRIPE_SECRET_KEY;
    if (key === null) return refuseCard('card.not-here');
    this.loaded ??= load(key, this.env);
    return this.loaded;
  }

  /**
   * Asks Stripe; where it does not answer, the caller is told so and may ask again: every call that changes something has a key of its own.
   * @throws card.away
   */
  async ask<T>(question: (stripe: Stripe) => Promise<T>): Promise<T> {
    const stripe = await this.api();
    try {
      const answer = await question(stripe);
      this.refused = false;
      return answer;
    } catch (error) {
      const type = (error as { type?: unknown }).type;
      if (type === 'StripeAuthenticationError' && !this.refused) {
        this.refused = true;
        log.error('Stripe refuses STRIPE_SECRET_KEY: card is not offered until it takes it');
      }
      if (type === 'StripeConnectionError' || type === 'StripeAPIError' || type === 'StripeRateLimitError')
        return refuseCard('card.away');
      throw error;
    }
  }

  /** Asked once at the start: a key that Stripe does not know is told at once, and not by the first giver. */
  async check(): Promise<void> {
    if (!this.offered) return;
    await this.ask((stripe) => stripe.balance.retrieve()).catch((error: unknown) => {
      if (!this.refused) log.warn({ err: error }, 'Stripe could not be asked at the start');
    });
  }
}

async function load(key: string, env: Env): Promise<Stripe> {
  const { Stripe: Library } = await import('stripe');
  const { protocol, hostname, port } = new URL(env.STRIPE_API_URL);
  const secure = protocol === 'https:';
  assert(secure || protocol === 'http:', 'the address of Stripe is of the web');
  return new Library(key, {
    apiVersion: STRIPE_VERSION,
    httpClient: stripeTransport(Outbound.of(env)),
    host: hostname,
    port: port || (secure ? 443 : 80),
    protocol: secure ? 'https' : 'http',
    maxNetworkRetries: RETRIES,
    timeout: TIMEOUT_MS,
    telemetry: false,
  });
}
