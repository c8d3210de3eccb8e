import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FunnelAnswer } from '../matching/funnel.answers.js';
import { ListedNeedAnswer } from '../needs/listed-need.js';

const SHARE = { type: 'number', minimum: 0, maximum: 1 } as const;
const AMOUNT = { type: 'integer', minimum: 0 } as const;
const KIND = { enum: ['money', 'goods', 'time'] };

export class PartWeightsAnswer {
  @ApiProperty({ ...AMOUNT, example: 250000 }) purpose: number;
  @ApiProperty({ ...AMOUNT, example: 150000 }) place: number;
  @ApiProperty({ ...AMOUNT, example: 150000 }) urgency: number;
  @ApiProperty({ ...AMOUNT, example: 100000 }) waiting: number;
  @ApiProperty({ ...AMOUNT, example: 100000 }) completion: number;
  @ApiProperty({ ...AMOUNT, example: 120000 }) equity: number;
  @ApiProperty({ ...AMOUNT, example: 70000 }) preference: number;
  @ApiProperty({ ...AMOUNT, example: 60000 }) trust: number;
}

class FairnessAnswer {
  @ApiProperty({
    ...SHARE,
    example: 0.83,
    description: "Jain's index over the shares of the municipalities: 1 where all received alike",
  })
  jain: number;
  @ApiProperty({
    ...SHARE,
    nullable: true,
    example: 0.71,
    description: 'The same plan without the part equity of the score',
  })
  jainWithoutEquity: number | null;
  @ApiProperty({
    type: 'number',
    nullable: true,
    example: 0.012,
    description: 'Share of the objective that equity costs',
  })
  priceOfEquity: number | null;
}

class SearchStepAnswer {
  @ApiProperty({ ...AMOUNT, example: 12400, description: 'Bids and pivots until then' }) steps: number;
  @ApiProperty({ type: 'number', example: 0.93, description: 'What was found, as a share of the bound at the end' })
  found: number;
  @ApiProperty({ type: 'number', example: 1.08, description: 'What was proved to be the most, likewise' })
  bound: number;
}

class UnitReportAnswer {
  @ApiProperty(KIND) kind: string;
  @ApiProperty({ type: String, example: 'kopeck', description: 'Base unit; units are never converted into each other' })
  unit: string;
  @ApiProperty({ ...AMOUNT, example: 4500000 }) offered: number;
  @ApiProperty({ ...AMOUNT, example: 9000000 }) needed: number;
  @ApiProperty({ ...AMOUNT, example: 4200000 }) matched: number;
  @ApiProperty({ ...AMOUNT, example: 640, description: 'Pairs that were looked at' }) pairs: number;
  @ApiProperty({
    type: String,
    example: '2881200000000',
    description: 'Sum of score x amount over the plan; an integer that may exceed 2^53',
  })
  objective: string;
  @ApiProperty({ type: String, example: '2881230000000', description: 'Proved: no plan is worth more' })
  upperBound: string;
  @ApiProperty({ ...SHARE, example: 0.0004, description: '(upperBound - objective) / upperBound' }) gap: number;
  @ApiProperty({ ...SHARE, example: 0, description: 'The same before smallest parts were kept' }) flowGap: number;
  @ApiProperty({
    type: [SearchStepAnswer],
    description:
      'How found and bound came together in the first search, before equity and smallest parts; empty in runs that did not keep it',
  })
  search: readonly SearchStepAnswer[];
  @ApiProperty({ type: FairnessAnswer }) fairness: FairnessAnswer;
}

class ShareAnswer {
  @ApiProperty(KIND) kind: string;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ ...AMOUNT, example: 900000 }) needed: number;
  @ApiProperty({ ...AMOUNT, example: 450000 }) matched: number;
  @ApiProperty({ ...SHARE, example: 0.5 }) share: number;
}

