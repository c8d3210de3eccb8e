import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { PageQuery } from '../../http/index.js';

/** Both or neither: the entries about one thing. */
export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, maxLength: 40, example: 'need' })
  @ValidateIf((query: AuditQuery) => query.subjectType !== undefined || query.subjectId !== undefined)
  @IsString()
  @MaxLength(40)
  subjectType?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @ValidateIf((query: AuditQuery) => query.subjectType !== undefined || query.subjectId !== undefined)
  @IsUUID()
  subjectId?: string;
}

class AuditPerson {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

class AuditSubject {
  @ApiProperty({ type: String, example: 'need' }) type: string;
  @ApiProperty({ type: String }) id: string;
  @ApiProperty({ type: Boolean, description: 'Of a need or an organization: you have a page of it' }) page: boolean;
}

/** The shape of `AuditView`, for OpenAPI. */
export class AuditEntryAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: AuditPerson, nullable: true, description: 'null: the system itself' })
  person: AuditPerson | null;
  @ApiProperty({ type: String, example: 'review.approve' }) action: string;
  @ApiProperty({ type: AuditSubject }) subject: AuditSubject;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) data: Readonly<Record<string, unknown>>;
}

export class AuditLogAnswer {
  @ApiProperty({ type: [AuditEntryAnswer] }) items: readonly AuditEntryAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
