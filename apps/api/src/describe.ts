import 'reflect-metadata';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Env } from '#host';
import { ApiModule } from './api.module.js';
import { openApiDocument } from './http/openapi.js';
import { nameAddresses } from './http/server.js';

/**
 * The description of the API as /api/openapi.json gives it, without a database: nothing of the application is made or runs.
 * @throws where two forms or answers share a name, so that the description would show one of them for both
 */
export async function describedApi(): Promise<OpenAPIObject> {
  const doubts: string[] = [];
  const hear = (words: unknown): void => void doubts.push(String(words));
  const silent = (): void => undefined;
  const app = await NestFactory.create(
    ApiModule.of(
      new Env({
        DATABASE_URL: 'postgres://nobody@nowhere/none',
        SESSION_SECRET: 'nobody signs in to a description'.padEnd(40),
        LOG_LEVEL: 'silent',
      }),
    ),
    new FastifyAdapter(),
    { preview: true, logger: { log: silent, warn: hear, error: hear } },
  );
  nameAddresses(app);
  const document = openApiDocument(app);
  const twice = doubts.filter((words) => words.includes('Duplicate DTO'));
  if (twice.length > 0) throw new Error(twice.join('\n'));
  return document;
}
