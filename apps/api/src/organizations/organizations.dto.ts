import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DETAIL_LIMITS, POINT_LIMITS } from '#organizations';
import { atLeast, PageQuery, ManyLines, Unseen } from '../http/index.js';
import { HandOverPointDto, OrganizationAcceptsDto, OrganizationContactsDto } from './contacts.dto.js';

const REASON_MAX = 2000;

export class AccountDto {
  @ApiProperty({ type: String, maxLength: DETAIL_LIMITS.identifier, example: '041012999' })
  @IsString()
  @MaxLength(DETAIL_LIMITS.identifier)
  bik: string;

  @ApiProperty({
    type: String,
    maxLength: DETAIL_LIMITS.identifier,
    example: '40703810900000000001',
    description: 'Its key is checked against the BIK; spaces are allowed',
  })
  @IsString()
  @MaxLength(DETAIL_LIMITS.identifier)
  number: string;

  @ApiProperty({ type: String, ...atLeast(DETAIL_LIMITS.bankNameMin), example: 'ДЕМО-БАНК г. Благовещенск' })
  @IsString()
  @MaxLength(DETAIL_LIMITS.bankName)
  bankName: string;

  @ApiProperty({ type: String, maxLength: DETAIL_LIMITS.identifier, example: '30101810600000000999' })
  @IsString()
  @MaxLength(DETAIL_LIMITS.identifier)
  correspondent: string;
}

export class CreateOrganizationDto {
  @ApiProperty({
    type: String,
    ...atLeast(DETAIL_LIMITS.nameMin),
    example: 'Автономная некоммерческая организация «Пример помощи»',
  })
  @IsString()
  @MaxLength(DETAIL_LIMITS.name)
  name: string;

  @ApiProperty({ type: String, ...atLeast(DETAIL_LIMITS.shortNameMin), example: 'АНО «Пример помощи»' })
  @IsString()
  @MaxLength(DETAIL_LIMITS.shortName)
  shortName: string;

  @ApiProperty({
    type: String,
    maxLength: DETAIL_LIMITS.form,
    example: 'ano',
    description: 'A code of /organization-forms or the usual abbreviation',
  })
  @IsString()
  @MaxLength(DETAIL_LIMITS.form)
  form: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: DETAIL_LIMITS.identifier,
    example: '2899000017',
    description: 'Required, except for a group without registration, which has none',
  })
  @IsOptional()
  @IsString()
  @MaxLength(DETAIL_LIMITS.identifier)
  inn?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: DETAIL_LIMITS.identifier,
    example: '1992800000015',
    description: 'Like `inn`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(DETAIL_LIMITS.identifier)
  ogrn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: DETAIL_LIMITS.identifier, example: '289901001' })
  @IsOptional()
  @IsString()
  @MaxLength(DETAIL_LIMITS.identifier)
  kpp?: string | null;

  @ApiProperty({ type: String, maxLength: DETAIL_LIMITS.place, example: 'blagoveshchensk' })
  @IsString()
  @MaxLength(DETAIL_LIMITS.place)
  place: string;

  @ApiPropertyOptional({ type: AccountDto, nullable: true, description: 'Like `inn`' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AccountDto)
  account?: AccountDto | null;
}

/** Fields that are left out stay as they are; `account`, `contacts` and `handOverPoints` are replaced as a whole. */
export class EditOrganizationDto extends PartialType(CreateOrganizationDto, { skipNullProperties: false }) {
  @ApiPropertyOptional({
    type: OrganizationContactsDto,
    nullable: true,
    description:
      'Read by those with whom something is agreed; null takes them away. Owners and coordinators, in every status',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganizationContactsDto)
  contacts?: OrganizationContactsDto | null;

  @ApiPropertyOptional({
    type: [HandOverPointDto],
    maxItems: POINT_LIMITS.points,
    description: 'Owners and coordinators, in every status',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(POINT_LIMITS.points)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => HandOverPointDto)
  handOverPoints?: HandOverPointDto[];

  @ApiPropertyOptional({
    type: OrganizationAcceptsDto,
    nullable: true,
    description: 'Of all its needs for things; owners and coordinators, in every status. Null: everything is taken',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OrganizationAcceptsDto)
  accepts?: OrganizationAcceptsDto | null;
}

export class OrganizationsQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: DETAIL_LIMITS.place,
    example: 'amur-oblast',
    description: 'A region means all places in it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(DETAIL_LIMITS.place)
  place?: string;

  @ApiPropertyOptional({ type: String, maxLength: 100, example: 'помощь', description: 'Part of the name' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Unseen()
  q?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Those that the caller belongs to, in whatever state; all on one page, other filters do not apply',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'Groups without registration that wait for the caller, an official, to vouch for them; all on one page, other filters do not apply',
  })
  @ValidateIf((_, value: unknown) => value !== undefined)
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  toVouch?: boolean;
}

export class VouchDto {
  @ApiProperty({ enum: ['vouch', 'decline'], example: 'vouch' })
  @IsIn(['vouch', 'decline'])
  outcome: 'vouch' | 'decline';

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: REASON_MAX,
    example: 'Такой группы во дворе нет.',
    description: 'The group reads it; needed to decline',
  })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  @ManyLines()
  reason?: string | null;
}

export class ReasonDto {
  @ApiProperty({
    type: String,
    maxLength: REASON_MAX,
    example: 'Отчёты не приходят три месяца.',
    description: 'The organization reads it',
  })
  @IsString()
  @MaxLength(REASON_MAX)
  @ManyLines()
  @Matches(/\S/, { context: { code: 'organization.reason-needed' } })
  reason: string;
}
