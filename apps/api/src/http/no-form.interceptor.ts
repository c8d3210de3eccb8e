import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Observable } from 'rxjs';
import { refuseForm } from '#kernel';
import type { ApiRequest } from './request.js';

const ERRORS_MAX = 50;

/** Where no form is expected, a body has no field: what a person sends in vain is named, as on every form. `{}` is no form either. */
@Injectable()
export class NoFormInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { body } = context.switchToHttp().getRequest<ApiRequest>();
    if (body !== undefined && body !== null && !takesForm(context)) {
      if (typeof body !== 'object' || Array.isArray(body)) refuseForm([{ field: '', code: 'form.wrong-type' }]);
      refuseForm(
        Object.keys(body as object)
          .slice(0, ERRORS_MAX)
          .map((field) => ({ field, code: 'form.unknown-field' })),
      );
    }
    return next.handle();
  }
}

/** By what the handler asks for: each parameter is kept as `kind:position`. */
function takesForm(context: ExecutionContext): boolean {
  const asked = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    object | undefined;
  return Object.keys(asked ?? {}).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
}
