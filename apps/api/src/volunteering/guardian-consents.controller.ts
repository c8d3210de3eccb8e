import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { CONSENT_STATUSES, GuardiansService, RELATIONS, type ConsentView, type Relation } from '#volunteering';
import { ApiErrors, LocaleOf, NotKept } from '../http/index.js';
import { MayBeAbsent } from '../needs/fields.js';

const TOKEN_LENGTH = 100;
const NAME_LENGTH = 120;
const DECISIONS = ['given', 'refused'] as const;
const moment = { type: String, format: 'date-time' } as const;
const words = { type: String, nullable: true } as const;

export class ConsentLinkAnswer {
  @ApiProperty({ type: String, example: 'https://lepta.example.org/consent#…' }) url: string;
}

class LookDto {
  @ApiProperty({ type: String, maxLength: TOKEN_LENGTH, description: 'What stands behind `#` in the link' })
  @IsString()
  @MaxLength(TOKEN_LENGTH)
  token: string;
}

class DecideDto extends LookDto {
  @ApiProperty({ enum: DECISIONS, example: 'given' })
  @IsIn(DECISIONS)
  decision: 'given' | 'refused';

  @ApiPropertyOptional({
    type: String,
    maxLength: NAME_LENGTH,
    example: 'Наталья Викторовна',
    description: 'Who says yes; needed for it. Kept until thirty days after the shift',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(NAME_LENGTH)
  guardian?: string;

  @ApiPropertyOptional({ enum: RELATIONS, example: 'mother', description: 'Needed for a yes' })
  @MayBeAbsent()
  @IsIn(RELATIONS)
  relation?: Relation;
}

class GuardianConsentAnswer {
  @ApiProperty({ type: String, example: 'Гриша' }) child: string;
  @ApiProperty({ type: 'integer', example: 16 }) age: number;
  @ApiProperty({ type: String, example: 'Сложить дрова' }) title: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) organization: string;
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({ type: Boolean, description: 'It has no hour: it is done by `until`' }) anyTime: boolean;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ type: String, example: '3 ч' }) text: string;
  @ApiProperty({ type: String, example: 'zeya' }) place: string;
  @ApiProperty({ type: Boolean }) remote: boolean;
  @ApiProperty({ type: String, example: 'Склад, ворота 2' }) meet: string;
  @ApiProperty(words) risks: string | null;
  @ApiProperty(words) gear: string | null;
  @ApiProperty({ enum: CONSENT_STATUSES, example: 'waiting' }) status: string;
  @ApiProperty(moment) answerUntil: string;
  @ApiProperty({
    enum: DECISIONS,
    isArray: true,
    description: 'What can be said now. A yes can be taken back until the shift begins',
  })
  can: string[];
}

/** The page `/consent#token`, to which a volunteer under 18 sends their guardian: it looks first, and decides when a button is pressed. The token never stands in an address. */
@ApiTags('shifts')
@Controller('guardian-consents')
export class GuardianConsentsController {
  constructor(private readonly guardians: GuardiansService) {}

  @Post('look')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({ summary: 'What a guardian is asked', description: 'Without sign-in; changes nothing.' })
  @ApiOkResponse({ type: GuardianConsentAnswer })
  @ApiErrors('guardian.link-unknown')
  look(@Body() { token }: LookDto, @LocaleOf() locale: 'ru' | 'en'): Promise<ConsentView> {
    return this.guardians.look(token, locale);
  }

  @Post()
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'A guardian says yes or no',
    description: 'Without sign-in. A no gives the place back, without consequence.',
  })
  @ApiOkResponse({ type: GuardianConsentAnswer })
  @ApiErrors('guardian.link-unknown', 'guardian.not-now')
  decide(@Body() { token, ...form }: DecideDto, @LocaleOf() locale: 'ru' | 'en'): Promise<ConsentView> {
    return this.guardians.decide(token, form, locale);
  }
}
