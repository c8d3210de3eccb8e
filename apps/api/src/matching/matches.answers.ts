import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FUNNEL_STEPS, OFFER_CHANGES, SCORE_PARTS } from '#engine';
import { NEED_STATUSES } from '#needs';
import { ListedNeedAnswer } from '../needs/listed-need.js';
import { PhotoAnswer } from '../photos/photos.answers.js';
import { FunnelAnswer } from './funnel.answers.js';
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

class NearestAnswer {
  @ApiProperty({ type: Number, example: 80 }) km: number;
  @ApiProperty({ type: Number, example: 50 }) radiusKm: number;
  @ApiProperty({ type: Number, example: 30 }) shortByKm: number;
}

class ChangeAnswer {
  @ApiProperty({
    type: String,
    example: 'later-deadline',
    description: 'The smallest change of its sort that opens a proposal; further fields say how much',
  })
  change: string;
  @ApiProperty({ type: 'integer', example: 3 }) opens: number;
  @ApiProperty({ type: String, example: 'Если перенести срок на 12 декабря, появятся 3 предложения.' })
  sentence: string;
}

export class WhyNotAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) needId: string;
  @ApiProperty({ type: String, example: 'Ближайший вклад в 80 км, дарителю не хватает 30 км.' }) sentence: string;
  @ApiProperty({ type: 'integer', example: 0 }) fits: number;
  @ApiProperty({ type: [FunnelAnswer] }) funnel: FunnelAnswer[];
  @ApiProperty({ type: NearestAnswer, nullable: true }) nearest: NearestAnswer | null;
  @ApiProperty({ type: [ChangeAnswer] }) changes: ChangeAnswer[];
}

class OfferFunnelAnswer {
  @ApiProperty({ enum: FUNNEL_STEPS, example: 'distance' }) condition: string;
  @ApiProperty({ type: 'integer', example: 3, description: 'Needs that are left after this condition' }) left: number;
  @ApiProperty({ type: String, example: 'В пределах вашего расстояния: 3 нужды' }) sentence: string;
}

class OfferChangeAnswer {
  @ApiProperty({
    enum: OFFER_CHANGES,
    example: 'wider-radius',
    description: 'The smallest change of its sort that a need answers; further fields say how much',
  })
  change: string;
  @ApiProperty({ type: 'integer', example: 2, description: 'Needs that would fit and do not now' }) opens: number;
  @ApiProperty({
    type: String,
    example: 'Если довезти за 80 км, подойдут ещё 2 нужды. Это на 30 км дальше, чем вы указали.',
  })
  sentence: string;
  @ApiPropertyOptional({ type: String, example: 'relief', description: 'Of `whole-sphere`: which' }) sphere?: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { radiusKm: 80 },
    description: 'A body for `PATCH /offers/{id}` that makes this change; null where it takes a new offer',
  })
  edit: Readonly<Record<string, unknown>> | null;
}

export class WhyNotOfferAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) offerId: string;
  @ApiProperty({ type: String, example: 'Ближайшая нужда в 80 км, это на 30 км дальше, чем вы указали.' })
  sentence: string;
  @ApiProperty({ type: 'integer', example: 0 }) fits: number;
  @ApiProperty({ type: [OfferFunnelAnswer] }) funnel: OfferFunnelAnswer[];
  @ApiProperty({ type: NearestAnswer, nullable: true }) nearest: NearestAnswer | null;
  @ApiProperty({ type: [OfferChangeAnswer] }) changes: OfferChangeAnswer[];
}

class DifferenceAnswer {
  @ApiProperty({ enum: SCORE_PARTS, example: 'place' }) part: string;
  @ApiProperty({
    type: 'integer',
    example: -6,
    description: 'Points of 100 by which this part of its score is higher than that of the match',
  })
  points: number;
}

class PassedOverNeedAnswer {
  @ApiProperty({ type: ListedNeedAnswer }) need: ListedNeedAnswer;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000, example: 912_000 }) score: number;
  @ApiProperty({
    enum: ['met', 'dearer', 'minimum', 'lower', 'higher'],
    example: 'met',
    description:
      '`met`: others bring all it needs; `dearer`: others would lose more; `minimum`: what is left is below the smallest part. Without a clearing `lower` or `higher`',
  })
  reason: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 40, description: 'What the clearing brings it' }) matched:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 40 }) needed: number | null;
  @ApiProperty({ type: [DifferenceAnswer], description: 'The largest first; only without a clearing' })
  differences: readonly DifferenceAnswer[];
  @ApiProperty({ type: String, example: 'По плану всё, что там было нужно, 40 шт, приносили другие.' })
  sentence: string;
}

export class PassedOverAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) matchId: string;
  @ApiProperty({ enum: ['clearing', 'not-kept', 'at-once'], example: 'clearing' }) from: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) clearing: string | null;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 1_000_000,
    example: 871_000,
    description: 'Of the match, as it was compared',
  })
  score: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    example: 2,
    description: 'Needs with a higher score in the clearing; the best three are named',
  })
  better: number;
  @ApiProperty({
    type: String,
    example:
      'На момент клиринга 24 ноября 2 нужды подходили вашему вкладу лучше. Расчёт смотрит на все вклады сразу, чтобы вместе вышло больше пользы.',
  })
  sentence: string;
  @ApiProperty({ type: [PassedOverNeedAnswer] }) needs: readonly PassedOverNeedAnswer[];
}
