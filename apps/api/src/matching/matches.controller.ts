import type { WhyNotOfferView, WhyNotView } from '#engine';
import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#catalogue';
import { ClearingModule, PassedOverReads } from '#clearing';
import { DonorsModule } from '#donors';
import type { Actor } from '#identity';
import {
  MatchingModule,
  MatchesService,
  MatchReads,
  MeetingReads,
  refuseMatch,
  WhyNotReads,
  type MatchFilter,
  type MatchView,
  type MeetingMatch,
} from '#matching';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  page,
  RequireSignIn,
  CurrentUser,
  type Page,
} from '../http/index.js';
import { listedNeedView } from '../needs/listed-need.js';
import { MatchesAnswer } from './matches.answers.js';
import { PassedOverAnswer, WhyNotAnswer, WhyNotOfferAnswer } from './why-not.answers.js';
import { DeskController } from './desk.controller.js';
import { HandOversController, OwnContactController } from './meeting.controller.js';
import { MeetingMatchAnswer } from './meeting.answers.js';
import { AcceptMatchDto } from './meeting.dto.js';
import { HandOverPhotosController } from './hand-over-photos.controller.js';
import { TransferPapersController } from './transfer-papers.controller.js';
import { CancelMatchDto, ConfirmMatchDto, DeclineMatchDto, DisputeMatchDto, MatchesQuery } from './matches.dto.js';

type Locale = 'ru' | 'en';

@ApiTags('matches')
@Controller()
@RequireSignIn()
export class MatchesController {
  constructor(
    private readonly life: MatchesService,
    private readonly reads: MatchReads,
    private readonly meetings: MeetingReads,
    private readonly whyNotReads: WhyNotReads,
    private readonly passedOverReads: PassedOverReads,
    private readonly catalogue: Catalogue,
  ) {}

