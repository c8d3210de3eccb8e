import { ApiProperty } from '@nestjs/swagger';
import {
  APPEALABLE,
  EFFECT_ACCOUNTS,
  WORD_FIELDS,
  type Outcome,
  type ReviewStatus,
  type ReviewVerb,
  type SubjectType,
  type WordField,
} from '#moderation';
import { HAND_OVER_STEPS, type HandOverStep } from '#matching';
import { PhotoAnswer } from '../../photos/photos.answers.js';
import { REVIEW_STATUSES, OUTCOMES } from './reviews.dto.js';

const REVIEW_VERBS = [...OUTCOMES, 'take-over'] as const;
export const APPEAL_OUTCOMES = ['lifted', 'again', 'kept', 'moot'] as const;
export const SUBJECT_TYPES = [
  'organization',
  'need',
  'need_edit',
  'match',
  'account_change',
  'messages',
  'offer',
  'report',
  'complaint',
  'appeal',
  'suspension',
] as const;

export class ReviewReasonView {
  @ApiProperty({ type: String, example: 'large-sum' }) code: string;
  @ApiProperty({ type: 'integer', example: 18 }) weight: number;
  @ApiProperty({ type: String, example: 'Сумма 1 240 000 ₽ выше порога 500 000 ₽: нужны две подписи.' })
  sentence: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of `duplicate`: the need that this one is like; `GET /reviews/{id}/similar` has both',
  })
  similarNeed: string | null;
}

export class PersonRef {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

export class OrganizationRef {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) shortName: string;
}

class ReviewedOrganization extends OrganizationRef {
  @ApiProperty({ type: Boolean, description: 'You have a page of it' }) page: boolean;
}

class ReviewedNeed {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String }) category: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'What is asked for, in `unit`' }) amount: number | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ type: Boolean, description: 'You have a page of it' }) page: boolean;
}

class ReviewedAccount {
  @ApiProperty({ type: String, example: '041012999' }) bik: string;
  @ApiProperty({ type: String, example: '40703810900000000001' }) number: string;
  @ApiProperty({ type: String }) bankName: string;
  @ApiProperty({ type: String }) correspondent: string;
}

class ReviewedAccounts {
  @ApiProperty({ type: ReviewedAccount, nullable: true, description: 'Null where it is the first one' })
  before: ReviewedAccount | null;
  @ApiProperty({ type: ReviewedAccount }) after: ReviewedAccount;
}

class MarkView {
  @ApiProperty({ type: String, example: 'card-number', description: 'The code of its reason' }) code: string;
  @ApiProperty({ type: 'integer', description: 'Where it begins, in characters of UTF-16' }) at: number;
  @ApiProperty({ type: 'integer' }) length: number;
  @ApiProperty({
    enum: ['name', 'health'],
    nullable: true,
    description: 'What is closed here: the text has `•••` in its place. Null: nothing is',
  })
  shut: 'name' | 'health' | null;
}

class ShutWordsView {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'How many places are closed to who has not looked' })
  count: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Since when you have seen them' })
  seenAt: string | null;
  @ApiProperty({ enum: ['look'], isArray: true, description: '`PUT /reviews/{id}/look`' }) can: readonly 'look'[];
}

class ReviewTextView {
  @ApiProperty({ enum: ['title', 'description', 'reason'] }) field: string;
  @ApiProperty({ enum: ['donor', 'organization'], nullable: true, description: 'Of a dispute: whose words they are' })
  from: string | null;
  @ApiProperty({ type: String }) text: string;
  @ApiProperty({ type: [MarkView] }) marks: MarkView[];
}

class ReviewHistoryView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verifiedAt: string | null;
  @ApiProperty({ type: 'integer', description: 'Needs that were opened' }) needs: number;
  @ApiProperty({ type: 'integer', description: 'Needs that wait for a correction' }) returned: number;
  @ApiProperty({ type: 'integer', description: 'Hand-overs that it confirmed' }) kept: number;
  @ApiProperty({ type: 'integer', description: 'Agreements that it cancelled' }) broken: number;
}

class EffectView {
  @ApiProperty({
    enum: EFFECT_ACCOUNTS,
    description: '`need.required` is the sum of the three before it; `losses` are those of this hand-over',
  })
  account: (typeof EFFECT_ACCOUNTS)[number];
  @ApiProperty({ type: 'integer' }) now: number;
  @ApiProperty({ type: 'integer', description: 'All of it arrived' }) approve: number;
  @ApiProperty({ type: 'integer', description: 'All of it was lost on the way' }) lost: number;
  @ApiProperty({ type: 'integer', description: 'All of it is the giver’s again' }) return: number;
}

class EffectsView {
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: 'integer', description: 'What the hand-over holds' }) amount: number;
  @ApiProperty({ type: [EffectView] }) rows: EffectView[];
}