class PlaceShareAnswer extends ShareAnswer {
  @ApiProperty({ type: String, example: 'zeya' }) place: string;
}
class SharedOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тёплый двор»' }) shortName: string;
}
export class OrganizationShareAnswer extends ShareAnswer {
  @ApiProperty({ type: SharedOrganizationAnswer }) organization: SharedOrganizationAnswer;
}
export class OrganizationSharesAnswer {
  @ApiProperty({ type: [OrganizationShareAnswer] }) items: readonly OrganizationShareAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
class SphereShareAnswer extends ShareAnswer {
  @ApiProperty({ type: String, example: 'relief' }) sphere: string;
}

class MovedAnswer {
  @ApiProperty({ ...SHARE, example: 0.34 }) before: number;
  @ApiProperty({ ...SHARE, example: 0.41, description: 'When all of the plan is agreed on' }) after: number;
}
class MovedPlaceAnswer extends MovedAnswer {
  @ApiProperty({ type: String, example: 'zeya' }) place: string;
}
class MovedSharesAnswer {
  @ApiProperty({ type: MovedAnswer }) region: MovedAnswer;
  @ApiProperty({ type: [MovedPlaceAnswer], description: 'Places that ask for something now' })
  places: readonly MovedPlaceAnswer[];
  @ApiProperty({ type: MovedAnswer, description: "Jain's index over the places" }) jain: MovedAnswer;
  @ApiProperty({ type: MovedAnswer, description: 'The same over the organizations' }) jainOfOrganizations: MovedAnswer;
}

class SecondsAnswer {
  @ApiProperty({ type: 'number', minimum: 0, example: 1.2 }) read: number;
  @ApiProperty({ type: 'number', minimum: 0, example: 0.8 }) index: number;
  @ApiProperty({ type: 'number', minimum: 0, example: 2.4 }) pairs: number;
  @ApiProperty({ type: 'number', minimum: 0, example: 1.1 }) solve: number;
  @ApiProperty({ type: 'number', minimum: 0, example: 3.5 }) write: number;
}

class UsedWeightsAnswer {
  @ApiProperty({ type: 'integer', minimum: 0, example: 1, description: '0: of a dry run' }) version: number;
  @ApiProperty({ type: PartWeightsAnswer }) weights: PartWeightsAnswer;
}

class ComparedAnswer {
  @ApiProperty({ type: UsedWeightsAnswer }) weights: UsedWeightsAnswer;
  @ApiProperty({ type: FairnessAnswer }) fairness: FairnessAnswer;
  @ApiProperty({ type: [PlaceShareAnswer] }) byPlace: readonly PlaceShareAnswer[];
  @ApiProperty({ type: [SphereShareAnswer] }) bySphere: readonly SphereShareAnswer[];
}

/** A report; of a run that is not done yet these are null. */
export class ClearingAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', minimum: 1, example: 412 }) number: number;
  @ApiProperty({ enum: ['running', 'done', 'failed'] }) status: string;
  @ApiProperty({ ...KIND, isArray: true }) kinds: readonly string[];
  @ApiProperty({ type: Boolean }) dryRun: boolean;
  @ApiProperty({ type: String, format: 'date-time', description: 'The moment for which it plans' }) at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiProperty({ enum: ['clock', 'administrator'] }) by: string;
  @ApiProperty({ ...SHARE, example: 0.001, description: 'What was asked for' }) askedGap: number;
  @ApiProperty({ type: UsedWeightsAnswer }) weights: UsedWeightsAnswer;
  @ApiProperty({ type: String, nullable: true, description: 'sha256 of the stored input' }) inputDigest: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'sha256 of the plan: the same input gives it again' })
  planDigest: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed, in one code' }) failure: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 214 }) offers: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 304 }) needs: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 1810 }) pairs: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 188 }) matches: number | null;
  @ApiProperty({ ...SHARE, nullable: true, description: 'The largest of the units' }) gap: number | null;
  @ApiProperty({ ...SHARE, nullable: true }) flowGap: number | null;
  @ApiProperty({ type: [UnitReportAnswer] }) byUnit: readonly UnitReportAnswer[];
  @ApiProperty({ type: [PlaceShareAnswer], description: 'Empty in a list' }) byPlace: readonly PlaceShareAnswer[];
  @ApiProperty({ type: [SphereShareAnswer] }) bySphere: readonly SphereShareAnswer[];
  @ApiProperty({
    type: ComparedAnswer,
    nullable: true,
    description: 'Of a dry run with other weights: what the weights of today give to the same',
  })
  compared: ComparedAnswer | null;
  @ApiProperty({
    type: MovedSharesAnswer,
    nullable: true,
    description:
      'Share of what was asked for in a year that has arrived, the mean over needs of any unit, before and after; null in a list',
  })
  moved: MovedSharesAnswer | null;
  @ApiProperty({ type: FairnessAnswer, nullable: true }) fairness: FairnessAnswer | null;
  @ApiProperty({ type: SecondsAnswer, nullable: true }) seconds: SecondsAnswer | null;
  @ApiProperty({ type: [String], description: 'Verbs that the caller may use now: a run has none' })
  can: readonly string[];
}

export class ClearingsAnswer {
  @ApiProperty({ type: [ClearingAnswer] }) items: readonly ClearingAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class StartedClearingAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['running', 'done', 'failed'] }) status: string;
}

class LinePartAnswer {
  @ApiProperty({ type: String, example: 'equity' }) part: string;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000000 }) value: number;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000000 }) weight: number;
}

export class LineAnswer {
  @ApiProperty({ type: 'integer', minimum: 0 }) line: number;
  @ApiProperty({ type: ListedNeedAnswer }) need: ListedNeedAnswer;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For administrators' }) offer:
    string | null;
  @ApiProperty(KIND) kind: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000000 }) score: number;
  @ApiProperty({ type: [LinePartAnswer] }) parts: readonly LinePartAnswer[];
  @ApiProperty({
    enum: ['proposed', 'lowered', 'overtaken'],
    nullable: true,
    description: 'Null while it is written, and in a dry run',
  })
  outcome: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'proposed', description: 'What has become of the match' })
  status: string | null;
}

export class ClearingLinesAnswer {
  @ApiProperty({ type: [LineAnswer] }) items: readonly LineAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class UnmetDetailsAnswer {
  @ApiPropertyOptional(KIND) kind?: string;
  @ApiPropertyOptional({ type: String, example: 'pcs', description: 'Base unit' }) unit?: string;
  @ApiPropertyOptional({ ...AMOUNT, example: 40, description: 'What the plan brings it' }) matched?: number;
  @ApiPropertyOptional({ ...AMOUNT, example: 80, description: 'What stays open' }) left?: number;
}

export class UnmetItemAnswer {
  @ApiProperty({ type: ListedNeedAnswer }) need: ListedNeedAnswer;
  @ApiProperty({
    type: String,
    example: 'distance',
    description:
      'The condition at which the last offers fell away; `scarce`: what fits went to others; `boxes`: one whole box is more than is open',
  })
  reason: string;
  @ApiProperty({ type: UnmetDetailsAnswer }) details: UnmetDetailsAnswer;
  @ApiProperty({
    type: [FunnelAnswer],
    description: 'How the offers fell away, condition by condition; empty where some fitted and went to others',
  })
  funnel: readonly FunnelAnswer[];
}

export class UnmetAnswer {
  @ApiProperty({ type: [UnmetItemAnswer] }) items: readonly UnmetItemAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
