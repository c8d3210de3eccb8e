import type { FastifyRequest } from 'fastify';
import type { Actor } from '#identity';

/** What the hooks write on a request, once, for everything behind them. */
export interface Asked {
  /** Who asks; null for a visitor. */
  actor: Actor | null;
  /** The API key that was used, when one was. */
  apiKeyId: string | null;
  /** The body as it came, where it is signed. */
  signedBytes: Buffer | null;
  /** Why the body cannot be used. Said only after sign-in was asked for, so the order of answers does not depend on the body. */
  bodyProblem: string | null;
  /** The id of what a POST with an Idempotency-Key makes; see `NewThing`. */
  creates: string | null;
  /** Roles on the platform that the person has and that sleep, because a second factor is required and was not passed. */
  rolesSleep: boolean;
}

declare module 'fastify' {
  interface FastifyRequest extends Asked {}
  interface Session {
    personId?: string;
    accessVersion?: number;
    /** Milliseconds since 1970. */
    signedInAt?: number;
    renewedAt?: number;
    /** Family of browser and system. */
    device?: string | null;
    /** When this session passed a second factor; not at all where none was asked for. */
    secondFactorAt?: number;
    /** Half open: the password was right and the second factor is still to come. Nobody is signed in. */
    pendingPersonId?: string;
    pendingUntil?: number;
  }
}

export type ApiRequest = FastifyRequest;
