import { ApiProperty } from '@nestjs/swagger';
import { CHECKED_IN_BY, CONSENT_STATUSES, END_REASONS, SIGN_UP_STATUSES } from '#volunteering';
import { maybeMoment, moment, words } from './answer-fields.js';

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
  @ApiProperty({ type: SignUpConsentAnswer, nullable: true, description: 'Of a volunteer under 18' })
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
      'From then until `checkInUntil` a volunteer with a place checks in; a device without a connection keeps it. Null: not as things are',
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
