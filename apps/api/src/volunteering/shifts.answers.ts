import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NEED_STATUSES } from '#needs';
import { CLASHES, SHIFT_STATES } from '#volunteering';
import { count, moment, words } from './answer-fields.js';
import { SignUpAnswer } from './sign-ups.answers.js';

/** Shapes of the answers, for OpenAPI; the objects themselves are the views of the lib. */

class ShiftNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ type: String, example: 'Сортировка помощи' }) title: string;
  @ApiProperty({ type: String, example: 'emergency-logistics' }) category: string;
  @ApiProperty({ enum: NEED_STATUSES, example: 'open' }) status: string;
}

class ShiftOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
}

class CheckInQrAnswer {
  @ApiProperty({ type: String, example: 'https://lepta.example.org/shifts/…#code=AC3D4E' }) payload: string;
  @ApiProperty({ type: String, example: '<svg …>' }) svg: string;
}

class ShiftPointAnswer {
  @ApiProperty({ type: Number, example: 50.2907 }) lat: number;
  @ApiProperty({ type: Number, example: 127.5272 }) lon: number;
}

class ShiftWhyNotAnswer {
  @ApiProperty({ enum: ['shift.papers-not-seen', 'shift.agreed-first'] }) code: string;
  @ApiProperty({ type: String }) sentence: string;
}

class ShiftSeriesAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'FREQ=WEEKLY;BYDAY=MO,TH' }) rule: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) lastOn: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    example: '2026-12-28',
    description: 'The day of the series that this shift stands for',
  })
  day: string;
  @ApiProperty({ type: Boolean, description: 'Changed alone: changes of the series leave it as it is' }) apart: boolean;
  @ApiProperty({ type: Boolean, description: 'Shifts of it are still to be made' }) goesOn: boolean;
  @ApiProperty({
    enum: ['room', 'deadline'],
    nullable: true,
    description: 'Why the next ones are not made yet: the need has no minutes left for them, or ends before',
  })
  waits: string | null;
}

class OtherShiftAnswer {
  @ApiProperty({ type: String, format: 'uuid', description: 'Of the caller, in the other shift' }) signUp: string;
  @ApiProperty({ type: String, format: 'uuid' }) shift: string;
  @ApiProperty({ type: String, example: 'Собрать 120 продуктовых наборов' }) title: string;
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({ type: String, example: '3 ч' }) text: string;
  @ApiProperty({ type: Boolean, description: 'Cancelling it now would count as a broken promise' }) late: boolean;
  @ApiProperty({ enum: ['cancel'], isArray: true }) can: string[];
}

class ShiftClashAnswer {
  @ApiProperty({ enum: CLASHES, description: 'At the `same-time`, or `too-far` for the time between the two' })
  why: string;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 182,
    description: 'Between their places, as the crow flies',
  })
  km: number | null;
  @ApiProperty({ type: OtherShiftAnswer }) with: OtherShiftAnswer;
}

