import type { FastifyRequest } from 'fastify';
import type { Actor } from '#identity';

/** What the hooks write on a request, once, for everything behind them. */
export interface Asked {
  /** Who asks; null for a visitor. */
  actor: Actor | null;
  /** The API key that was used, when one was. */
  apiKeyId: string | null;
  /** Why the body cannot be used. Said only after sign-in was asked for, so the order of answers does not depend on the body. */
  bodyProblem: string | null;
}

declare module 'fastify' {
  interface FastifyRequest extends Asked {}
  interface Session {
    personId?: string;
    /** Milliseconds since 1970. */
    signedInAt?: number;
    renewedAt?: number;
  }
}

export type ApiRequest = FastifyRequest;
