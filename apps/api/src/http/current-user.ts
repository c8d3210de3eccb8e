import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import { isAdministrator, refuseAccount, refuseIdentity, type Actor } from '#identity';
import { refuseHttp } from './http.refusals.js';
import type { ApiRequest } from './request.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ApiRequest>();

@Injectable()
export class SignInGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (requestOf(context).actor === null) refuseIdentity('identity.sign-in-first');
    return true;
  }
}

export class InPersonGuard implements CanActivate {
  constructor(private readonly refuse: () => never) {}

  canActivate(context: ExecutionContext): boolean {
    if (requestOf(context).actor?.via !== 'web') this.refuse();
    return true;
  }
}

@Injectable()
export class AdministratorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (!isAdministrator(requestOf(context).actor)) refuseHttp('http.administrators-only');
    return true;
  }
}

/** On a method or controller: 401 for visitors, before the form is read. */
export function RequireSignIn(): MethodDecorator & ClassDecorator {
  return applyDecorators(UseGuards(SignInGuard), ApiCookieAuth(), ApiBearerAuth());
}

/** On a method or controller: 401 for visitors, 403 for programs with a key, before the form is read: what only a person may do who signed in. */
export function RequireInPerson(
  refuse: () => never = () => refuseAccount('identity.only-in-person'),
): MethodDecorator & ClassDecorator {
  return applyDecorators(UseGuards(SignInGuard, new InPersonGuard(refuse)), ApiCookieAuth());
}

/** On a method or controller: 401 for visitors, 403 for everybody but administrators, before the form is read. */
export function RequireAdministrator(): MethodDecorator & ClassDecorator {
  return applyDecorators(UseGuards(SignInGuard, AdministratorGuard), ApiCookieAuth(), ApiBearerAuth());
}

/** Parameter: who asks, null for a visitor. */
export const CurrentUserOrVisitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => requestOf(context).actor,
);

/** Parameter: who asks, under `@RequireSignIn()`. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    requestOf(context).actor ?? refuseIdentity('identity.sign-in-first'),
);
