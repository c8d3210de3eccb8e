import { Body, Controller, Get, HttpCode, Module, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import {
  OffersModule,
  StandingOffersQueries,
  StandingOffersService,
  type StandingDateView,
  type StandingOfferView,
} from '#offers';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  IfMatch,
  LocaleOf,
  IdempotentId,
  page,
  PageQuery,
  RequireSignIn,
  setEtag,
  CurrentUser,
  type Page,
} from '../http/index.js';
import {
  EditStandingOfferDto,
  PostStandingOfferDto,
  StandingDatesAnswer,
  StandingOfferAnswer,
  StandingOffersAnswer,
  StandingOffersQuery,
} from './standing-offers.dto.js';

@ApiTags('standing offers')
@Controller('standing-offers')
@RequireSignIn()
export class StandingOffersController {
  constructor(
    private readonly standing: StandingOffersService,
    private readonly reads: StandingOffersQueries,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'My standing offers, newest first',
    description: 'With `onBehalfOf` those of an organization that the caller belongs to.',
  })
  @ApiOkResponse({ type: StandingOffersAnswer })
  @ApiErrors('standing.not-found')
  async list(
    @CurrentUser() actor: Actor,
    @Query() { limit, cursor, ...filters }: StandingOffersQuery,
  ): Promise<Page<StandingOfferView>> {
    const { items, next } = await this.reads.page(actor, filters, limit, decodeCursor(cursor, ['time', 'id']));
    return page(items, next && encodeCursor(next));
  }

  @Post()
  @ApiOperation({
    summary: 'Offer something again and again',
    description:
      'At each of its dates an ordinary offer opens by itself, and is shared out, explained and told of as every other. Of dates that were missed the latest opens.',
  })
  @ApiCreatedResponse({ type: StandingOfferAnswer })
  @ApiErrors('offer.not-yours-to-give-for', 'offer.organization-suspended', 'standing.too-many')
  async setUp(
    @CurrentUser() actor: Actor,
    @IdempotentId() thing: string | undefined,
    @Body() body: PostStandingOfferDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StandingOfferView> {
    const id = await this.standing.setUp(actor, body, thing);
    reply.header('location', `/api/v1/standing-offers/${id}`);
    return this.answer(actor, id, reply);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One of my standing offers, and when its next date is' })
  @ApiOkResponse({ type: StandingOfferAnswer })
  @ApiErrors('standing.not-found')
  one(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StandingOfferView> {
    return this.answer(actor, id, reply);
  }

  @Get(':id/dates')
  @ApiOperation({
    summary: 'What became of its dates, newest first',
    description: 'Each with the offer that it opened, or with the reason why it opened none.',
  })
  @ApiOkResponse({ type: StandingDatesAnswer })
  @ApiErrors('standing.not-found')
  async dates(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: 'ru' | 'en',
    @Query() query: PageQuery,
  ): Promise<Page<StandingDateView>> {
    const before = decodeCursor(query.cursor, ['time']);
    const { items, next } = await this.reads.dates(
      actor,
      id,
      query.limit,
      before && before[0].slice(0, 'YYYY-MM-DD'.length),
      locale,
    );
    return page(items, next && encodeCursor([`${next}T00:00:00Z`]));
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Edit what the next ones will be',
    description:
      'Offers that are open already stay as they are. Another rhythm begins with its first date that is still to come.',
  })
  @ApiOkResponse({ type: StandingOfferAnswer })
  @ApiErrors('standing.not-found', 'standing.not-yours', 'standing.stale', 'standing.ended')
  async edit(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body() body: EditStandingOfferDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StandingOfferView> {
    await this.standing.edit(actor, id, version, body);
    return this.answer(actor, id, reply);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let no date open anything until it is resumed' })
  @ApiOkResponse({ type: StandingOfferAnswer })
  @ApiErrors('standing.not-found', 'standing.not-yours', 'standing.ended')
  async pause(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StandingOfferView> {
    await this.standing.pause(actor, id);
    return this.answer(actor, id, reply);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Go on with the first date that is still to come',
    description: 'Dates of the pause are kept as skipped. Where none is left it has ended.',
  })
  @ApiOkResponse({ type: StandingOfferAnswer })
  @ApiErrors('standing.not-found', 'standing.not-yours', 'standing.ended')
  async resume(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StandingOfferView> {
    await this.standing.resume(actor, id);
    return this.answer(actor, id, reply);
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({
    summary: 'End a standing offer',
    description: 'No more dates. Offers that are open stay: each is taken back by itself.',
  })
  @ApiOkResponse({ type: StandingOfferAnswer })
  @ApiErrors('standing.not-found', 'standing.not-yours')
  async end(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StandingOfferView> {
    await this.standing.end(actor, id);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: FastifyReply): Promise<StandingOfferView> {
    const view = await this.reads.byId(actor, id);
    setEtag(reply, view.version);
    return view;
  }
}

@Module({ imports: [OffersModule], controllers: [StandingOffersController] })
export class StandingOffersApiModule {}
