import { Controller, Get, Injectable, Module, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { ApiErrors, decodeCursor, encodeCursor, page, PageQuery, RequireAdministrator, type Page } from '../http/index.js';

export class MailsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'To this person only' })
  @IsOptional() @IsUUID()
  person?: string;
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
  @ApiProperty({ enum: ['ru', 'en'] }) locale: string;
  @ApiProperty() subject: string;
  @ApiProperty() body: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
}

export class MailsAnswer {
  @ApiProperty({ type: [MailAnswer] }) items: MailAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

interface Row extends Omit<MailAnswer, 'person'> {
  person_id: string;
  person_name: string;
  person_email: string;
}

@Injectable()
export class MailQueries {
  constructor(private readonly source: DataSource) {}

  /** Newest first. `after` is the last mail of the page before. */
  async page(limit: number, after: readonly [at: string, id: string] | null, person: string | null): Promise<MailAnswer[]> {
    const rows = (await this.source.query(
      `SELECT m.id, m.person_id, p.name AS person_name, p.email AS person_email, m.template, m.locale, m.subject, m.body,
         to_json(m.created_at) #>> '{}' AS "createdAt", to_json(m.sent_at) #>> '{}' AS "sentAt"
       FROM mails m JOIN people p ON p.id = m.person_id
       WHERE ($2::timestamptz IS NULL OR (m.created_at, m.id) < ($2, $3::uuid)) AND ($4::uuid IS NULL OR m.person_id = $4)
       ORDER BY m.created_at DESC, m.id DESC LIMIT $1`,
      [limit, after?.[0] ?? null, after?.[1] ?? null, person],
    )) as Row[];
    return rows.map(({ person_id: id, person_name: name, person_email: email, ...mail }) => ({ ...mail, person: { id, name, email } }));
  }
}

/** The outbox: without SMTP this is where mails are read. */
@ApiTags('administration')
@Controller('mails')
@RequireAdministrator()
export class MailsController {
  constructor(private readonly mails: MailQueries) {}

  @Get()
  @ApiOperation({ summary: 'The outbox, newest first' })
  @ApiOkResponse({ type: MailsAnswer })
  @ApiErrors('http.administrators-only')
  async list(@Query() query: MailsQuery): Promise<Page<MailAnswer>> {
    const items = await this.mails.page(query.limit, decodeCursor(query.cursor, ['time', 'id']), query.person ?? null);
    const last = items.at(-1);
    return page(items, last && items.length === query.limit ? encodeCursor([last.createdAt, last.id]) : null);
  }
}

@Module({ providers: [MailQueries], controllers: [MailsController] })
export class MailsApiModule {}
