import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_CHANGE_STATUSES } from '#organizations';
import type { Outcome, ReviewStatus, SubjectType } from '#moderation';
import { APPEAL_OUTCOMES, OrganizationRef, SUBJECT_TYPES } from './reviews.answers.js';
import { OUTCOMES, REVIEW_STATUSES } from './reviews.dto.js';

class AppealOfDecision {
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ enum: APPEAL_OUTCOMES, nullable: true, description: 'Null while it waits' }) outcome: string | null;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
}

class DecidedSubject {
  @ApiProperty({ enum: SUBJECT_TYPES }) type: SubjectType;
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) title: string;
}

class ArrivedOfDecision {
  @ApiProperty({ type: 'integer', example: 4 }) amount: number;
  @ApiProperty({ type: 'integer', example: 1, description: 'Lost on the way' }) lost: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
}

export class OwnDecisionView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'uuid' }) reviewId: string;
  @ApiProperty({ type: DecidedSubject }) subject: DecidedSubject;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) needId: string | null;
  @ApiProperty({ type: OrganizationRef, nullable: true }) organization: OrganizationRef | null;
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: Boolean, description: 'Of a match: an objection to confirmed hours' }) objection: boolean;
  @ApiProperty({
    type: ArrivedOfDecision,
    nullable: true,
    description: 'Of a hand-over that was found to have arrived, in the base unit, as the books say it now',
  })
  arrived: ArrivedOfDecision | null;
  @ApiProperty({
    enum: ACCOUNT_CHANGE_STATUSES,
    nullable: true,
    description: 'Of a changed account: how the change stands',
  })
  accountChange: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ enum: REVIEW_STATUSES, description: 'How the review stands now' }) status: ReviewStatus;
  @ApiProperty({ type: AppealOfDecision, nullable: true }) appeal: AppealOfDecision | null;
}

export class OwnDecisionsAnswer {
  @ApiProperty({ type: [OwnDecisionView] }) items: readonly OwnDecisionView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
