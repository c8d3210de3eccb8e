import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DOCUMENT_KINDS, DOCUMENT_LIMITS, DOCUMENT_STATUSES, type DocumentKind } from '#organizations';
import { ManyLines } from '../http/index.js';

/** The fields beside the file. */
export class DocumentDto {
  @ApiProperty({
    enum: DOCUMENT_KINDS,
    description:
      'charter: устав; registration: ЕГРЮЛ or certificate; authority: who may sign; minutes: of a group’s meeting',
  })
  @IsIn(DOCUMENT_KINDS)
  kind: DocumentKind;

  @ApiProperty({ type: String, example: 'Устав в редакции 2024 года' })
  @IsString()
  @MaxLength(DOCUMENT_LIMITS.titleMax)
  @Matches(/\S/, { context: { code: 'form.required' } })
  title: string;
}

export class DocumentDecisionDto {
  @ApiProperty({ enum: ['accept', 'refuse'] })
  @IsIn(['accept', 'refuse'])
  outcome: 'accept' | 'refuse';

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: DOCUMENT_LIMITS.reasonMax,
    description: 'The organization reads it; needed to refuse',
    example: 'Нет страницы с печатью.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(DOCUMENT_LIMITS.reasonMax)
  @ManyLines()
  reason?: string | null;
}

export class DocumentAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: DOCUMENT_KINDS }) kind: string;
  @ApiProperty({ type: String, example: 'Устав в редакции 2024 года' }) title: string;
  @ApiProperty({
    enum: DOCUMENT_STATUSES,
    description: '`waiting` for a second or so, until the worker has opened it; `accepted` by a moderator',
  })
  status: string;
  @ApiProperty({ type: String, example: 'application/pdf' }) type: string;
  @ApiProperty({ type: 'integer', example: 240_000 }) bytes: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null until it is ready' }) url: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was refused' }) reason: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ enum: ['accept', 'refuse', 'remove'], isArray: true }) can: readonly string[];
}

export class DocumentsAnswer {
  @ApiProperty({ type: [DocumentAnswer] }) items: readonly DocumentAnswer[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them on one page' }) nextCursor:
    string | null;
  @ApiProperty({
    enum: ['attach'],
    isArray: true,
    description: 'What the caller may do beside the verbs of each paper',
  })
  can: readonly string[];
}
