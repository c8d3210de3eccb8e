import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { CARD_STATES, CARD_VERBS, GIFT_PROVIDERS, MISSING_KINDS } from '#payments';

export class CardSessionAnswer {
  @ApiProperty({ type: String, description: 'Opens this one payment in Stripe’s Payment Element' })
  clientSecret: string;
  @ApiProperty({ type: String, example: 'pk_live_51…' }) publishableKey: string;
}

export class GiftProvidersAnswer {
  @ApiProperty({ enum: GIFT_PROVIDERS, isArray: true, description: 'By which ways money can be given here now' })
  items: string[];
}

export class CardAccountAnswer {
  @ApiProperty({
    enum: CARD_STATES,
    description:
      '`begun`: the form at Stripe is not whole; `checked`: Stripe looks at it; `ready`: cards are taken; `stopped`: Stripe asks for something first',
  })
  state: string;
  @ApiProperty({ type: String, nullable: true, example: 'KZ' }) country: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'kzt' }) currency: string | null;
  @ApiProperty({ type: Boolean, description: 'Whether Stripe pays out to its bank' }) payouts: boolean;
  @ApiProperty({ enum: MISSING_KINDS, isArray: true, description: 'What Stripe still asks for' }) missing: string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When Stripe said so' })
  lookedAt: Date | null;
  @ApiProperty({ enum: CARD_VERBS, isArray: true }) can: string[];
}

export class CardLinkDto {
  @ApiPropertyOptional({
    type: String,
    minLength: 2,
    maxLength: 2,
    pattern: '^[A-Z]{2}$',
    example: 'KZ',
    description: 'Where the organization is registered; said once, left out: the country of the installation',
  })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Z]{2}$/, { context: { code: 'card.no-such-country' } })
  country?: string;
}

export class CardLinkAnswer {
  @ApiProperty({ type: String, format: 'uri', description: 'A page of Stripe that opens once' }) url: string;
}

class CardEntryAnswer {
  @ApiProperty({ type: String, example: 're_3Q', description: 'Stripe’s id of it' }) id: string;
  @ApiProperty({
    enum: [
      'payment',
      'refund',
      'refund-failed',
      'dispute',
      'dispute-won',
      'fee',
      'dispute-fee',
      'payout',
      'payout-failed',
    ],
  })
  kind: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: 'integer', example: 150000 }) amount: number;
  @ApiProperty({ type: String, example: 'rub' }) currency: string;
  @ApiProperty({ type: String, nullable: true, example: 'LP-7K3F-9TRB-3', description: 'Null: a payout' }) gift:
    string | null;
  @ApiProperty({ type: 'integer', description: 'What of it the books could not follow, since it was spent' })
  missing: number;
}

export class CardEntriesAnswer {
  @ApiProperty({ type: [CardEntryAnswer] }) items: CardEntryAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class CardDifferenceAnswer {
  @ApiProperty({
    enum: ['stripe', 'here', 'books'],
    description:
      '`stripe`: Stripe has it, nothing here does; `here`: it is noted here, and Stripe does not know it; `books`: the books could not follow it',
  })
  side: string;
  @ApiProperty({ type: String, example: 'pi_3Q' }) id: string;
  @ApiPropertyOptional({
    type: String,
    example: 'acct_1',
    description: 'Of an organization at Stripe, where nothing here says whose it is',
  })
  account?: string;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ type: String, example: 'rub' }) currency: string;
}

class StandingDifferenceAnswer extends CardDifferenceAnswer {
  @ApiProperty({ type: String, format: 'date', description: 'The first night that found it' }) since: string;
  @ApiProperty({ type: String, nullable: true, example: 'LP-7K3F-9TRB-3' }) gift: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) organization: string | null;
  @ApiProperty({ type: String, nullable: true }) organizationName: string | null;
}

export class CardDifferencesAnswer {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: they were never compared' })
  comparedAt: Date | null;
  @ApiProperty({ type: Boolean, description: 'They are compared again within minutes' }) again: boolean;
  @ApiProperty({ type: 'integer', description: 'Payments that Stripe was asked about' }) looked: number;
  @ApiProperty({ type: 'integer', description: 'Entries that events had not brought' }) mended: number;
  @ApiProperty({ type: [StandingDifferenceAnswer] }) items: StandingDifferenceAnswer[];
}

class CardReconciliationAnswer {
  @ApiProperty({ type: String, format: 'date' }) day: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) doneAt: Date | null;
  @ApiProperty({ type: 'integer', description: 'Payments that Stripe was asked about' }) looked: number;
  @ApiProperty({ type: 'integer', description: 'Entries that events had not brought' }) mended: number;
  @ApiProperty({ type: [CardDifferenceAnswer] }) differences: CardDifferenceAnswer[];
}

export class CardReconciliationsAnswer {
  @ApiProperty({ type: [CardReconciliationAnswer] }) items: CardReconciliationAnswer[];
}

export class StoredEventAnswer {
  @ApiProperty({ type: Boolean }) received: boolean;
}
