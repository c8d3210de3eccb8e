import { CONDITIONS } from '#kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ACCOUNT_CHANGE_STATUSES, ORGANIZATION_STATUSES } from '#organizations';

const VERBS = [
  'edit',
  'submit',
  'change-account',
  'cancel-account-change',
  'invite',
  'edit-contacts',
  'see-papers',
  'see-walk-ins',
  'vouch',
  'decline',
  'return',
  'suspend',
  'reinstate',
] as const;

class WarningAnswer {
  @ApiProperty({ type: String, example: 'account.number' }) field: string;
  @ApiProperty({ enum: ['commercial-account', 'personal-account'] }) code: string;
  @ApiProperty({ type: String, example: 'Счёт начинается с 40702: так открывают счета коммерческим организациям.' })
  sentence: string;
}

export class AccountAnswer {
  @ApiProperty({ type: String, example: '041012999' }) bik: string;
  @ApiProperty({ type: String, example: '40703810900000000001' }) number: string;
  @ApiProperty({ type: String, example: 'ДЕМО-БАНК г. Благовещенск' }) bankName: string;
  @ApiProperty({ type: String, example: '30101810600000000999' }) correspondent: string;
}

export class AccountChangeAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: ACCOUNT_CHANGE_STATUSES, example: 'submitted' }) status: string;
  @ApiProperty({ type: AccountAnswer, nullable: true, description: 'Null where it is the first one' })
  before: AccountAnswer | null;
  @ApiProperty({ type: AccountAnswer }) after: AccountAnswer;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many moderators have approved it; two are needed' })
  signatures: number;
  @ApiProperty({ type: String, format: 'date-time' }) requestedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'A day after the second approval' })
  effectiveAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was returned or cancelled' }) reason: string | null;
}

export class AccountChangesAnswer {
  @ApiProperty({ type: [AccountChangeAnswer] }) items: readonly AccountChangeAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class ContactsAnswer {
  @ApiProperty({ type: String, example: 'Светлана, координатор' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '+7 4162 00-00-17' }) phone: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'svetlana@example.org' }) email: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'с 9:00 до 19:30' }) hours: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: Boolean }) public: boolean;
}

export class OpeningHoursAnswer {
  @ApiProperty({ type: [Number], example: [1, 2, 3, 4, 5], description: '1 is Monday' }) days: readonly number[];
  @ApiProperty({ type: String, example: '09:00' }) from: string;
  @ApiProperty({ type: String, example: '19:30' }) until: string;
}

export class HandOverPointAnswer {
  @ApiProperty({ type: String, example: 'Пункт приёма' }) name: string;
  @ApiProperty({ type: String, example: 'Благовещенск, ул. Образцовая, 1' }) address: string;
  @ApiProperty({ type: [OpeningHoursAnswer] }) hours: readonly OpeningHoursAnswer[];
  @ApiProperty({ type: Boolean }) public: boolean;
}

class OrganizationAcceptsAnswer {
  @ApiProperty({ enum: CONDITIONS, isArray: true, description: 'Empty: any' }) conditions: readonly string[];
  @ApiProperty({ type: [String], example: ['toys'], description: 'Things that are not needed now' })
  notNow: readonly string[];
}

class TrustReasonAnswer {
  @ApiProperty({ enum: ['verified', 'papers', 'history', 'reports'] }) code: string;
  @ApiProperty({ type: Boolean }) holds: boolean;
  @ApiProperty({ type: String, example: 'Модератор проверил карточку.' }) sentence: string;
}

class TrustAnswer {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 3, example: 2 }) level: number;
  @ApiPropertyOptional({ type: [TrustReasonAnswer], description: 'Members and moderators only' })
  reasons?: TrustReasonAnswer[];
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the next level is lost unless it is reported on what was received; members and moderators only',
  })
  fadesAt?: string | null;
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
  @ApiProperty({ type: Boolean, description: 'A group without registration: no numbers, no account, no money' })
  informal: boolean;
  @ApiProperty({ type: Boolean, description: 'A company, an entrepreneur or another body that gives and cannot ask' })
  gives: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when its municipality vouches for it',
  })
  vouchedAt: string | null;
  @ApiProperty({ type: String, nullable: true, required: false, description: 'Who vouched for it; for its officials' })
  vouchedBy?: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2899000017' }) inn: string | null;
  @ApiProperty({ type: String, nullable: true, example: '1992800000015' }) ogrn: string | null;
  @ApiProperty({ type: String, nullable: true, example: '289901001' }) kpp: string | null;
  @ApiProperty({ type: String, example: 'blagoveshchensk' }) place: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verifiedAt: string | null;
  @ApiProperty({ type: TrustAnswer }) trust: TrustAnswer;
  @ApiProperty({
    type: ContactsAnswer,
    nullable: true,
    description: 'To strangers null, unless the organization ticked `public`',
  })
  contacts: ContactsAnswer | null;
  @ApiProperty({ type: [HandOverPointAnswer], description: 'To strangers those that the organization ticked' })
  handOverPoints: HandOverPointAnswer[];
  @ApiProperty({
    type: OrganizationAcceptsAnswer,
    nullable: true,
    description: 'What it says of all its needs for things; null: everything is taken',
  })
  accepts: OrganizationAcceptsAnswer | null;
  @ApiPropertyOptional({ type: AccountAnswer, nullable: true, description: 'Members and moderators only' })
  account?: AccountAnswer | null;
  @ApiPropertyOptional({
    type: AccountChangeAnswer,
    nullable: true,
    description: 'A changed account on its way; members and moderators only',
  })
  accountChange?: AccountChangeAnswer | null;
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Members and moderators only',
  })
  submittedAt?: string | null;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Why it was returned or suspended; members and moderators only',
  })
  returnReason?: string | null;
  @ApiPropertyOptional({ type: [WarningAnswer], description: 'Unusual, not wrong; members and moderators only' })
  warnings?: WarningAnswer[];
  @ApiPropertyOptional({
    type: Boolean,
    description: 'Whether you may offer help in its name; members and moderators only',
  })
  mayOffer?: boolean;
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
  @ApiProperty({
    type: Boolean,
    description: 'A group without registration: neither numbers nor account are asked for',
  })
  informal: boolean;
  @ApiProperty({ type: Boolean, description: 'Gives and does not ask: the account may be left out' }) gives: boolean;
  @ApiProperty({ type: Boolean, description: 'An entrepreneur: INN of 12 digits, OGRNIP of 15, no KPP' })
  ofPerson: boolean;
}

export class LegalFormsAnswer {
  @ApiProperty({ type: [LegalFormAnswer] }) items: readonly LegalFormAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
