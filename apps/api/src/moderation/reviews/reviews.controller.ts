import { Body, Controller, Delete, Get, HttpCode, Module, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import {
  ModerationModule,
  ModerationService,
  OwnDecisions,
  ReviewHolds,
  ReviewLooks,
  ReviewLetters,
  ReviewQueries,
  SimilarNeeds,
  type Comparison,
  type LetterView,
  type OwnDecision,
  type ReviewCounts,
  type ReviewCursor,
  type ReviewPage,
  type ReviewView,
} from '#moderation';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  page,
  RequireSignIn,
  CurrentUser,
  PageQuery,
  type Page,
} from '../../http/index.js';
import { ReviewCountsAnswer } from './review-counts.answers.js';
import { LettersAnswer } from './letters.answers.js';
import { OwnDecisionsAnswer } from './own-decisions.answers.js';
import { ReviewAnswer, ReviewsAnswer } from './reviews.answers.js';
import { SimilarNeedsAnswer } from './similar.answers.js';
import { DecisionDto, ReviewHoldDto, ReviewsQuery } from './reviews.dto.js';

/** What the thing itself may still refuse when its review is decided. */
const OF_SUBJECTS = [
  'organization.not-yours-to-decide',
  'organization.not-approvable',
  'organization.not-vouched',
  'organization.not-returnable',
  'organization.account-change-not-open',
  'need.not-yours-to-approve',
  'need.not-in-review',
  'need.organization-not-verified',
  'need.deadline-passed',
  'need.edit-not-open',
  'need.edit-not-found',
  'ledger.required-below-use',
  'match.not-now',
  'match.more-than-held',
  'match.lost-beyond-rest',
  'match.nothing-arrived',
  'match.confirmed-otherwise',
  'offer.not-in-review',
];

