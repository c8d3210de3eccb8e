import { ApiProperty } from '@nestjs/swagger';
import { DIFFERENCE_REASONS, LOT_VERBS, POINT_VERBS, STEP_KINDS } from '#stock';
import { OpeningHoursAnswer } from '../organizations/organizations.answers.js';

const ID = { type: String, format: 'uuid' } as const;
const AMOUNT = { type: 'integer', example: 46 } as const;
const UNIT = { type: String, example: 'pcs', description: 'Base unit' } as const;
const DAY = { type: String, format: 'date', nullable: true, example: '2026-12-02' } as const;

class PointOpensAnswer {
  @ApiProperty({ type: String, format: 'date' }) day: string;
  @ApiProperty({ type: String, example: '10:00' }) from: string;
}

export class PointAnswer {
  @ApiProperty(ID) id: string;
  @ApiProperty(ID) organization: string;
  @ApiProperty({ type: String }) organizationName: string;
  @ApiProperty({ type: String, example: 'blagoveshchensk' }) place: string;
  @ApiProperty({ type: String, example: 'Склад на Текстильной' }) name: string;
  @ApiProperty({ type: String }) address: string;
  @ApiProperty({ type: [OpeningHoursAnswer] }) hours: readonly OpeningHoursAnswer[];
  @ApiProperty({ type: Boolean }) public: boolean;
  @ApiProperty({ enum: ['open', 'closed'], description: 'Whether the point still takes things in at all' })
  status: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    example: ['Консервы'],
    description: 'What its organization asks for now',
  })
  wanted: readonly string[];
  @ApiProperty({ type: String, nullable: true, example: '19:00', description: 'Today, where it is open now' })
  openUntil: string | null;
  @ApiProperty({ type: PointOpensAnswer, nullable: true, description: 'When it opens next' })
  opens: PointOpensAnswer | null;
  @ApiProperty({ enum: POINT_VERBS, isArray: true }) can: readonly string[];
}

export class PointsAnswer {
  @ApiProperty({ type: [PointAnswer] }) items: readonly PointAnswer[];
}

export class LotAnswer {
  @ApiProperty(ID) id: string;
  @ApiProperty(ID) point: string;
  @ApiProperty({ ...ID, nullable: true }) offer: string | null;
  @ApiProperty({ ...ID, nullable: true, description: 'The recipe, of a kit' }) kit: string | null;
  @ApiProperty({ ...ID, nullable: true, description: 'The lot that it was at another point' })
  movedFrom: string | null;
  @ApiProperty({ type: String }) category: string;
  @ApiProperty({ type: String, nullable: true }) item: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ ...AMOUNT, description: 'What lies there now' }) amount: number;
  @ApiProperty(UNIT) unit: string;
  @ApiProperty({ type: String, description: 'The unit as its giver said it' }) saidUnit: string;
  @ApiProperty(DAY) bestBefore: string | null;
  @ApiProperty({ enum: ['expired', 'soon', 'fine', 'none'] }) freshness: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Negative once it is past its date' }) daysLeft:
    number | null;
  @ApiProperty({ type: Boolean }) coldChain: boolean;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) takenInAt: Date;
  @ApiProperty({ enum: LOT_VERBS, isArray: true }) can: readonly string[];
}

class StockNeedAnswer {
  @ApiProperty(ID) id: string;
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ type: String }) title: string;
}

class FittingNeedAnswer extends StockNeedAnswer {
  @ApiProperty(AMOUNT) open: number;
  @ApiProperty(UNIT) unit: string;
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, description: 'Lots that fit it' })
  lots: readonly string[];
}

class LotStepAnswer {
  @ApiProperty({ ...ID, description: 'The entry of the books' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ enum: STEP_KINDS }) kind: string;
  @ApiProperty({ ...AMOUNT, description: 'Onto the shelf positive' }) amount: number;
  @ApiProperty({ type: StockNeedAnswer, nullable: true }) need: StockNeedAnswer | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

class GiverAnswer {
  @ApiProperty({ type: String }) giver: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
}

export class LotPathAnswer {
  @ApiProperty({ type: LotAnswer }) lot: LotAnswer;
  @ApiProperty({ type: GiverAnswer, nullable: true, description: 'Who gave it; null of a kit' })
  from: GiverAnswer | null;
  @ApiProperty({ type: [LotStepAnswer], description: 'Oldest first' }) steps: readonly LotStepAnswer[];
}

class ArrivalPointAnswer {
  @ApiProperty(ID) id: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) address: string;
  @ApiProperty({ type: String }) organizationName: string;
}