class HandOverStepView {
  @ApiProperty({ enum: HAND_OVER_STEPS, description: '`meeting`: the hour on which both sides agreed' })
  step: HandOverStep;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

class HandOverView {
  @ApiProperty({ type: String, description: 'Who gives, as the other side reads it' }) giver: string;
  @ApiProperty({ type: 'integer', description: 'Promises that the giver kept' }) kept: number;
  @ApiProperty({ type: 'integer', description: 'Promises that the giver broke' }) broken: number;
  @ApiProperty({ type: [HandOverStepView], description: 'What is known without anybody’s words' })
  steps: readonly HandOverStepView[];
}

class ReviewSubjectView {
  @ApiProperty({
    enum: SUBJECT_TYPES,
    description: 'Of `messages` the id is that of the match: `GET /matches/{id}/messages`',
  })
  type: SubjectType;
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: ReviewedOrganization, nullable: true }) organization: ReviewedOrganization | null;
  @ApiProperty({ type: ReviewedNeed, nullable: true }) need: ReviewedNeed | null;
  @ApiProperty({ type: ReviewedAccounts, nullable: true, description: 'Of a changed account: which becomes which' })
  accounts: ReviewedAccounts | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '/needs/1270',
    description: 'Of a complaint: the page that it is about, as a path without language',
  })
  page: string | null;
  @ApiProperty({ type: [ReviewTextView], description: 'What would be read, with what was flagged marked in it' })
  texts: ReviewTextView[];
  @ApiProperty({ type: [PhotoAnswer] }) photos: PhotoAnswer[];
  @ApiProperty({ type: ReviewHistoryView, nullable: true, description: 'How the organization has done so far' })
  history: ReviewHistoryView | null;
  @ApiProperty({
    type: EffectsView,
    nullable: true,
    description: 'Of a hand-over: what each decision does to the books, in `unit`',
  })
  effects: EffectsView | null;
  @ApiProperty({
    type: HandOverView,
    nullable: true,
    description: 'Of a hand-over of which it is open what arrived. Then `approve` may say how much',
  })
  handOver: HandOverView | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The description alone, where a text may be proposed with the return',
  })
  description: string | null;
}

class SignatureView {
  @ApiProperty({ type: PersonRef }) person: PersonRef;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

class GivenDecisionView extends SignatureView {
  @ApiProperty({ enum: OUTCOMES }) outcome: Outcome;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

class ChangedView {
  @ApiProperty({ enum: WORD_FIELDS }) field: WordField;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Words, a code of the catalogue, a time, or an amount in the unit of the need; null: nothing was said',
  })
  before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
}

class AppealInReview {
  @ApiProperty({ type: 'integer', example: 37 }) number: number;
  @ApiProperty({ enum: APPEALABLE, description: 'What was refused' }) of: SubjectType;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'It is answered by then' }) dueAt: string;
  @ApiProperty({
    type: [GivenDecisionView],
    description: 'What was said on it before; none of these people decides it',
  })
  decisions: readonly GivenDecisionView[];
  @ApiProperty({
    type: [ChangedView],
    nullable: true,
    description: 'While it waits: what is not as it was when it was refused. Null: it is not known how it was',
  })
  changes: readonly ChangedView[] | null;
}

class ReviewHoldView {
  @ApiProperty({ type: PersonRef }) person: PersonRef;
  @ApiProperty({ type: Boolean }) mine: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) since: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'It ends by itself then' }) until: string;
}

/** The shape of `ReviewView`, for OpenAPI. */
export class ReviewAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: REVIEW_STATUSES }) status: ReviewStatus;
  @ApiProperty({ type: ReviewSubjectView }) subject: ReviewSubjectView;
  @ApiProperty({
    type: ShutWordsView,
    nullable: true,
    description: 'Names and illnesses of people, closed until you look; null where there are none',
  })
  shut: ShutWordsView | null;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 }) risk: number;
  @ApiProperty({ type: [ReviewReasonView] }) reasons: readonly ReviewReasonView[];
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 2 }) signaturesNeeded: number;
  @ApiProperty({ type: [SignatureView] }) signatures: readonly SignatureView[];
  @ApiProperty({ type: [GivenDecisionView] }) decisions: readonly GivenDecisionView[];
  @ApiProperty({
    type: [GivenDecisionView],
    description: 'With which words the same was returned before; it was sent again since',
  })
  returnedBefore: readonly GivenDecisionView[];
  @ApiProperty({ type: AppealInReview, nullable: true, description: 'Of an appeal: the decision that it is against' })
  appeal: AppealInReview | null;
  @ApiProperty({ type: String, format: 'date-time' }) openedAt: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'It is decided by then' }) dueAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt: string | null;
  @ApiProperty({ type: ReviewHoldView, nullable: true, description: 'Who has it open' }) hold: ReviewHoldView | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why nobody can approve it yet' }) notYet: string | null;
  @ApiProperty({
    enum: REVIEW_VERBS,
    isArray: true,
    description: '`take-over` alone: another moderator has it open',
  })
  can: readonly ReviewVerb[];
}

export class ReviewsAnswer {
  @ApiProperty({ type: [ReviewAnswer] }) items: readonly ReviewAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many come after this page' }) rest: number;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many you have an interest in: they are on no page' })
  hidden: number;
}