export class ShiftAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: 'The number in the ETag' }) version: number;
  @ApiProperty({ enum: ['planned', 'cancelled'], example: 'planned' }) status: string;
  @ApiProperty({
    enum: SHIFT_STATES,
    example: 'lacking',
    description:
      'For the organization that runs it: people are `lacking`, it is `full`, hours wait for a word (`confirm`), it is over (`done`) or was cancelled',
  })
  state: string;
  @ApiProperty({ type: ShiftNeedAnswer }) need: ShiftNeedAnswer;
  @ApiProperty({ type: ShiftOrganizationAnswer }) organization: ShiftOrganizationAnswer;
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({
    type: Boolean,
    description: 'There is no hour: it is done at any time by `until`, and begun by `from` at the latest',
  })
  anyTime: boolean;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk', description: 'Of the place: its times are said in it' })
  timeZone: string;
  @ApiProperty({ type: 'integer', example: 180 }) minutes: number;
  @ApiProperty({ type: String, example: '3 ч' }) text: string;
  @ApiProperty({ ...count, example: 12 }) capacity: number;
  @ApiProperty({ ...count, description: 'Places that nobody has or is offered' }) free: number;
  @ApiProperty(count) waiting: number;
  @ApiProperty(count) checkedIn: number;
  @ApiProperty({
    ...count,
    description: 'Of them, of whom nobody says that they were there for another time: `confirm-all` confirms these',
  })
  asPlanned: number;
  @ApiProperty(count) confirmed: number;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: Boolean }) remote: boolean;
  @ApiProperty({ ...words, example: 'Тяжёлые коробки, скользкий пол' }) risks: string | null;
  @ApiProperty({ ...words, example: 'Перчатки дадим, обувь закрытая' }) gear: string | null;
  @ApiProperty({
    ...words,
    example: 'Обед, дорога, страховка на день',
    description: 'What the organization takes upon itself',
  })
  covered: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 16, description: 'From which age on; null: from 14' })
  minAge: number | null;
  @ApiProperty({ type: [String], example: [], description: 'The skills that the need asks for' }) skills: string[];
  @ApiProperty({ type: ShiftSeriesAnswer, nullable: true, description: 'One of several that come again' })
  series: ShiftSeriesAnswer | null;
  @ApiProperty({ ...words, description: 'Why it was cancelled' }) reason: string | null;
  @ApiPropertyOptional({
    type: String,
    example: 'Склад, ворота 2',
    description: 'For volunteers with a place, and the organization',
  })
  meet?: string;
  @ApiPropertyOptional({
    type: ShiftPointAnswer,
    nullable: true,
    description: 'Where exactly, for the same ones; null: nobody checks in by location',
  })
  point?: ShiftPointAnswer | null;
  @ApiPropertyOptional({
    type: String,
    example: 'AC3D4E',
    description: 'For the organization alone, until the shift is cancelled',
  })
  checkInCode?: string;
  @ApiPropertyOptional({
    type: CheckInQrAnswer,
    description: 'The same code as a picture, for the organization alone; with one shift, not in lists',
  })
  checkInQr?: CheckInQrAnswer;
  @ApiPropertyOptional({
    type: CheckInQrAnswer,
    description: 'For volunteers who are expected, to be shown at the place; with one shift, not in lists',
  })
  ticketQr?: CheckInQrAnswer;
  @ApiProperty({ type: SignUpAnswer, nullable: true, description: "The caller's own" }) signUp: SignUpAnswer | null;
  @ApiProperty({
    type: ShiftWhyNotAnswer,
    nullable: true,
    description:
      'Why the caller cannot sign up by a click though others can, or not use their own place, and what to do: papers that nobody has seen, or needs whose words are for the parties alone',
  })
  whyNot: ShiftWhyNotAnswer | null;
  @ApiProperty({
    type: ShiftClashAnswer,
    nullable: true,
    description:
      "Another shift of the caller's in which nobody can be who is in this one; with one shift, and in the caller's own list",
  })
  clash: ShiftClashAnswer | null;
  @ApiProperty({ enum: ['sign-up', 'edit', 'cancel', 'confirm-all', 'run'], isArray: true }) can: string[];
}

export class ShiftsAnswer {
  @ApiProperty({ type: [ShiftAnswer] }) items: ShiftAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class ShiftsOfDayAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2026-11-28' }) day: string;
  @ApiProperty(count) shifts: number;
}

class ShiftsOfPlaceAnswer {
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty(count) shifts: number;
  @ApiProperty(count) capacity: number;
  @ApiProperty(count) taken: number;
}

export class ShiftCountsAnswer {
  @ApiProperty({ type: String, example: 'Asia/Yakutsk', description: 'Of the installation: days are counted in it' })
  timeZone: string;
  @ApiProperty({ type: [ShiftsOfDayAnswer], description: 'Each of the next 14 days' }) days: ShiftsOfDayAnswer[];
  @ApiProperty({
    type: [ShiftsOfPlaceAnswer],
    description: 'All that are to come, but for work from home, wherever `near` is',
  })
  places: ShiftsOfPlaceAnswer[];
}

export class ShiftsOfWeekAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2026-11-23', description: 'Monday of the week' })
  monday: string;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk', description: 'Of the installation: days are counted in it' })
  timeZone: string;
  @ApiProperty({ type: [ShiftAnswer], description: 'By their beginning, cancelled ones too' }) items: ShiftAnswer[];
}

class MyShiftAnswer extends SignUpAnswer {
  @ApiProperty({ type: ShiftAnswer }) at: ShiftAnswer;
}

export class MyShiftsAnswer {
  @ApiProperty({ type: [MyShiftAnswer] }) items: MyShiftAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
