import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import type { Actor } from '#identity';
import {
  APPEALABLE,
  APPEAL_LIMITS,
  Appeals,
  ModerationModule,
  type AppealOutcome,
  type RefusalView,
} from '#moderation';
import { ApiErrors, CurrentUser, Id, ManyLines, RequireSignIn } from '../../http/index.js';
import { APPEAL_OUTCOMES } from '../reviews/reviews.answers.js';

export class AppealsQuery {
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'The need (with its edits and report), organization (with changes of its account) or offer',
  })
  @IsUUID()
  about: string;
}

export class AppealDto {
  @ApiProperty({
    type: String,
    maxLength: APPEAL_LIMITS.wordsMax,
    example: 'Справки есть: внесли обе.',
    description: 'Read by the moderator who decides the appeal',
  })
  @IsString()
  @MaxLength(APPEAL_LIMITS.wordsMax)
  @ManyLines()
  words: string;
}

class RefusedSubject {
  @ApiProperty({ enum: APPEALABLE }) type: RefusalView['subject']['type'];
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) title: string;
}

class MadeAppeal {
  @ApiProperty({ type: 'integer', example: 37 }) number: number;
  @ApiProperty({ type: String }) words: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'It is answered by then' }) dueAt: string;
  @ApiProperty({
    enum: APPEAL_OUTCOMES,
    nullable: true,
    description:
      'Null while it waits. `lifted`: in force at once; `again`: the refusal was wrong, send it once more; `moot`: taken back meanwhile',
  })
  outcome: AppealOutcome | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) settledAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the moderator who decided it wrote' })
  answer: string | null;
}

/** The shape of `RefusalView`, for OpenAPI. */
export class RefusalAnswer {
  @ApiProperty({ type: String, format: 'uuid', description: 'Of the review that was decided' }) id: string;
  @ApiProperty({ type: RefusedSubject }) subject: RefusedSubject;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) needId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) organizationId: string | null;
  @ApiProperty({ type: String }) reason: string;
  @ApiProperty({ type: String, format: 'date-time' }) decidedAt: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'An appeal is taken until then' }) until: string;
  @ApiProperty({ type: MadeAppeal, nullable: true }) appeal: MadeAppeal | null;
  @ApiProperty({ enum: ['appeal'], isArray: true }) can: readonly string[];
}

export class RefusalsAnswer {
  @ApiProperty({ type: [RefusalAnswer] }) items: readonly RefusalAnswer[];
}

@ApiTags('appeals')
@Controller('appeals')
@RequireSignIn()
export class AppealsController {
  constructor(private readonly appeals: Appeals) {}

  @Get()
  @ApiOperation({ summary: 'What moderators refused of one thing of yours, newest first, with the appeals against it' })
  @ApiOkResponse({ type: RefusalsAnswer })
  async about(@CurrentUser() actor: Actor, @Query() query: AppealsQuery): Promise<{ items: RefusalView[] }> {
    return { items: await this.appeals.about(actor, query.about) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One decision that refused something of yours, and the appeal against it' })
  @ApiOkResponse({ type: RefusalAnswer })
  @ApiErrors('appeal.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<RefusalView> {
    return this.appeals.byReview(actor, id);
  }

  @Post(':id')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Appeal against a decision',
    description:
      'Once, within 14 days. None of those who decided before decides it. A need or an organization waits meanwhile as it was refused, closed to changes.',
  })
  @ApiOkResponse({ type: RefusalAnswer })
  @ApiErrors(
    'appeal.not-found',
    'appeal.no-words',
    'appeal.not-refused',
    'appeal.too-late',
    'appeal.already-made',
    'person.unconfirmed',
    'need.organization-not-verified',
    'need.organization-gives',
    'need.deadline-passed',
    'organization.inn-taken',
  )
  async make(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: AppealDto): Promise<RefusalView> {
    await this.appeals.make(actor, id, body.words);
    return this.appeals.byReview(actor, id);
  }
}

@Module({ imports: [ModerationModule], controllers: [AppealsController] })
export class AppealsApiModule {}
