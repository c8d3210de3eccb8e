import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { SHOWN_REPORTS_MAX, ShownReports, type ShownReport } from '#reports';
import { decodeCursor, encodeCursor, LocaleOf, page, PageQuery, type Page } from '../http/index.js';
import { KINDS } from '../needs/needs.dto.js';

class ShownReportsQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: SHOWN_REPORTS_MAX, default: SHOWN_REPORTS_MAX })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(SHOWN_REPORTS_MAX)
  override limit: number = SHOWN_REPORTS_MAX;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Only those of this organization' })
  @IsOptional()
  @IsUUID()
  organization?: string;
}

class ReportedNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ type: String, example: 'relief-heating' }) category: string;
  @ApiProperty({ type: String, example: 'relief' }) sphere: string;
}

class ReportingOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
  @ApiProperty({ type: String, example: 'zeya' }) place: string;
}

class WhatCameAnswer {
  @ApiProperty({ type: 'integer', example: 120 }) received: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: 'integer', example: 3 }) arrivals: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) first: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) last: string | null;
}

class ShownReportAnswer {
  @ApiProperty({ type: ReportedNeedAnswer }) need: ReportedNeedAnswer;
  @ApiProperty({ type: ReportingOrganizationAnswer }) organization: ReportingOrganizationAnswer;
  @ApiProperty({ type: String, example: 'В 14 дворах тепло до конца марта' }) title: string;
  @ApiProperty({ type: String }) outcome: string;
  @ApiProperty({ type: String, format: 'date-time' }) publishedAt: string;
  @ApiProperty({ type: WhatCameAnswer, description: 'From the ledger' }) came: WhatCameAnswer;
}

class ShownReportsAnswer {
  @ApiProperty({ type: [ShownReportAnswer] }) items: ShownReportAnswer[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}

/** What came of the help, for everybody. */
@ApiTags('reports')
@Controller('reports')
export class ShownReportsController {
  constructor(private readonly reports: ShownReports) {}

  @Get()
  @ApiOperation({
    summary: 'Published reports',
    description:
      'Those whose words a moderator has read, of each need its newest version; the newest first. None of private categories, and nobody who gave is named.',
  })
  @ApiOkResponse({ type: ShownReportsAnswer })
  async list(
    @Query() { limit, cursor, organization }: ShownReportsQuery,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<Page<ShownReport>> {
    const after = decodeCursor(cursor, ['time', 'id']);
    const { items, next } = await this.reports.page(
      { limit, after: after && { at: after[0], id: after[1] }, organization: organization ?? null },
      locale,
    );
    return page(items, next && encodeCursor([next.at, next.id]));
  }
}
