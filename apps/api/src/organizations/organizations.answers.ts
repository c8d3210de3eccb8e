import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ORGANIZATION_STATUSES } from '#organizations';
import { AccountDto } from './organizations.dto.js';

const VERBS = ['edit', 'submit', 'suspend', 'reinstate'] as const;

class WarningAnswer {
  @ApiProperty({ type: String, example: 'account.number' }) field: string;
  @ApiProperty({ enum: ['commercial-account', 'personal-account'] }) code: string;
  @ApiProperty({ type: String, example: 'Счёт начинается с 40702: так открывают счета коммерческим организациям.' }) sentence: string;
}

/** The shape of `OrganizationView`, for OpenAPI. */
export class OrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 3, description: 'The number in the ETag' }) version: number;
  @ApiProperty({ enum: ORGANIZATION_STATUSES, example: 'verified' }) status: string;
  @ApiProperty({ type: String, example: 'Автономная некоммерческая организация «Пример помощи»' }) name: string;
  @ApiProperty({ type: String, example: 'АНО «Пример помощи»' }) shortName: string;
  @ApiProperty({ type: String, example: 'ano' }) form: string;
  @ApiProperty({ type: String, example: 'Автономная некоммерческая организация' }) formName: string;
  @ApiProperty({ type: String, example: '2899000017' }) inn: string;
  @ApiProperty({ type: String, example: '1992800000015' }) ogrn: string;
  @ApiProperty({ type: String, nullable: true, example: '289901001' }) kpp: string | null;
  @ApiProperty({ type: String, example: 'blagoveshchensk' }) place: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verifiedAt: string | null;
  @ApiPropertyOptional({ type: AccountDto, description: 'Members and moderators only' }) account?: AccountDto;
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Members and moderators only' }) submittedAt?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Why it was returned or suspended; members and moderators only' }) returnReason?: string | null;
  @ApiPropertyOptional({ type: [WarningAnswer], description: 'Unusual, not wrong; members and moderators only' }) warnings?: WarningAnswer[];
  @ApiProperty({ enum: VERBS, isArray: true, example: ['edit', 'submit'] }) can: string[];
}

export class OrganizationsAnswer {
  @ApiProperty({ type: [OrganizationAnswer] }) items: readonly OrganizationAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class LegalFormAnswer {
  @ApiProperty({ type: String, example: 'ano' }) code: string;
  @ApiProperty({ type: String, example: 'Автономная некоммерческая организация' }) name: string;
  @ApiProperty({ type: String, example: 'Автономная некоммерческая организация' }) nameRu: string;
  @ApiProperty({ type: String, example: 'Autonomous non-profit organization' }) nameEn: string;
}

export class LegalFormsAnswer {
  @ApiProperty({ type: [LegalFormAnswer] }) items: readonly LegalFormAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
