import { ApiExtension } from '@nestjs/swagger';

/** The OpenAPI extension under which an operation keeps the codes it can answer with; `openapi.ts` turns them into responses. */
export const ERROR_CODES = 'x-error-codes';

/** Documents which refusals an operation can answer with, beside those that its shape implies (sign-in, form, If-Match, keys). */
export function ApiErrors(...codes: string[]): MethodDecorator {
  return ApiExtension(ERROR_CODES, codes) as MethodDecorator;
}
