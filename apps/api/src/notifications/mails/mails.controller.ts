import { Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Actor } from '#identity';
import {
  KIND_NAMES,
  MAIL_STATUSES,
  NotificationReadsModule,
  Outbox,
  type MailStatus,
  type OutboxMail,
} from '#notifications';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  NotKept,
  page,
  PageQuery,
  RequireAdministrator,
  RequireInPerson,
  CurrentUser,
  type Page,
} from '../../http/index.js';

export class MailsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'To this person only' })
  @IsOptional()
  @IsUUID()
  person?: string;

  @ApiPropertyOptional({ enum: MAIL_STATUSES })
  @IsOptional()
  @IsIn([...MAIL_STATUSES])
  status?: MailStatus;
}

export class MailPerson {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() email: string;
}

export class MailAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: MailPerson }) person: MailPerson;
  @ApiProperty({ example: 'confirm-email' }) template: string;
  @ApiProperty({ enum: KIND_NAMES }) kind: string;
  @ApiProperty({ enum: ['ru', 'en'] }) locale: string;
  @ApiProperty() subject: string;
  @ApiProperty({ description: 'The text, with the address that its button leads to; tokens of links are hidden' })
  body: string;
  @ApiProperty({
    enum: MAIL_STATUSES,
    description:
      '`new`: not looked at yet; `ready`: waits for the mail server (without SMTP_URL: kept here); `digest`: waits for the mail of the day; `in_digest`: told there; `off`: its reader does not want it',
  })
  status: MailStatus;
  @ApiProperty({ type: 'integer' }) tries: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextTryAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the server said last, or why it is not sent' })
  failedReason: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
  @ApiProperty({ enum: ['retry', 'reveal'], isArray: true }) can: readonly string[];
}

export class RevealedMailAnswer {
  @ApiProperty({ description: 'The text with its links' }) body: string;
}

export class MailsAnswer {
  @ApiProperty({ type: [MailAnswer] }) items: MailAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** The outbox: without SMTP this is where mails are read. Reading it stands in the audit log. */
@ApiTags('administration')
@Controller('mails')
@RequireAdministrator()
export class MailsController {
  constructor(private readonly outbox: Outbox) {}

  @Get()
  @ApiOperation({
    summary: 'The outbox, newest first',
    description: 'Tokens of links are hidden. Who looked, and at which mails, stands in the audit log.',
  })
  @ApiOkResponse({ type: MailsAnswer })
  @ApiErrors('http.administrators-only')
  async list(@CurrentUser() actor: Actor, @Query() query: MailsQuery): Promise<Page<OutboxMail>> {
    const items = await this.outbox.page(actor, {
      limit: query.limit,
      after: decodeCursor(query.cursor, ['time', 'id']),
      person: query.person ?? null,
      status: query.status ?? null,
    });
    const last = items.at(-1);
    return page(items, last && items.length === query.limit ? encodeCursor([last.createdAt, last.id]) : null);
  }

  @Post(':id/retry')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send a failed mail once more' })
  @ApiNoContentResponse()
  @ApiErrors('http.administrators-only', 'mail.not-found', 'mail.not-failed', 'mail.link-gone')
  async retry(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<void> {
    await this.outbox.retry(actor, id);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @NotKept()
  @RequireInPerson()
  @ApiOperation({
    summary: 'The text of one mail with its links, to hand them over',
    description:
      'Only where no mail server is set up, while the link works, and never a link to the account of a moderator, administrator or official. It stands in the audit log, and the person is told.',
  })
  @ApiOkResponse({ type: RevealedMailAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.only-in-person',
    'mail.not-found',
    'mail.no-link',
    'mail.sent-by-server',
    'mail.link-of-staff',
  )
  async reveal(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<RevealedMailAnswer> {
    return { body: await this.outbox.reveal(actor, id) };
  }
}

@Module({ imports: [NotificationReadsModule], controllers: [MailsController] })
export class MailsApiModule {}
