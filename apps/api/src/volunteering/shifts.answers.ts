import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NEED_STATUSES } from '#needs';
import { CHECKED_IN_BY, CONSENT_STATUSES, END_REASONS, SHIFT_STATES, SIGN_UP_STATUSES } from '#volunteering';

const moment = { type: String, format: 'date-time' } as const;
const maybeMoment = { ...moment, nullable: true } as const;
const words = { type: String, nullable: true } as const;
const count = { type: 'integer', minimum: 0, example: 1 } as const;

/** Shapes of the answers, for OpenAPI; the objects themselves are the views of the lib. */
class SignUpConsentAnswer {
  @ApiProperty({ type: 'integer', example: 16 }) age: number;
  @ApiProperty({ enum: CONSENT_STATUSES, example: 'waiting', description: 'Until it is `given` nobody checks in' })
  status: string;
  @ApiProperty({ ...moment, description: 'The place is kept so long without an answer' }) until: string;
}

export class SignUpAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'uuid', description: 'The shift' }) shift: string;
  @ApiProperty({ enum: SIGN_UP_STATUSES, example: 'signed_up' }) status: string;
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 7,
    description: 'In the list of the shift: the coordinator finds them by it',
  })
  number: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 1,
    example: 2,
    description: 'In the queue, counted from one; null unless it waits',
  })
  position: number | null;
  @ApiProperty({
    ...maybeMoment,
    description: 'A place became free and is kept for this one until then: `accept` takes it',
  })
  offeredUntil: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 170, description: 'As confirmed' }) minutes: number | null;
  @ApiProperty({ ...words, example: '2 ч 50 мин' }) text: string | null;
  @ApiProperty({ ...words, description: 'Why they are others than the shift' }) minutesReason: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 180, description: 'As the volunteer says' }) claimed:
    number | null;
  @ApiProperty(words) objection: string | null;
  @ApiProperty({ ...maybeMoment, description: 'The volunteer objects, and nobody has decided yet' }) objectedAt:
    string | null;
  @ApiProperty({ enum: END_REASONS, nullable: true, example: null }) endedReason: string | null;
  @ApiProperty({
    type: Boolean,
    description: 'A clearing proposes the place, and keeps it until `offeredUntil`: they have asked for nothing yet',
  })
  proposed: boolean;
  @ApiProperty({ type: Boolean, description: 'A coordinator signed them up: cancelling and staying away never count' })
  entered: boolean;
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    example: 1,
    description: 'Who come with it; `minutes` and `claimed` are of all of them',
  })
  people: number;
  @ApiProperty({ type: SignUpConsentAnswer, nullable: true, description: 'Of somebody under 18' })
  consent: SignUpConsentAnswer | null;
  @ApiProperty({
    type: Boolean,
    description: 'Cancelling now would count as a broken promise: for a while less can be promised at once',
  })
  late: boolean;
  @ApiProperty(moment) signedUpAt: string;
  @ApiProperty({
    ...maybeMoment,
    description:
      'From then until `checkInUntil` whoever has a place checks in; a device without a connection keeps it. Null: not as things are',
  })
  checkInFrom: string | null;
  @ApiProperty(maybeMoment) checkInUntil: string | null;
  @ApiProperty(maybeMoment) checkedInAt: string | null;
  @ApiProperty({
    enum: CHECKED_IN_BY,
    nullable: true,
    example: 'code',
    description: '`organization`: from its list; `word`: work without an hour, as they say',
  })
  checkedInBy: string | null;
  @ApiProperty({
    ...maybeMoment,
    description: 'Of a check-in that a device had kept without a connection: when it came here',
  })
  heardAt: string | null;
  @ApiProperty({ ...maybeMoment, description: 'When they left, as they say (`check-out`)' }) leftAt: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 165,
    description:
      'Minutes of all of them by check-in and check-out, those of the shift where it is nearly that; the organization confirms',
  })
  stayed: number | null;
  @ApiProperty({ ...words, example: '2 ч 45 мин' }) stayedText: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: null,
    description: 'They come so many minutes late, as they say',
  })
  lateMinutes: number | null;
  @ApiProperty({
    enum: ['accept', 'cancel', 'check-in', 'check-out', 'done', 'say-late', 'no-show', 'confirm', 'dispute'],
    isArray: true,
  })
  can: string[];
}

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

export class ShiftAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: 'The number in the ETag' }) version: number;
  @ApiProperty({ enum: ['planned', 'cancelled'], example: 'planned' }) status: string;
  @ApiProperty({
    enum: SHIFT_STATES,
    example: 'lacking',
    description:
      'For whoever runs it: people are `lacking`, it is `full`, hours wait for a word (`confirm`), it is over (`done`) or was cancelled',
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
    description: 'For whoever has a place, and the organization',
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
    description: 'For whoever is expected, to be shown at the place; with one shift, not in lists',
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

class ListedSignUpAnswer extends SignUpAnswer {
  @ApiProperty({ type: String, example: 'Анна Д.' }) name: string;
}

export class SignUpsAnswer {
  @ApiProperty({ type: [ListedSignUpAnswer] }) items: ListedSignUpAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ConfirmedAllAnswer {
  @ApiProperty({ type: 'integer', minimum: 0, example: 9, description: 'Sign-ups whose hours were confirmed' })
  confirmed: number;
}