  @Get('matches')
  @ApiOperation({
    summary: 'Matches of an offer, of a need or of an organization, best first',
    description: 'To the two sides and moderators only. Name exactly one of offer, need, organization.',
  })
  @ApiOkResponse({ type: MatchesAnswer })
  @ApiErrors('match.ask-for-one', 'match.not-found')
  async list(
    @CurrentUser() actor: Actor,
    @Query() query: MatchesQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<MatchView>> {
    const { offer, need, organization, status: statuses } = query;
    if ([offer, need, organization].filter(Boolean).length !== 1) refuseMatch('match.ask-for-one');
    const after = decodeCursor(query.cursor, ['integer', 'id']);
    const filter = { offerId: offer, needId: need, organizationId: organization, statuses };
    const named = Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined),
    ) as unknown as MatchFilter;
    const { items, next } = await this.reads.page(
      actor,
      named,
      query.limit,
      after && { rank: after[0], id: after[1] },
      locale,
    );
    return page(items, next && encodeCursor([next.rank, next.id]));
  }

  @Get('matches/:id')
  @ApiOperation({
    summary: 'One match',
    description: 'To its two sides with how to reach each other, once both have said yes, and the hand-over.',
  })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors('match.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<MeetingMatch> {
    return this.meetings.one(actor, id, locale);
  }

  @Post('matches/:id/accept')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say yes',
    description:
      'Says `contact` what the other side sees once both have said yes. The first yes holds the part, the second makes it agreed; with `autoAccept` the donor’s yes is enough, never in a private category. From an address that was never confirmed it is refused (`person.unconfirmed`), and the mail to confirm it is sent once more. Said again with another quantity: 409.',
  })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors(
    'match.not-found',
    'match.not-yours',
    'match.not-now',
    'match.need-not-open',
    'match.offer-not-open',
    'match.nothing-left',
    'match.less-left',
    'match.not-whole',
    'match.below-minimum',
    'match.amount-changed',
    'match.holding-too-much',
    'person.unconfirmed',
  )
  async accept(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: AcceptMatchDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.life.accept(actor, id, body);
    return this.meetings.one(actor, id, locale);
  }

  @Post('matches/:id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say no' })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'match.not-now')
  async decline(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: DeclineMatchDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.life.decline(actor, id, body.reason ?? 'other');
    return this.meetings.one(actor, id, locale);
  }

  @Post('matches/:id/deliver')
  @HttpCode(200)
  @ApiOperation({ summary: 'The donor has handed it over' })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'match.not-now', 'match.meeting-to-come')
  async deliver(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<MeetingMatch> {
    await this.life.deliver(actor, id);
    return this.meetings.one(actor, id, locale);
  }

  @Post('matches/:id/confirm')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The organization confirms what arrived',
    description:
      'Of the rest, `lost` goes to losses and what is left is available again. More than was held needs `extra`. The same words again change nothing; others are refused once it is confirmed. Money is confirmed by an owner or accountant, with the date and number of the transfer.',
  })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors(
    'match.not-found',
    'match.not-yours',
    'match.not-now',
    'match.meeting-to-come',
    'match.confirmed-otherwise',
    'match.more-than-held',
    'match.lost-beyond-rest',
    'match.bank-needed',
    'match.bank-date-ahead',
    'match.bank-date-too-old',
    'match.bank-only-money',
  )
  async confirm(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: ConfirmMatchDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.life.confirm(actor, id, body);
    return this.meetings.one(actor, id, locale);
  }

  @Post('matches/:id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a yes back before the hand-over' })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'match.not-now')
  async cancel(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: CancelMatchDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.life.cancel(actor, id, body.reason);
    return this.meetings.one(actor, id, locale);
  }

  @Post('matches/:id/dispute')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say that the hand-over was not as stated: a moderator decides',
    description: 'In a dispute that the other side began, say once how it was: the moderator reads the words of both.',
  })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'match.not-now')
  async dispute(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: DisputeMatchDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.life.dispute(actor, id, body.reason);
    return this.meetings.one(actor, id, locale);
  }

  @Get('matches/:id/passed-over')
  @ApiOperation({
    summary: 'Why not another need? Those that looked better and lost to this one',
    description:
      'For the donor of the match and moderators. Of a match that a clearing planned: needs with a higher score for the same offer, and why they were not given it, as the run kept it (`from: clearing`; `not-kept`: the run is older than that). Of one that was found at once: the proposals that stand beside it, with the parts that make the difference (`from: at-once`).',
  })
  @ApiOkResponse({ type: PassedOverAnswer })
  @ApiErrors('match.not-found', 'match.for-its-donor')
  async passedOver(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<PassedOverAnswer> {
    const { needs, ...view } = await this.passedOverReads.of(actor, id, locale);
    return {
      ...view,
      needs: needs.map(({ score, reason, matched, needed, differences, sentence, ...need }) => ({
        need: listedNeedView(need, this.catalogue),
        score,
        reason,
        matched,
        needed,
        differences,
        sentence,
      })),
    };
  }

  @Get('needs/:id/why-not')
  @ApiOperation({
    summary: 'Why a need has no proposals: the conditions with counts, the nearest miss, what would open some',
  })
  @ApiOkResponse({ type: WhyNotAnswer })
  @ApiErrors('match.not-found')
  whyNot(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<WhyNotView> {
    return this.whyNotReads.whyNot(actor, id, locale);
  }

  @Get('offers/:id/why-not')
  @ApiOperation({
    summary: 'Why an offer has no proposals: the conditions with counts, the nearest miss, what would open some',
    description: 'For its donor and moderators. `edit` of a change is a body for `PATCH /offers/{id}`.',
  })
  @ApiOkResponse({ type: WhyNotOfferAnswer })
  @ApiErrors('offer.not-found')
  whyNotOffer(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<WhyNotOfferView> {
    return this.whyNotReads.whyNotOffer(actor, id, locale);
  }
}

@Module({
  imports: [MatchingModule, ClearingModule, DonorsModule],
  controllers: [
    MatchesController,
    DeskController,
    HandOversController,
    HandOverPhotosController,
    OwnContactController,
    TransferPapersController,
  ],
})
export class MatchesApiModule {}