@ApiTags('reviews')
@Controller('reviews')
@RequireSignIn()
export class ReviewsController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly queries: ReviewQueries,
    private readonly own: OwnDecisions,
    private readonly holds: ReviewHolds,
    private readonly looks: ReviewLooks,
    private readonly letters: ReviewLetters,
    private readonly similar: SimilarNeeds,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The moderators’ queue, by risk or by what is due first',
    description: 'Without what you have an interest in: `hidden` says how many those are.',
  })
  @ApiOkResponse({ type: ReviewsAnswer })
  @ApiErrors('review.moderators-only')
  async list(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Query() query: ReviewsQuery,
  ): Promise<Page<ReviewView> & Pick<ReviewPage, 'rest' | 'hidden'>> {
    const { section, status, sort, limit } = query;
    const { items, next, rest, hidden } = await this.queries.page(
      actor,
      { of: section ? { section } : { status }, sort, limit, after: cursorOf(query.cursor) },
      locale,
    );
    return { ...page(items, next && encodeCursor([next.risk, next.at, next.id])), rest, hidden };
  }

  @Get('counts')
  @ApiOperation({ summary: 'How many reviews are in each section of your work' })
  @ApiOkResponse({ type: ReviewCountsAnswer })
  @ApiErrors('review.moderators-only')
  async counts(@CurrentUser() actor: Actor): Promise<ReviewCounts> {
    return this.queries.counts(actor);
  }

  @Get('mine')
  @ApiOperation({
    summary: 'What you decided, newest first, with what became of it',
    description: 'An appeal against one of them is decided by another moderator.',
  })
  @ApiOkResponse({ type: OwnDecisionsAnswer })
  @ApiErrors('review.moderators-only')
  async mine(@CurrentUser() actor: Actor, @Query() query: PageQuery): Promise<Page<OwnDecision>> {
    const after = decodeCursor(query.cursor, ['time', 'id']);
    const { items, next } = await this.own.page(actor, query.limit, after && { at: after[0], id: after[1] });
    return page(items, next && encodeCursor([next.at, next.id]));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One review with its reasons and what has been said on it' })
  @ApiOkResponse({ type: ReviewAnswer })
  @ApiErrors('review.moderators-only', 'review.not-found')
  async one(@CurrentUser() actor: Actor, @LocaleOf() locale: 'ru' | 'en', @Id('id') id: string): Promise<ReviewView> {
    return this.queries.byId(actor, id, locale);
  }

  @Get(':id/letters')
  @ApiOperation({
    summary: 'What those whom your decision touches would read of it',
    description:
      'One letter for each decision that you may take and of which anybody gets a letter from here, in the language of the request. Nothing is sent. Of a hand-over of which a part arrived the letter says how much, and is not shown.',
  })
  @ApiOkResponse({ type: LettersAnswer })
  @ApiErrors('review.moderators-only', 'review.not-found')
  async lettersOf(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Id('id') id: string,
  ): Promise<{ items: LetterView[] }> {
    return { items: await this.letters.of(actor, id, locale) };
  }

  @Get(':id/similar')
  @ApiOperation({
    summary: 'The need of the case beside the one that it is like',
    description: 'Each as far as you may read it: the other one as its own page shows it to you.',
  })
  @ApiOkResponse({ type: SimilarNeedsAnswer })
  @ApiErrors('review.moderators-only', 'review.not-found', 'review.nothing-similar')
  async similarTo(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Id('id') id: string,
  ): Promise<Comparison> {
    return this.similar.of(actor, id, locale);
  }

  @Put(':id/hold')
  @ApiOperation({
    summary: 'Say that you have this review open',
    description:
      'Others see your name and leave it to you for five minutes; say it again to hold it longer. Where somebody else holds it, nothing changes unless `takeOver` is true: `hold` says who has it. A decision ends the hold.',
  })
  @ApiOkResponse({ type: ReviewAnswer })
  @ApiErrors(
    'review.not-found',
    'review.moderators-only',
    'review.own-matter',
    'review.own-decision',
    'review.administrators-only',
    'review.already-decided',
    'person.unconfirmed',
  )
  async hold(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Id('id') id: string,
    @Body() body: ReviewHoldDto,
  ): Promise<ReviewView> {
    await this.holds.hold(actor, id, body.takeOver);
    return this.queries.byId(actor, id, locale);
  }

  @Delete(':id/hold')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Leave a review that you had open',
    description: 'Of a review that you do not hold nothing changes.',
  })
  @ApiNoContentResponse()
  @ApiErrors('review.moderators-only')
  async release(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<void> {
    await this.holds.release(actor, id);
  }

  @Put(':id/look')
  @ApiOperation({
    summary: 'Open the names and illnesses that are closed in this review',
    description:
      'Written down once for each person and review: who, which review, when. From then on its texts come whole to you, and `shut.seenAt` says since when. Again: nothing changes.',
  })
  @ApiOkResponse({ type: ReviewAnswer })
  @ApiErrors(
    'review.not-found',
    'review.moderators-only',
    'review.own-matter',
    'review.own-decision',
    'review.administrators-only',
    'review.already-decided',
    'review.held',
    'person.unconfirmed',
  )
  async look(@CurrentUser() actor: Actor, @LocaleOf() locale: 'ru' | 'en', @Id('id') id: string): Promise<ReviewView> {
    await this.looks.look(actor, id);
    return this.queries.byId(actor, id, locale);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approve, return with a reason, or pass on',
    description:
      'Never by a person with an interest in it; by two different moderators above the threshold. Of a hand-over, approved is what arrived: all of it, or the `quantity` that is said.',
  })
  @ApiOkResponse({ type: ReviewAnswer })
  @ApiErrors(
    'review.not-found',
    'review.moderators-only',
    'review.own-matter',
    'review.own-decision',
    'review.administrators-only',
    'review.already-decided',
    'review.held',
    'review.reason-needed',
    'review.part-elsewhere',
    'review.suggestion-elsewhere',
    'person.unconfirmed',
    ...OF_SUBJECTS,
  )
  async decide(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Id('id') id: string,
    @Body() body: DecisionDto,
  ): Promise<ReviewView> {
    await this.moderation.decide(actor, id, body);
    return this.queries.byId(actor, id, locale);
  }
}

function cursorOf(cursor: string | undefined): ReviewCursor | null {
  const parts = decodeCursor(cursor, ['integer', 'time', 'id']);
  return parts && { risk: parts[0], at: parts[1], id: parts[2] };
}

@Module({ imports: [ModerationModule], controllers: [ReviewsController] })
export class ReviewsApiModule {}
