import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { ApiErrors, RequireSignIn, CurrentUser, type ApiRequest } from '../../http/index.js';
import { EventStreams } from './event-streams.js';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly streams: EventStreams) {}

  @Get()
  @RequireSignIn()
  @ApiOperation({
    summary: 'Server-sent events of what concerns you',
    description:
      'Events `offer.proposals`, `need.proposals`, `match.changed`, `need.changed`, `offer.changed`, `notifications.new` with data `{ "id": "…" }`: read the thing anew. ' +
      '`hello` comes at the start and whenever something may have been missed. Nothing is replayed: Last-Event-ID is accepted and not needed.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: 'event: match.changed\ndata: {"id":"018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10"}\n\n',
      },
    },
  })
  @ApiErrors('http.too-many-streams')
  listen(@Req() request: ApiRequest, @Res() reply: FastifyReply, @CurrentUser() actor: Actor): void {
    this.streams.checkRoom(actor.personId);
    const out = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) out.setHeader(name, value);
    reply.hijack();
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    this.streams.open(
      out,
      actor,
      request.apiKeyId
        ? { sessionId: null, apiKeyId: request.apiKeyId }
        : { sessionId: request.session.sessionId, apiKeyId: null },
    );
  }
}

@Module({ providers: [EventStreams], controllers: [EventsController], exports: [EventStreams] })
export class EventsApiModule {}
