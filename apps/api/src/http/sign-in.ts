import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import passport from 'passport';
import custom from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import {
  AccessWatch,
  ApiKeysService,
  IdentityService,
  KnownDevices,
  networkOf,
  SignInLimit,
  type Actor,
  type SignedIn,
} from '#identity';
import { Cookies } from './cookies.js';
import type { ApiRequest } from './request.js';

type Done<T> = (error: unknown, user?: T | false) => void;

const finish = <T>(work: Promise<T | null>, done: Done<T>) => void work.then((user) => done(null, user ?? false), done);

/** The ways to say who you are, each a Passport strategy: a password for people, a bearer key for programs. */
@Injectable()
export class SignIn {
  // An authenticator of its own: passport's global one would be shared by two applications in one process.
  private readonly passport = new passport.Passport();

  constructor(
    private readonly identity: IdentityService,
    private readonly devices: KnownDevices,
    private readonly limit: SignInLimit,
    private readonly watch: AccessWatch,
    private readonly cookies: Cookies,
    keys: ApiKeysService,
  ) {
    this.passport.use(
      'password',
      new LocalStrategy(
        { usernameField: 'email', passReqToCallback: true, session: false },
        (request, email, password, done) =>
          finish(this.tryPassword(request as unknown as ApiRequest, email, password), done as Done<unknown>),
      ),
    );
    this.passport.use(
      'key',
      new custom.Strategy((request, done) =>
        finish(
          keys.actorOf(/^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''),
          done as Done<unknown>,
        ),
      ),
    );
  }

  /** By `email` and `password` of the body. Null when they do not fit; refused when there were too many attempts. */
  byPassword(request: ApiRequest, reply: FastifyReply): Promise<SignedIn | null> {
    return this.by('password', request, reply);
  }

  /** By the Authorization header. Null when the key is unknown or revoked. */
  async byKey(
    request: ApiRequest,
    reply: FastifyReply,
  ): Promise<{ actor: Actor; keyId: string; secondFactor: boolean } | null> {
    const found = await this.by<{ actor: Actor; keyId: string; secondFactor: boolean }>('key', request, reply);
    if (!found) this.watch.refused('api-key', { address: networkOf(request.ip) });
    return found;
  }

  private async tryPassword(request: ApiRequest, email: string, password: string): Promise<SignedIn | null> {
    const cookie = this.cookies.deviceOf(request);
    const knownDevice = (await this.devices.knowsAddress(email, cookie)) ? (cookie ?? null) : null;
    return this.limit.attempt({ email, address: request.ip, knownDevice }, () =>
      this.identity.verifyPassword(email, password),
    );
  }

  private by<T>(strategy: string, request: ApiRequest, reply: FastifyReply): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const middleware = this.passport.authenticate(
        strategy,
        { session: false },
        (error: unknown, user: T | false | null | undefined) => {
          if (error) reject(error as Error);
          else resolve(user || null);
        },
      ) as (request: unknown, reply: unknown, next: (error?: unknown) => void) => void;
      middleware(request, reply, reject);
    });
  }
}
