import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this an answer fits into one packet anyway. */
const WORTH_IT_FROM = 1024;

/**
 * Answers of words go out packed to clients that take that. The web's files lie packed already (web.ts), event streams write past this,
 * and what comes in is never unpacked: a body is as large as it says.
 */
export async function sendSmaller(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    globalDecompression: false,
    threshold: WORTH_IT_FROM,
    encodings: ['br', 'gzip', 'identity'],
    customTypes: /^(application\/([a-z.]+\+)?json|application\/javascript|text\/(?!event-stream)|image\/svg\+xml)/,
  });
}
