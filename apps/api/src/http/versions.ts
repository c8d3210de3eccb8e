import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuseHttp } from './http.refusals.js';
import type { ApiRequest } from './request.js';

/**
 * Reads an If-Match header: `"v3"` is 3. Something that is no ETag of ours is version 0, which no thing has, so the service finds it stale.
 */
export function versionOf(header: string): number {
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim());
  return match ? Number(match[1]) : 0;
}

/** Parameter: the version that the caller saw. Missing: 428; the service answers 412 when it is stale. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<ApiRequest>().headers['if-match'];
    if (header === undefined || header.trim() === '') return refuseHttp('http.if-match-missing');
    return versionOf(header);
  },
  [
    (target, key, _index) => {
      const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
      if (key !== undefined && descriptor)
        ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that you saw', example: '"v3"' })(
          target,
          key,
          descriptor,
        );
    },
  ],
);

/** Says which version an answer shows. */
export function setEtag(reply: FastifyReply, version: number): void {
  reply.header('etag', `"v${version}"`);
}
