import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NEED_STATUSES } from '#needs';
import { PhotoAnswer } from '../photos/photos.answers.js';
import { KINDS } from './needs.dto.js';
import { AcceptedThingsAnswer } from './things.dto.js';

/** Shapes of the answers, for OpenAPI; the objects themselves are the views of the libs. */
export class AmountAnswer {
  @ApiProperty({ type: 'integer', example: 10 }) amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
}

class NeedBalanceAnswer {
  @ApiProperty({ type: 'integer', example: 120 }) required: number;
  @ApiProperty({ type: 'integer', example: 22 }) open: number;
  @ApiProperty({ type: 'integer', example: 50 }) reserved: number;
  @ApiProperty({ type: 'integer', example: 48 }) received: number;
  @ApiProperty({ type: String, example: 'pcs', description: 'The base unit: kopeck, minute, gram, pcs ...' })
  unit: string;
}

class NeedOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'Автономная некоммерческая организация «Тепло рядом»' }) name: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ enum: ['draft', 'submitted', 'verified', 'returned', 'suspended'] }) status: string;
}

class BudgetLineAnswer {
  @ApiProperty({ type: String, example: 'Доставка, 12 рейсов' }) what: string;
  @ApiProperty({ type: 'integer', example: 2_520_000 }) amount: number;
}

class PendingEditAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiPropertyOptional({ type: String }) title?: string;
  @ApiPropertyOptional({ type: String }) description?: string;
  @ApiPropertyOptional({ type: String }) category?: string;
  @ApiPropertyOptional({ type: String }) place?: string;
  @ApiPropertyOptional({ type: Boolean }) remote?: boolean;
  @ApiPropertyOptional({ type: 'integer', nullable: true }) beneficiaries?: number | null;
  @ApiPropertyOptional({ type: [String] }) beneficiaryGroups?: string[];
  @ApiPropertyOptional({ type: 'integer', description: "In the balance's unit" }) required?: number;
  @ApiPropertyOptional({ type: [BudgetLineAnswer], nullable: true }) budget?: BudgetLineAnswer[] | null;
  @ApiPropertyOptional({ type: [String], description: 'Ids of photos that everybody would see' }) photos?: string[];
}

class ShutInNeedAnswer {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'How many places have `•••` in the place of their words' })
  count: number;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The case in which they are opened: `PUT /reviews/{id}/look`',
  })
  reviewId: string | null;
}

