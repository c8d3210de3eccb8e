import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import { IdentityService } from '#identity';
import { Refusal } from '#kernel';
import type { ApiRequest } from './request.js';

/** A person who is refused because their address was never confirmed is sent the mail that confirms it, at whichever door it was; the refusal stays what it is. */
@Injectable()
export class ConfirmationInterceptor implements NestInterceptor {
  constructor(private readonly identity: IdentityService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<ApiRequest>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        if (actor && error instanceof Refusal && error.code === 'person.unconfirmed')
          await this.identity.askToConfirm(actor.personId);
        throw error;
      }),
    );
  }
}
