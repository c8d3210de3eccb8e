import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { IdentityModule } from '#identity';
import { IdempotencyStore } from '#platform';
import { AnswerTimes } from './answer-times.js';
import { ConfirmationInterceptor } from './confirmation.interceptor.js';
import { Cookies } from './cookies.js';
import { FormPipe } from './form.pipe.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { NoFormInterceptor } from './no-form.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { SignIn } from './sign-in.js';

/** What stands before every controller. */
@Global()
@Module({
  imports: [IdentityModule],
  providers: [
    AnswerTimes,
    Cookies,
    SignIn,
    IdempotencyStore,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: NoFormInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ConfirmationInterceptor }, // within the other: it sees what was refused, and only once
    { provide: APP_PIPE, useClass: FormPipe },
  ],
  exports: [AnswerTimes, Cookies, SignIn],
})
export class HttpModule {}
