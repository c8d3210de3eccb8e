import { ApiProperty } from '@nestjs/swagger';
import { OFFER_STATUSES, REVIEW_REASONS } from '#offers';
import { AmountAnswer } from '../needs/needs.answers.js';
import { KINDS } from '../needs/needs.dto.js';
import { PhotoAnswer } from '../photos/photos.answers.js';
import { FetchingAnswer, ThingAttributesAnswer } from '../needs/things.dto.js';

class OfferReasonAnswer {
  @ApiProperty({ enum: REVIEW_REASONS }) code: string;
  @ApiProperty({ type: String }) sentence: string;
}

class OfferWaitingAnswer {
  @ApiProperty({ enum: ['confirmation', 'review'] }) for: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'When it runs out unless that comes' }) until: string;
  @ApiProperty({ type: [OfferReasonAnswer], description: 'Why a moderator looks at it' }) reasons: OfferReasonAnswer[];
}

export class OfferBalanceAnswer {
  @ApiProperty({ type: 'integer', example: 50 }) pledged: number;
  @ApiProperty({ type: 'integer', example: 2 }) available: number;
  @ApiProperty({ type: 'integer', example: 0 }) reserved: number;
  @ApiProperty({ type: 'integer', example: 47, description: 'What arrived' }) delivered: number;
  @ApiProperty({ type: 'integer', example: 47, description: 'What of the delivered arrived' }) arrived: number;
  @ApiProperty({ type: 'integer', example: 1, description: 'What of the delivered was lost on the way' }) lost: number;
  @ApiProperty({ type: 'integer', example: 0 }) released: number;
  @ApiProperty({ type: String, example: 'pcs', description: 'The base unit: kopeck, minute, gram, pcs ...' })
  unit: string;
}

class ShutInOfferAnswer {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'How many places have `•••` in the place of their words' })
  count: number;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The case in which they are opened: `PUT /reviews/{id}/look`; null where there is none',
  })
  reviewId: string | null;
}

/** The shape of `OfferView`, for OpenAPI. */
export class OfferAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 3, description: 'The number in the ETag' }) version: number;
  @ApiProperty({ enum: OFFER_STATUSES, example: 'partly_used' }) status: string;
  @ApiProperty({ enum: KINDS, example: 'goods' }) kind: string;
  @ApiProperty({ type: String, nullable: true, example: 'relief-household' }) category: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: AmountAnswer, nullable: true }) each: AmountAnswer | null;
  @ApiProperty({ type: AmountAnswer }) minLot: AmountAnswer;
  @ApiProperty({
    type: AmountAnswer,
    description: 'Every part is a multiple of it, or all that is left: the box of an offer in boxes, else 1',
  })
  step: AmountAnswer;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) radiusKm: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) from: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) until: string;
  @ApiProperty({ type: [String] }) skills: string[];
  @ApiProperty({ type: [String] }) prefers: string[];
  @ApiProperty({ type: [String], description: 'What binds it; empty: nothing' }) only: string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) bestBefore: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Null: nobody has said' }) coldChain: boolean | null;
  @ApiProperty({ type: ThingAttributesAnswer, nullable: true, description: 'Null: nothing is said' })
  attributes: ThingAttributesAnswer | null;
  @ApiProperty({ type: FetchingAnswer, nullable: true, description: 'Null: nothing is said' })
  pickUp: FetchingAnswer | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The organization that gives, or the person who came by to the one in `enteredBy`',
  })
  onBehalfOf: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The organization whose staff entered it' })
  enteredBy: string | null;
  @ApiProperty({ type: Boolean }) anonymous: boolean;
  @ApiProperty({
    type: OfferBalanceAnswer,
    description: 'As it is now; pledged = available + reserved + delivered + released, delivered = arrived + lost',
  })
  balance: OfferBalanceAnswer;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The standing offer that brought it' })
  standingOfferId: string | null;
  @ApiProperty({
    type: OfferWaitingAnswer,
    nullable: true,
    description: 'What it waits for before it enters any proposal or plan (`unconfirmed`, `in_review`)',
  })
  waiting: OfferWaitingAnswer | null;
  @ApiProperty({ type: String, nullable: true, description: 'What a moderator wrote who did not let it in' })
  returnReason: string | null;
  @ApiProperty({ type: Boolean, description: 'It ran out because the address was not confirmed in time' })
  neverConfirmed: boolean;
  @ApiProperty({ type: [PhotoAnswer] }) photos: PhotoAnswer[];
  @ApiProperty({
    type: ShutInOfferAnswer,
    nullable: true,
    description: 'To moderators: who is named beside an illness, closed until they look. Null: nothing is closed',
  })
  shut: ShutInOfferAnswer | null;
  @ApiProperty({ enum: ['edit', 'withdraw'], isArray: true, description: 'What the caller could do now' })
  can: string[];
}

export class OffersAnswer {
  @ApiProperty({ type: [OfferAnswer] }) items: OfferAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
