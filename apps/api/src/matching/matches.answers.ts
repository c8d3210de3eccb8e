import { ApiProperty } from '@nestjs/swagger';
import { SCORE_PARTS } from '#engine';
import { NEED_STATUSES } from '#needs';
import { PhotoAnswer } from '../photos/photos.answers.js';
import { FetchingAnswer, ThingAttributesAnswer } from '../needs/things.dto.js';

const STATUSES = [
  'proposed',
  'held',
  'accepted',
  'delivered',
  'confirmed',
  'declined',
  'expired',
  'cancelled',
  'disputed',
];
const VERBS = [
  'accept',
  'decline',
  'deliver',
  'confirm',
  'cancel',
  'dispute',
  'propose-hand-over',
  'agree-hand-over',
  'enter-hand-over',
  'renew-code',
];
const moment = { type: String, format: 'date-time', nullable: true } as const;
const code = { type: String, nullable: true } as const;

/** Shapes of the answers, for OpenAPI; the objects themselves are the views of the lib. */
class MatchOfferAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'Анонимный даритель' }) donor: string;
  @ApiProperty(code) title: string | null;
  @ApiProperty({ ...code, description: 'The giver’s words', example: 'Почти новые, рост 128, можно забрать вечером' })
  description: string | null;
  @ApiProperty({ ...code, example: 'relief-household' }) category: string | null;
  @ApiProperty({ ...code, example: 'heater' }) item: string | null;
  @ApiProperty({ ...code, example: 'zeya' }) place: string | null;
  @ApiProperty({ type: ThingAttributesAnswer, nullable: true }) attributes: ThingAttributesAnswer | null;
  @ApiProperty({ type: FetchingAnswer, nullable: true, description: 'When it can be fetched' })
  pickUp: FetchingAnswer | null;
  @ApiProperty({ type: 'integer', example: 50, description: 'What is still available, in `unit`' }) available: number;
  @ApiProperty({
    type: 'integer',
    example: 1,
    description:
      'Every part is a multiple of it, or all that is available: the box of an offer in boxes, else 1. In `unit`',
  })
  step: number;
  @ApiProperty({ type: [PhotoAnswer] }) photos: PhotoAnswer[];
}

class MatchOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
}

class MatchNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ enum: NEED_STATUSES, example: 'open' }) status: string;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'relief-household' }) category: string;
  @ApiProperty({ ...code, example: 'heater' }) item: string | null;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: String, format: 'date-time' }) deadline: string;
  @ApiProperty({ type: MatchOrganizationAnswer }) organization: MatchOrganizationAnswer;
  @ApiProperty({ type: 'integer', example: 120, description: 'What is still open, in `unit`' }) open: number;
  @ApiProperty({ type: String, example: '120 шт' }) openText: string;
}

class MatchCannotAnswer {
  @ApiProperty({ enum: VERBS, example: 'accept' }) verb: string;
  @ApiProperty({
    type: String,
    example: 'match.holding-too-much',
    description: 'The refusal that the verb would get now',
  })
  code: string;
  @ApiProperty({ type: String }) sentence: string;
}

class MatchArrivedAnswer {
  @ApiProperty({ type: 'integer', example: 48 }) amount: number;
  @ApiProperty({ type: String, example: '48 шт' }) text: string;
  @ApiProperty({ type: 'integer', example: 1, description: 'Handed over and not arrived' }) lost: number;
  @ApiProperty({ type: String, example: '1 шт' }) lostText: string;
}

class MatchPartAnswer {
  @ApiProperty({ enum: SCORE_PARTS, example: 'place' }) part: string;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000, example: 940_000 }) value: number;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000, example: 150_000 }) weight: number;
  @ApiProperty({ type: String, example: '4 км: Благовещенск' }) sentence: string;
}

class MatchShiftAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) from: string;
  @ApiProperty({ type: String, format: 'date-time' }) until: string;
  @ApiProperty({ type: Boolean, description: 'The hours are the volunteer’s to choose, until then' }) anyTime: boolean;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
}

class MatchGiftAnswer {
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) code: string;
  @ApiProperty({ enum: ['bank', 'stripe'] }) provider: string;
}

export class MatchAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: STATUSES, example: 'proposed' }) status: string;
  @ApiProperty({ type: MatchOfferAnswer }) offer: MatchOfferAnswer;
  @ApiProperty({ type: MatchNeedAnswer }) need: MatchNeedAnswer;
  @ApiProperty({ type: 'integer', example: 50, description: 'What is proposed; from the first yes on, what was held' })
  amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: String, example: '50 шт' }) text: string;
  @ApiProperty({
    type: MatchArrivedAnswer,
    nullable: true,
    description: 'Once it is confirmed: what came of it, by the books',
  })
  arrived: MatchArrivedAnswer | null;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 1_000_000,
    example: 698_819,
    description: 'floor(sum of value x weight / 1,000,000) over the parts',
  })
  score: number;
  @ApiProperty({ type: [MatchPartAnswer] }) parts: MatchPartAnswer[];
  @ApiProperty({ type: 'integer', example: 1 }) weightsVersion: number;
  @ApiProperty({
    type: MatchGiftAnswer,
    nullable: true,
    description: 'Of a gift of money: agreed from the beginning, `GET /gifts/{code}` says what became of it',
  })
  gift: MatchGiftAnswer | null;
  @ApiProperty({
    type: MatchShiftAnswer,
    nullable: true,
    description: 'Of a sign-up: its shift has the hour, no meeting is agreed on beside it',
  })
  shift: MatchShiftAnswer | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The clearing that planned it: it stands before the alternatives',
  })
  clearing: string | null;
  @ApiProperty({ enum: ['donor', 'organization'], nullable: true }) firstYes: string | null;
  @ApiProperty(moment) deadline: string | null;
  @ApiProperty(code) reason: string | null;
  @ApiProperty({ enum: ['donor', 'organization', 'moderator', 'clock'], nullable: true }) endedBy: string | null;
  @ApiProperty({ ...code, description: 'What a moderator who decided it wrote, for both sides' }) decided:
    string | null;
  @ApiProperty({ type: Boolean, description: 'A moderator looks at it: the sides differ, or the receipt is overdue' })
  withModerator: boolean;
  @ApiProperty({ ...moment, description: 'When they meet, while nothing is handed over' }) meetsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) proposedAt: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When score and parts were counted: at its clearing or since, while it is proposed',
  })
  scoredAt: string;
  @ApiProperty(moment) heldAt: string | null;
  @ApiProperty(moment) acceptedAt: string | null;
  @ApiProperty(moment) deliveredAt: string | null;
  @ApiProperty(moment) confirmedAt: string | null;
  @ApiProperty(moment) endedAt: string | null;
  @ApiProperty({ type: [String], enum: VERBS, description: 'What this caller may do now' }) can: string[];
  @ApiProperty({
    type: [MatchCannotAnswer],
    description: 'What is this caller’s to do and would be refused now, and why',
  })
  cannot: MatchCannotAnswer[];
}

export class MatchesAnswer {
  @ApiProperty({ type: [MatchAnswer] }) items: MatchAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
