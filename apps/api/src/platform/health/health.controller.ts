import { Controller, Get, Module, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readiness } from '#platform';
import { ApiErrors } from '../../http/index.js';
import { refuseHttp } from '../../http/http.refusals.js';

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @ApiOperation({
    summary: 'The process runs',
    description: 'A process that does not answer this should be started again.',
  })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['ok'] } } } })
  live(@Res({ passthrough: true }) reply: FastifyReply): { status: 'ok' } {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Requests can be sent here',
    description:
      'Not while the process stops (`params.reason` `stopping`), its database does not answer (`database`), lacks tables that this version needs (`migrations`) has no room left to write (`disk`) or what other processes say is not heard here (`listen`).',
  })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['ok'] } } } })
  @ApiErrors('http.unavailable')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' }> {
    reply.header('cache-control', 'no-store');
    const reason = await this.readiness.whyNot();
    if (reason) refuseHttp('http.unavailable', { reason });
    return { status: 'ok' };
  }
}

@Module({ controllers: [HealthController] })
export class HealthApiModule {}