export class NeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ type: 'integer', example: 3, description: 'The number in the ETag' }) version: number;
  @ApiProperty({ enum: NEED_STATUSES, example: 'partly_met' }) status: string;
  @ApiProperty({ enum: KINDS, example: 'goods' }) kind: string;
  @ApiProperty({ type: String, example: 'relief-household' }) category: string;
  @ApiProperty({ type: String, example: 'relief' }) sphere: string;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
  @ApiProperty({ type: String }) description: string;
  @ApiProperty({ type: Boolean, description: 'Title, text, exact place and small counts are kept from this reader' })
  discreet: boolean;
  @ApiProperty({ type: NeedOrganizationAnswer }) organization: NeedOrganizationAnswer;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: Boolean }) remote: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) from: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) deadline: string;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5, example: 4 }) urgency: number;
  @ApiProperty({ type: 'integer', nullable: true, example: 40 }) beneficiaries: number | null;
  @ApiProperty({ type: [String] }) beneficiaryGroups: string[];
  @ApiProperty({ type: [String] }) skills: string[];
  @ApiProperty({ type: Boolean, description: 'The organization can keep it cold' }) coldChain: boolean;
  @ApiProperty({
    type: [BudgetLineAnswer],
    nullable: true,
    description: "What the money is for; the lines add up to what is asked for, in the balance's unit",
  })
  budget: BudgetLineAnswer[] | null;
  @ApiProperty({
    type: AcceptedThingsAnswer,
    nullable: true,
    description: 'What it takes, as its author said it; null: everything',
  })
  accepts: AcceptedThingsAnswer | null;
  @ApiProperty({
    type: AcceptedThingsAnswer,
    nullable: true,
    description: 'The same together with what the organization says of all its needs: what proposals go by',
  })
  takes: AcceptedThingsAnswer | null;
  @ApiProperty({ type: Boolean }) autoAccept: boolean;
  @ApiProperty({ type: String, example: 'pcs', description: 'The unit as the author said it' }) unit: string;
  @ApiProperty({ type: AmountAnswer, nullable: true, description: 'What one of `unit` holds' })
  each: AmountAnswer | null;
  @ApiProperty({ type: AmountAnswer, description: 'Smallest useful part' }) minQuantity: AmountAnswer;
  @ApiProperty({ type: NeedBalanceAnswer, description: 'As it is now; required = open + reserved + received' })
  balance: NeedBalanceAnswer;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) openedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) freshUntil: string | null;
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when a report is owed; null: none is. Members and moderators only',
  })
  reportDueAt?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Members and moderators only' }) returnReason?:
    string | null;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'The description that the moderator proposed with the return. Members and moderators only',
  })
  suggestedText?: string | null;
  @ApiPropertyOptional({
    type: PendingEditAnswer,
    nullable: true,
    description: 'What waits for review; members and moderators only',
  })
  pendingEdit?: PendingEditAnswer | null;
  @ApiProperty({
    type: [PhotoAnswer],
    description: 'In their order; of a need whose text is kept from this reader none',
  })
  photos: PhotoAnswer[];
  @ApiProperty({
    type: ShutInNeedAnswer,
    nullable: true,
    description:
      'To moderators: who is named beside an illness where it is not public yet, closed until they look. Null: nothing is closed',
  })
  shut: ShutInNeedAnswer | null;
  @ApiProperty({
    enum: ['edit', 'submit', 'withdraw', 'renew', 'close', 'plan-shift', 'give', 'report'],
    isArray: true,
    description: 'What the caller could do now',
  })
  can: string[];
}

class DuplicateOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
}

class DuplicateAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
  @ApiProperty({ enum: NEED_STATUSES, example: 'open' }) status: string;
  @ApiProperty({ type: DuplicateOrganizationAnswer }) organization: DuplicateOrganizationAnswer;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: String, format: 'date-time' }) deadline: string;
  @ApiProperty({ enum: ['same-organization', 'same-place'] }) why: string;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, example: 72, description: 'How alike the titles are' })
  likeness: number;
}

export class DuplicatesAnswer {
  @ApiProperty({ type: [DuplicateAnswer] }) items: DuplicateAnswer[];
}

export class DraftedNeedAnswer extends NeedAnswer {
  @ApiProperty({ type: [DuplicateAnswer], description: 'Needs that may be the same: a warning, never a bar' })
  duplicates: DuplicateAnswer[];
}

class NeedCountAnswer {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000, example: 58 }) needs: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 41,
    description: 'Of how many organizations; null where there are more needs than are counted',
  })
  organizations: number | null;
  @ApiProperty({ type: Boolean, description: 'There are more: a thousand are counted' }) more: boolean;
}

export class NeedsAnswer {
  @ApiProperty({ type: [NeedAnswer] }) items: NeedAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiPropertyOptional({ type: NeedCountAnswer, description: 'With `count=true`: of the whole list' })
  count?: NeedCountAnswer;
}

/** One transfer, seen from one account. */
export class EntryAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: String, example: 'delivery' }) kind: string;
  @ApiProperty({ enum: ['held', 'posted', 'voided'] }) state: string;
  @ApiProperty({ type: 'integer', description: 'Of what was handed over and voided: lost on the way' }) lost: number;
  @ApiProperty({ type: 'integer', description: 'Of what was handed over and voided: back with its giver' })
  returned: number;
  @ApiProperty({ type: 'integer', example: 48, description: 'Into the need or offer is positive' }) amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) match: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Pseudonym of the person who did it' }) by:
    string | null;
}

export class EntriesAnswer {
  @ApiProperty({ type: [EntryAnswer] }) items: EntryAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