export class StockArrivalAnswer {
  @ApiProperty(ID) id: string;
  @ApiProperty(ID) offer: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String }) category: string;
  @ApiProperty({ type: String, nullable: true }) item: string | null;
  @ApiProperty({ ...AMOUNT, description: 'What was announced' }) amount: number;
  @ApiProperty(UNIT) unit: string;
  @ApiProperty(DAY) bestBefore: string | null;
  @ApiProperty({ type: String, description: 'As the giver wants to be called' }) giver: string;
  @ApiProperty({ type: ArrivalPointAnswer }) point: ArrivalPointAnswer;
  @ApiProperty({ type: String, format: 'date-time' }) announcedAt: Date;
  @ApiProperty({ enum: ['announced', 'taken_in', 'cancelled'] }) status: string;
  @ApiProperty({ type: String, nullable: true, example: '8261', description: 'To its giver, until it is taken in' })
  code: string | null;
  @ApiProperty({ type: Boolean, description: 'Entered wrongly so often that it no longer counts' })
  codeUsedUp: boolean;
  @ApiProperty({ type: [LotStepAnswer], description: 'To its giver: what became of what came' })
  steps: readonly LotStepAnswer[];
  @ApiProperty({ enum: ['take-in', 'cancel'], isArray: true }) can: readonly string[];
}

export class StockArrivalsAnswer {
  @ApiProperty({ type: [StockArrivalAnswer] }) items: readonly StockArrivalAnswer[];
}

class KitPartAnswer {
  @ApiProperty({ type: String }) item: string;
  @ApiProperty(AMOUNT) amount: number;
  @ApiProperty(UNIT) unit: string;
}

export class KitAnswer {
  @ApiProperty(ID) id: string;
  @ApiProperty(ID) organization: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, example: 'food-set' }) item: string;
  @ApiProperty({ enum: ['active', 'retired'] }) status: string;
  @ApiProperty({ type: [KitPartAnswer] }) parts: readonly KitPartAnswer[];
  @ApiProperty({ type: 'integer', description: 'How many what lies there makes' }) possible: number;
  @ApiProperty({ type: String, nullable: true, description: 'The part that then runs out' }) short: string | null;
  @ApiProperty({ enum: ['assemble', 'retire'], isArray: true }) can: readonly string[];
}

class MovePointAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

export class StockMoveAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: LotAnswer, description: 'The lot that it becomes' }) lot: LotAnswer;
  @ApiProperty({ type: MovePointAnswer }) from: MovePointAnswer;
  @ApiProperty({ type: MovePointAnswer }) to: MovePointAnswer;
  @ApiProperty({ type: 'integer', example: 10 }) amount: number;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) sentAt: Date;
  @ApiProperty({ enum: ['receive', 'call-back'], isArray: true }) can: readonly string[];
}

class LastCountAnswer {
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: 'integer' }) differences: number;
}

export class StockAnswer {
  @ApiProperty({ type: PointAnswer }) point: PointAnswer;
  @ApiProperty({ type: String, format: 'date', description: 'The day that it is at the point' }) today: string;
  @ApiProperty({ type: [LotAnswer], description: 'What lies there, first expired first' }) lots: readonly LotAnswer[];
  @ApiProperty({ type: 'integer' }) kinds: number;
  @ApiProperty({ type: 'integer', description: 'Lots that end within 14 days' }) soon: number;
  @ApiProperty({ type: 'integer', description: 'Lots past their date' }) expired: number;
  @ApiProperty({ type: LastCountAnswer, nullable: true }) lastCount: LastCountAnswer | null;
  @ApiProperty({ type: [StockArrivalAnswer] }) arrivals: readonly StockArrivalAnswer[];
  @ApiProperty({ type: [StockMoveAnswer], description: 'On the way here, and from here' })
  moves: readonly StockMoveAnswer[];
  @ApiProperty({ type: [FittingNeedAnswer], description: 'Open needs of the organization' })
  needs: readonly FittingNeedAnswer[];
  @ApiProperty({ type: [KitAnswer] }) kits: readonly KitAnswer[];
}

class CountRowAnswer {
  @ApiProperty(ID) lot: string;
  @ApiProperty({ type: String, nullable: true }) item: string | null;
  @ApiProperty({ type: String }) category: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty(UNIT) unit: string;
  @ApiProperty(AMOUNT) book: number;
  @ApiProperty(AMOUNT) counted: number;
  @ApiProperty({ enum: DIFFERENCE_REASONS, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

class CountAnswer {
  @ApiProperty(ID) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ type: [CountRowAnswer], description: 'Differences first' }) rows: readonly CountRowAnswer[];
}

export class CountsAnswer {
  @ApiProperty({ type: [CountAnswer] }) items: readonly CountAnswer[];
}
