import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isId } from '#kernel';
import type { ApiRequest } from './request.js';

/** RFC 9562 nil: no thing ever has it, so a client that looks it up answers "not found" in the words of their own noun. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Path parameter: an id. A malformed one becomes the id that nothing has, so that malformed and unknown answer alike. */
export const Id = createParamDecorator(
  (name: string, context: ExecutionContext): string => {
    const value = (context.switchToHttp().getRequest<ApiRequest>().params as Record<string, string>)[name];
    return isId(value) ? value.toLowerCase() : NO_ID;
  },
  [
    (target, key, _index) => {
      const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
      if (key !== undefined && descriptor)
        ApiParam({ name: 'id', type: String, format: 'uuid' })(target, key, descriptor);
    },
  ],
);
