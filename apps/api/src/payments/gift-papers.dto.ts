import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { GIFT_LIMITS, GIFT_PAPER_KINDS } from '#payments';
import { PeriodQuery } from '../http/index.js';

const DAY = { type: String, format: 'date' } as const;
const KOPECKS = { type: 'integer', example: 150000, description: 'In kopecks' } as const;

export class YearQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 2000,
    maximum: 2999,
    example: 2026,
    description: 'This year without it',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;
}

export class CertificateQuery extends YearQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: GIFT_LIMITS.nameMax,
    example: 'Дарина Анна Петровна',
    description: 'The name as it is to stand on the paper',
  })
  @IsOptional()
  @IsString()
  @MaxLength(GIFT_LIMITS.nameMax)
  name?: string;

  @ApiPropertyOptional({ type: String, maxLength: 12, example: '500100732259', description: 'INN of the giver' })
  @IsOptional()
  @IsString()
  @MaxLength(12)
  inn?: string;
}

export class RegisterQuery extends PeriodQuery {}

class SumsAnswer {
  @ApiProperty(KOPECKS) received: number;
  @ApiProperty({ ...KOPECKS, example: 0 }) returned: number;
  @ApiProperty(KOPECKS) total: number;
}

class DonatedAnswer extends SumsAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String, example: 'Тёплый двор' }) name: string;
}

export class DonationsAnswer {
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
  @ApiProperty({ type: [DonatedAnswer], description: 'The largest sum first' }) items: DonatedAnswer[];
}

class FormNameAnswer {
  @ApiProperty({ type: String }) ru: string;
  @ApiProperty({ type: String }) en: string;
}

class RecipientAccountAnswer {
  @ApiProperty({ type: String, example: '041012999' }) bik: string;
  @ApiProperty({ type: String, example: '40703810900000000001' }) number: string;
  @ApiProperty({ type: String }) bankName: string;
  @ApiProperty({ type: String }) correspondent: string;
}

class RecipientAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) shortName: string;
  @ApiProperty({ type: FormNameAnswer }) form: FormNameAnswer;
  @ApiProperty({ type: String, nullable: true }) inn: string | null;
  @ApiProperty({ type: String, nullable: true }) ogrn: string | null;
  @ApiProperty({ type: String, nullable: true }) kpp: string | null;
  @ApiProperty({ type: RecipientAccountAnswer, nullable: true }) account: RecipientAccountAnswer | null;
  @ApiProperty({ type: Boolean }) verified: boolean;
}

class MoneyLineAnswer {
  @ApiProperty({ ...DAY, description: 'When the bank moved it; where that is not known, when it was booked' })
  day: string;
  @ApiProperty({ ...KOPECKS, description: 'In kopecks; what was sent back is negative' }) amount: number;
  @ApiProperty({ type: Boolean }) returned: boolean;
  @ApiProperty({ type: String, nullable: true, example: '17' }) bankNumber: string | null;
}

export class ReceiptAnswer extends SumsAnswer {
  @ApiProperty({ enum: GIFT_PAPER_KINDS }) kind: string;
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) gift: string;
  @ApiProperty({ type: String, description: 'Purpose line of the transfer' }) purpose: string;
  @ApiProperty({ type: String, nullable: true, description: 'Only to the giver, and where they want to be named' })
  giver: string | null;
  @ApiProperty({ type: RecipientAnswer }) organization: RecipientAnswer;
  @ApiProperty({ type: [MoneyLineAnswer] }) lines: MoneyLineAnswer[];
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) verificationCode: string;
}

class CheckedOrganizationAnswer {
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, nullable: true }) inn: string | null;
}

class ContractSumsAnswer {
  @ApiProperty({
    ...KOPECKS,
    nullable: true,
    description: 'As the paper has it; null where that can no longer be told',
  })
  then: number | null;
  @ApiProperty(KOPECKS) now: number;
}

export class GiftPaperCheckAnswer {
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) code: string;
  @ApiProperty({ enum: GIFT_PAPER_KINDS }) kind: string;
  @ApiProperty({
    enum: ['matches', 'changed'],
    description: '`changed`: it was issued so, and something that stands on it is otherwise now',
  })
  status: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Since when' }) changedAt: Date | null;
  @ApiProperty({ type: Boolean, description: 'The period says more now, of other gifts' }) newer: boolean;
  @ApiProperty(DAY) from: string;
  @ApiProperty(DAY) to: string;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ type: String, format: 'date-time' }) issuedAt: Date;
  @ApiProperty({ type: CheckedOrganizationAnswer }) organization: CheckedOrganizationAnswer;
  @ApiProperty({
    type: SumsAnswer,
    nullable: true,
    description: 'As the paper has it; null where that can no longer be told, and of `terms` and `contract`',
  })
  then: SumsAnswer | null;
  @ApiProperty({ type: SumsAnswer, nullable: true, description: 'Null of `terms` and `contract`' })
  now: SumsAnswer | null;
  @ApiProperty({ type: ContractSumsAnswer, nullable: true, description: 'Of `contract`: what it promises' })
  promised: ContractSumsAnswer | null;
}

class TermsSectionAnswer {
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: [String] }) text: string[];
}

class TermsDetailAnswer {
  @ApiProperty({ type: String }) label: string;
  @ApiProperty({ type: String }) value: string;
}

export class DonationTermsAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String }) lead: string;
  @ApiProperty({ type: [TermsSectionAnswer] }) sections: TermsSectionAnswer[];
  @ApiProperty({ type: [TermsDetailAnswer] }) details: TermsDetailAnswer[];
}
