import { Controller, Get, Module, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { ApiErrors } from '../http/index.js';
import { refuseHttp } from '../http/http.refusals.js';

const PATIENCE_MS = 2_000;

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['ok'] } } } })
  live(@Res({ passthrough: true }) reply: FastifyReply): { status: 'ok' } {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The database answers' })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['ok'] } } } })
  @ApiErrors('http.unavailable')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' }> {
    reply.header('cache-control', 'no-store');
    if (!(await this.databaseAnswers())) refuseHttp('http.unavailable');
    return { status: 'ok' };
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tired = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
    const answered = this.source.query('SELECT 1').then(() => true, () => false);
    return Promise.race([answered, tired]).finally(() => clearTimeout(timer));
  }
}

@Module({ controllers: [HealthController] })
export class HealthApiModule {}
