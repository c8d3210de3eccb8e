import { Controller, Get, Module, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { AuditLogQueries, ModerationModule, type AuditView } from '#moderation';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  page,
  RequireSignIn,
  CurrentUser,
  type Page,
} from '../../http/index.js';
import { AuditLogAnswer, AuditQuery } from './audit.dto.js';

@ApiTags('reviews')
@Controller('audit-log')
@RequireSignIn()
export class AuditController {
  constructor(private readonly log: AuditLogQueries) {}

  @Get()
  @ApiOperation({ summary: 'Who decided what, newest first', description: 'For moderators and administrators.' })
  @ApiOkResponse({ type: AuditLogAnswer })
  @ApiErrors('review.moderators-only')
  async list(@CurrentUser() actor: Actor, @Query() query: AuditQuery): Promise<Page<AuditView>> {
    const cursor = decodeCursor(query.cursor, ['time', 'id']);
    const subject =
      query.subjectType !== undefined && query.subjectId !== undefined
        ? { type: query.subjectType, id: query.subjectId }
        : null;
    const { items, next } = await this.log.page(actor, {
      limit: query.limit,
      after: cursor && { at: cursor[0], id: cursor[1] },
      subject,
    });
    return page(items, next && encodeCursor([next.at, next.id]));
  }
}

@Module({ imports: [ModerationModule], controllers: [AuditController] })
export class AuditApiModule {}
