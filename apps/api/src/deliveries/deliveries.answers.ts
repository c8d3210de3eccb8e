import { ApiProperty } from '@nestjs/swagger';
import { LEG_STATUSES, LEG_VERBS, TRIP_STATUSES, TRIP_VERBS } from '#deliveries';

const text = { type: String, nullable: true } as const;
const moment = { type: String, format: 'date-time' } as const;
const id = { type: String, format: 'uuid' } as const;
const ACTS = ['load', 'unload', 'return'] as const;

class ReachedAnswer {
  @ApiProperty({ ...text, example: 'Ольга' }) name: string | null;
  @ApiProperty({ ...text, example: '+7 914 000-00-17' }) phone: string | null;
}

class LegEndAnswer {
  @ApiProperty({ type: String, example: 'belogorsk' }) place: string;
  @ApiProperty({
    ...text,
    example: 'ул. Образцовая, 1',
    description: 'To its own side, and to the driver while the delivery lasts',
  })
  address: string | null;
  @ApiProperty(text) note: string | null;
  @ApiProperty({
    type: ReachedAnswer,
    nullable: true,
    description: 'To the driver alone, as long as they are on the way to this end; reading it is kept',
  })
  contact: ReachedAnswer | null;
}

class LegNeedAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка', description: 'In private categories the category' })
  title: string;
  @ApiProperty({ type: String, example: 'АНО «Пример помощи»' }) organization: string;
}

class LegWindowAnswer {
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
}

class LegDriverAnswer extends ReachedAnswer {
  @ApiProperty({ ...text, example: 'Белая «Газель», 014' }) car: string | null;
}

class LostAnswer {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 }) amount: number;
  @ApiProperty({ type: String, example: '1 шт' }) text: string;
}

export class LegAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty(id) match: string;
  @ApiProperty({
    enum: LEG_STATUSES,
    description: '`waits`: one end is not known yet; `asked`: looks for a driver; `picked_up`: in the car',
  })
  status: string;
  @ApiProperty({ enum: ['donor', 'organization'] }) askedBy: string;
  @ApiProperty({ type: String, example: 'Обогреватели' }) thing: string;
  @ApiProperty({ type: String, example: '6 шт' }) text: string;
  @ApiProperty({ type: LegNeedAnswer }) need: LegNeedAnswer;
  @ApiProperty({ type: Number, example: 24 }) kg: number;
  @ApiProperty({ type: Number, example: 0.6 }) m3: number;
  @ApiProperty({ type: LegEndAnswer }) from: LegEndAnswer;
  @ApiProperty({ type: LegEndAnswer }) to: LegEndAnswer;
  @ApiProperty({ type: LegWindowAnswer }) window: LegWindowAnswer;
  @ApiProperty({ type: LegDriverAnswer, nullable: true, description: 'To the two sides' })
  driver: LegDriverAnswer | null;
  @ApiProperty({ ...text, example: '4419', description: 'To the driver: read out where the things leave the car' })
  code: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 0,
    example: 2,
    description: 'What the driver still does before; null unless it is in the car',
  })
  stopsBefore: number | null;
  @ApiProperty({ ...moment, nullable: true }) pickedUpAt: string | null;
  @ApiProperty({ ...moment, nullable: true }) endedAt: string | null;
  @ApiProperty({ ...text, description: 'Why it ended, or is brought back' }) reason: string | null;
  @ApiProperty({ type: LostAnswer, nullable: true, description: 'On the way' }) lost: LostAnswer | null;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ enum: LEG_VERBS, isArray: true }) can: string[];
}

export class LegOfMatchAnswer {
  @ApiProperty({ type: LegAnswer, nullable: true, description: 'Null: nobody asked for one' }) leg: LegAnswer | null;
}

export class LegsAnswer {
  @ApiProperty({ type: [LegAnswer] }) items: LegAnswer[];
}

export class ActAnswer {
  @ApiProperty(id) leg: string;
  @ApiProperty({ enum: ACTS }) act: string;
}

class StopActAnswer extends ActAnswer {
  @ApiProperty({ type: Boolean }) done: boolean;
}

class StopAnswer {
  @ApiProperty({ type: String, example: 'belogorsk' }) place: string;
  @ApiProperty(text) address: string | null;
  @ApiProperty({ type: [StopActAnswer] }) acts: StopActAnswer[];
  @ApiProperty({ type: Number, example: 504, description: 'In the car when it leaves' }) kg: number;
  @ApiProperty({ type: Number, example: 3.4 }) m3: number;
  @ApiProperty({ type: Boolean }) done: boolean;
}

class CapacityAnswer {
  @ApiProperty({ type: Number, example: 1200 }) kg: number;
  @ApiProperty({ type: Number, example: 9 }) m3: number;
}

export class TripAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) version: number;
  @ApiProperty({ ...id, description: 'The offer of time that it is of' }) offer: string;
  @ApiProperty({ enum: TRIP_STATUSES }) status: string;
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({ type: [String], example: ['blagoveshchensk', 'belogorsk'] }) route: string[];
  @ApiProperty(text) car: string | null;
  @ApiProperty({ type: ReachedAnswer }) contact: ReachedAnswer;
  @ApiProperty({ type: CapacityAnswer }) capacity: CapacityAnswer;
  @ApiProperty({ type: [StopAnswer], description: 'In the order in which they are driven' }) stops: StopAnswer[];
  @ApiProperty({ type: [ActAnswer], description: 'What can still be put in another order' }) open: ActAnswer[];
  @ApiProperty({ type: [LegAnswer] }) legs: LegAnswer[];
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ enum: TRIP_VERBS, isArray: true }) can: string[];
}

export class TripsAnswer {
  @ApiProperty({ type: [TripAnswer] }) items: TripAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
