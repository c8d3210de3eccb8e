import fastifyCookie from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LINK_DAYS } from '#identity';
import { Env } from '#host';
import type { ApiRequest } from './request.js';

export interface CookieOptions {
  readonly path: string;
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
}

interface Kept {
  readonly name: string;
  readonly options: CookieOptions;
}

/** Browsers keep no cookie longer. */
const DEVICE_DAYS = 400;
const DAY_SECONDS = 86_400;
/** The web's script takes it away where it runs (apps/web/src/features/identity/api/session.ts). */
export const PLAIN_MARK = 'lepta-plain';

/**
 * Names and places of our cookies. Behind https they have the prefix `__Host-`: a browser takes them over TLS alone, for this host alone, so that
 * neither a subdomain nor an attacker on the line can plant one. That asks for the path `/`; without TLS those that no page needs go to the API alone.
 */
@Injectable()
export class Cookies {
  readonly secure: boolean;
  readonly session: Kept;
  /** By it a browser is known again; it says nothing and opens nothing. */
  readonly device: Kept;
  /** Says that a person has registered from this browser, so that the link of the mail needs no password when it is opened here; opens nothing by itself. */
  readonly registration: Kept;
  private readonly signer: { sign(value: string): string };

  constructor(env: Env) {
    this.secure = new URL(env.PUBLIC_URL).protocol === 'https:';
    this.session = this.kept('lepta_session', '/');
    this.device = this.kept('lepta_device', '/api/v1/session');
    this.registration = this.kept('lepta_registration', '/api');
    this.signer = new fastifyCookie.Signer(env.SESSION_SECRET as string);
  }

  /** Sends the cookie of a session whose id is new. */
  keepSession(reply: FastifyReply, sid: string, expires: Date): void {
    reply.setCookie(this.session.name, this.signer.sign(sid), { ...this.session.options, expires });
  }

  dropSession(reply: FastifyReply): void {
    reply.clearCookie(this.session.name, this.session.options);
  }

  /** Says that the person signed in here does without scripts: their pages are drawn by the server. It opens nothing. */
  keepPlain(reply: FastifyReply, seconds: number): void {
    reply.setCookie(PLAIN_MARK, seconds > 0 ? '1' : '', {
      path: '/',
      sameSite: 'lax',
      secure: this.secure,
      maxAge: seconds,
    });
  }

  deviceOf(request: ApiRequest): string | undefined {
    return request.cookies[this.device.name];
  }

  keepDevice(reply: FastifyReply, value: string, now: Date): void {
    reply.setCookie(this.device.name, value, {
      ...this.device.options,
      expires: new Date(now.getTime() + DEVICE_DAYS * DAY_SECONDS * 1_000),
    });
  }

  /** @param path where the cookie goes without TLS */
  registrationOf(request: ApiRequest): string | undefined {
    return request.cookies[this.registration.name];
  }

  keepRegistration(reply: FastifyReply, value: string, now: Date): void {
    reply.setCookie(this.registration.name, value, {
      ...this.registration.options,
      expires: new Date(now.getTime() + LINK_DAYS * DAY_SECONDS * 1_000),
    });
  }

  private kept(name: string, path: string): Kept {
    const options = { httpOnly: true, sameSite: 'lax', secure: this.secure } as const;
    return this.secure
      ? { name: `__Host-${name}`, options: { ...options, path: '/' } }
      : { name, options: { ...options, path } };
  }
}
