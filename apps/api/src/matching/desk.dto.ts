import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../http/index.js';
import { MatchAnswer } from './matches.answers.js';
import { SlotAnswer } from './meeting.answers.js';

const STAGES = ['waiting', 'answered'] as const;
const STATES = ['to-agree', 'yours-to-answer', 'theirs-to-answer', 'agreed', 'unmarked', 'disputed', 'done'] as const;
const moment = { type: String, format: 'date-time' } as const;

export class AnswersQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: STAGES,
    default: 'waiting',
    description: 'What waits for an answer, the nearest time first; or what was answered, the latest first',
  })
  @IsOptional()
  @IsIn(STAGES)
  stage: (typeof STAGES)[number] = 'waiting';

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those for this need' })
  @IsOptional()
  @IsUUID()
  need?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Also how many wait for each need' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  byNeed?: boolean;
}

export class HandOversQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2026-11-24',
    description: 'A day of the week that is asked for; without it the present week of the organization',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  day?: string;
}

class AnswerOfDesk extends MatchAnswer {
  @ApiProperty({
    ...moment,
    description:
      'Until when an answer is awaited: for as long as a yes is held, else for as long as offer and need run. Of what was answered: when',
  })
  at: string;
  @ApiProperty({
    type: [SlotAnswer],
    description: 'Hours to propose with the yes that makes it agreed, as long as what is promised takes; to members',
  })
  slots: SlotAnswer[];
}

class NeedAwaitedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({ type: 'integer', example: 3 }) waiting: number;
  @ApiProperty({ type: 'integer', example: 1 }) held: number;
}

export class AnswersAnswer {
  @ApiProperty({ type: [AnswerOfDesk] }) items: AnswerOfDesk[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: 'integer', example: 60, description: 'How many wait in all' }) waiting: number;
  @ApiProperty({
    type: 'integer',
    example: 7,
    description: 'Of them: where the donor has said yes, so that a part is held',
  })
  held: number;
  @ApiProperty({ type: 'integer', example: 12, description: 'Matches that were agreed and are on their way' })
  onTheWay: number;
  @ApiProperty({ type: 'integer', example: 2, description: 'Matches that were brought and wait to be confirmed' })
  toConfirm: number;
  @ApiProperty({ type: [NeedAwaitedAnswer], description: 'With `byNeed`' }) byNeed: NeedAwaitedAnswer[];
  @ApiProperty({
    type: [SlotAnswer],
    description: 'Hours to propose with a yes, by the opening hours of the organization’s points; to its members',
  })
  slots: SlotAnswer[];
  @ApiProperty({ type: String, example: 'Asia/Yakutsk', description: 'Of the organization' }) timeZone: string;
}

class HandOverNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
  @ApiProperty({ enum: ['goods', 'time'] }) kind: string;
}

class HandOverOfDeskAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) match: string;
  @ApiProperty({
    enum: STATES,
    example: 'agreed',
    description:
      'No hour yet; proposed and waiting for this side or the other; agreed; over and not marked; disputed; received',
  })
  state: string;
  @ApiProperty({ ...moment, nullable: true }) from: string | null;
  @ApiProperty({ ...moment, nullable: true }) until: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Склад, ворота 2' }) place: string | null;
  @ApiProperty({ type: String, example: '50 шт' }) text: string;
  @ApiProperty({ type: String, example: 'Анонимный даритель' }) donor: string;
  @ApiProperty({ type: HandOverNeedAnswer }) need: HandOverNeedAnswer;
}

export class HandOversAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2026-11-23', description: 'Monday of the week' })
  monday: string;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({
    type: [HandOverOfDeskAnswer],
    description: 'Of the week, and whatever still waits for a word: without an hour, or not marked',
  })
  items: HandOverOfDeskAnswer[];
}
