import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FUNNEL_STEPS, OFFER_CHANGES, SCORE_PARTS } from '#engine';
import { ListedNeedAnswer } from '../needs/listed-need.js';
import { FunnelAnswer } from './funnel.answers.js';

/** Why a need, an offer or another need has no match: shapes of the answers, for OpenAPI. */
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
