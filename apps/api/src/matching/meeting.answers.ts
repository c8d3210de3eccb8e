import { ApiProperty, OmitType } from '@nestjs/swagger';
import { LOST_REASONS, REFUSED_REASONS, SLOT_PLACES } from '#matching';
import { AccountAnswer, HandOverPointAnswer } from '../organizations/organizations.answers.js';
import { MatchAnswer } from './matches.answers.js';

const text = { type: String, nullable: true } as const;
const moment = { type: String, format: 'date-time' } as const;
const SIDES = ['donor', 'organization'] as const;

export class ContactAnswer {
  @ApiProperty({ ...text, example: 'Анна' }) name: string | null;
  @ApiProperty({ ...text, example: '+7 914 000-00-17' }) phone: string | null;
  @ApiProperty({ ...text, example: 'anna@example.org' }) email: string | null;
  @ApiProperty({ ...text, example: 'с 9:00 до 19:30', description: 'When to call' }) hours: string | null;
  @ApiProperty({ ...text, example: 'после шести' }) note: string | null;
}

export class HandOverAnswer {
  @ApiProperty({ type: 'integer', example: 3, description: 'Grows with every change' }) sequence: number;
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({ ...text, example: 'Склад, ворота 2' }) place: string | null;
  @ApiProperty(text) note: string | null;
  @ApiProperty({ enum: SIDES }) proposedBy: string;
  @ApiProperty({ type: Boolean }) agreed: boolean;
}

class HandOverCodeAnswer {
  @ApiProperty({ type: String, example: '8261' }) code: string;
  @ApiProperty({ type: Boolean, description: 'Entered wrongly ten times: it counts no more' }) usedUp: boolean;
}

class EnteredAnswer {
  @ApiProperty({ ...moment, description: 'When it was done at the place' }) at: string;
  @ApiProperty({ type: 'integer', example: 1, description: 'Came and was not taken, in `unit`' }) refused: number;
  @ApiProperty({ type: String, example: '1 шт' }) refusedText: string;
  @ApiProperty({ enum: REFUSED_REASONS, nullable: true }) refusedReason: string | null;
  @ApiProperty({ type: 'integer', example: 0, description: 'Was past its date' }) expired: number;
  @ApiProperty({ type: String, example: '0 шт' }) expiredText: string;
  @ApiProperty({ enum: LOST_REASONS, nullable: true }) lostReason: string | null;
}

export class SlotAnswer {
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({
    enum: SLOT_PLACES,
    description:
      'At a point of the organization; where the giver is, at a time that they have named; or still to be said, as for a promise of time, which no point for things is the place of',
  })
  where: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Пункт приёма, Благовещенск, ул. Образцовая, 1',
    description: 'Name and address of the point, null for the other two',
  })
  place: string | null;
}

class PaymentAnswer {
  @ApiProperty({ type: String, example: 'АНО «Пример помощи»', description: 'Short name of the organization' })
  recipient: string;
  @ApiProperty({ ...text, example: '2899000017' }) inn: string | null;
  @ApiProperty({ ...text, example: '289901001' }) kpp: string | null;
  @ApiProperty({ type: AccountAnswer }) account: AccountAnswer;
  @ApiProperty({ type: 'integer', example: 150000, description: 'In kopecks' }) amount: number;
  @ApiProperty({
    type: String,
    example: 'LP-7K3F-9TRB-3',
    description: 'By which the transfer is found in a statement',
  })
  code: string;
  @ApiProperty({ type: String, example: 'Благотворительное пожертвование LP-7K3F-9TRB-3' }) purpose: string;
  @ApiProperty({
    type: String,
    example: 'ST00012|Name=…',
    description: 'For a picture that applications of banks read (GOST R 56042-2014)',
  })
  qr: string;
}

class BankReceiptAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2026-11-25' }) date: string;
  @ApiProperty({ type: String, example: '4471' }) number: string;
}

/** One match: with what its two sides, and only they, read of their meeting. */
export class MeetingMatchAnswer extends MatchAnswer {
  @ApiProperty({
    enum: SIDES,
    nullable: true,
    description:
      'On which side the caller stands; null: on none, and nothing of what follows is shown, but `payment` and `bank` to the organization’s accountant',
  })
  side: string | null;
  @ApiProperty({
    type: ContactAnswer,
    nullable: true,
    description:
      'Of the other side: null before both have said yes and from 30 days after the end. Reading it is kept in the audit log, once a reader, match and day, and its owner reads who looked',
  })
  contact: ContactAnswer | null;
  @ApiProperty({ ...moment, nullable: true, description: 'Once it is over: when both contacts close' }) contactsUntil:
    string | null;
  @ApiProperty({ type: ContactAnswer, nullable: true, description: 'What the other side sees of this one' })
  shared: ContactAnswer | null;
  @ApiProperty({ type: HandOverAnswer, nullable: true }) handOver: HandOverAnswer | null;
  @ApiProperty({
    type: HandOverCodeAnswer,
    nullable: true,
    description: 'To the giver of things, while both agree and nothing is confirmed',
  })
  code: HandOverCodeAnswer | null;
  @ApiProperty({ type: EnteredAnswer, nullable: true, description: 'Of a match that was confirmed by the code' })
  entered: EnteredAnswer | null;
  @ApiProperty({
    type: [SlotAnswer],
    description:
      'Times to propose, by the opening hours of the points, and as long as what is promised takes; to the organization also with its yes',
  })
  slots: SlotAnswer[];
  @ApiProperty({
    type: SlotAnswer,
    nullable: true,
    description: 'What a form for another time begins with; null where no time is proposed now',
  })
  firstTime: SlotAnswer | null;
  @ApiProperty({
    type: [HandOverPointAnswer],
    description:
      'Where things are handed over, of the organization; to the two sides once both have said yes; none for a promise of time',
  })
  handOverPoints: HandOverPointAnswer[];
  @ApiProperty({
    type: PaymentAnswer,
    nullable: true,
    description: 'Of agreed money that has not arrived, to a verified organization',
  })
  payment: PaymentAnswer | null;
  @ApiProperty({ type: BankReceiptAnswer, nullable: true, description: 'The transfer by which money was received' })
  bank: BankReceiptAnswer | null;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk', description: 'Of the place where the need is' })
  timeZone: string;
}

class ProfileContactAnswer extends OmitType(ContactAnswer, ['hours'] as const) {}

export class OwnContactAnswer {
  @ApiProperty({ type: ProfileContactAnswer, nullable: true }) contact: ProfileContactAnswer | null;
}

class LookedAtMatchAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
}

class ContactLookAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty(moment) at: string;
  @ApiProperty({ type: LookedAtMatchAnswer }) match: LookedAtMatchAnswer;
  @ApiProperty({
    type: String,
    example: 'АНО «Тепло рядом»',
    description: 'Who looked: an organization, or a giver by the name that they show',
  })
  reader: string;
  @ApiProperty({
    enum: ['page', 'mail'],
    nullable: true,
    description: '`page`: it was opened; `mail`: it stood in a mail to them; null: from before that was kept',
  })
  by: string | null;
}

export class ContactLooksAnswer {
  @ApiProperty({ type: [ContactLookAnswer] }) items: readonly ContactLookAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
