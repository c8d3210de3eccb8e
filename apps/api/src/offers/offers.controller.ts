import { Body, Controller, Get, HttpCode, Module, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { IdentityModule, type Actor } from '#identity';
import { Ledger, LedgerModule, type Entry } from '#ledger';
import { MatchExpiryService, MatchingModule } from '#matching';
import { OffersModule, OffersQueries, OffersService, type OfferView } from '#offers';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  IfMatch,
  IdempotentId,
  page,
  PageQuery,
  RequireSignIn,
  setEtag,
  CurrentUser,
  type Page,
} from '../http/index.js';
import { ExportQueries } from '../identity/account/export.queries.js';
import { EntriesAnswer } from '../needs/needs.answers.js';
import { OfferAnswer, OffersAnswer } from './offers.answers.js';
import { EditOfferDto, offerChanges, offerForm, OffersQuery, PostOfferDto } from './offers.dto.js';
import { VisitorOffersController } from './visitor-offers.controller.js';
import { WalkInsController } from './walk-ins.controller.js';

@ApiTags('offers')
@Controller('offers')
@RequireSignIn()
export class OffersController {
  constructor(
    private readonly offers: OffersService,
    private readonly reads: OffersQueries,
    private readonly ends: MatchExpiryService,
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'My offers, newest first',
    description:
      'With `onBehalfOf` those of an organization that the caller belongs to; of a person who came by, and with `enteredBy` of all who came by to an organization, its owners and coordinators read them.',
  })
  @ApiOkResponse({ type: OffersAnswer })
  @ApiErrors('offer.not-found')
  async list(@CurrentUser() actor: Actor, @Query() query: OffersQuery): Promise<Page<OfferView>> {
    const { limit, cursor, ...filters } = query;
    const { items, next } = await this.reads.page(actor, filters, limit, decodeCursor(cursor, ['time', 'id']));
    return page(items, next && encodeCursor(next));
  }

  @Post()
  @ApiOperation({
    summary: 'Offer something',
    description:
      'Open at once, but for what waits: of an address that was never confirmed (`unconfirmed`, for a day), and what a moderator looks at first (`in_review`: medical goods, baby food, fuel, what is in no list, and very much of a giver who is hardly known). The engine looks for needs and its proposals arrive by themselves (server-sent events, `GET /matches?offer=`).',
  })
  @ApiCreatedResponse({ type: OfferAnswer })
  @ApiErrors(
    'offer.not-yours-to-give-for',
    'offer.organization-suspended',
    'offer.too-many-open',
    'walk-in.not-found',
    'walk-in.organization-not-verified',
    'person.unconfirmed',
  )
  async post(
    @CurrentUser() actor: Actor,
    @IdempotentId() thing: string | undefined,
    @Body() body: PostOfferDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferView> {
    const id = await this.offers.publish(actor, offerForm(body), thing);
    reply.header('location', `/api/v1/offers/${id}`);
    return this.answer(actor, id, reply);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One of my offers with its balance as it is now' })
  @ApiOkResponse({ type: OfferAnswer })
  @ApiErrors('offer.not-found')
  one(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferView> {
    return this.answer(actor, id, reply);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Edit an offer',
    description:
      'A larger quantity is pledged on top, of a smaller one the difference is released; never below what is held or given.',
  })
  @ApiOkResponse({ type: OfferAnswer })
  @ApiErrors(
    'offer.not-found',
    'offer.not-yours',
    'offer.stale',
    'offer.not-editable',
    'offer.waiting',
    'offer.amount-needs-review',
  )
  async edit(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body() body: EditOfferDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferView> {
    await this.offers.edit(actor, id, version, offerChanges(body));
    return this.answer(actor, id, reply);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take an offer back',
    description: 'What is available is released; holds stay until they are cancelled.',
  })
  @ApiOkResponse({ type: OfferAnswer })
  @ApiErrors('offer.not-found', 'offer.not-yours', 'offer.not-withdrawable')
  async withdraw(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferView> {
    await this.ends.withdrawOffer(actor, id);
    return this.answer(actor, id, reply);
  }

  @Get(':id/entries')
  @ApiOperation({
    summary: 'What moved into and out of an offer, oldest first',
    description: 'What is pledged is positive, what is held, given or released negative.',
  })
  @ApiOkResponse({ type: EntriesAnswer })
  @ApiErrors('offer.not-found')
  async entries(@CurrentUser() actor: Actor, @Id('id') id: string, @Query() query: PageQuery): Promise<Page<Entry>> {
    const after = decodeCursor(query.cursor, ['time', 'id']);
    await this.reads.visible(actor, id);
    const { items, next } = await this.ledger.offerEntries(this.source, id, {
      limit: query.limit,
      after: after && { at: after[0], id: after[1] },
    });
    return page(items, next && encodeCursor([next.at, next.id]));
  }

  private async answer(actor: Actor, id: string, reply: FastifyReply): Promise<OfferView> {
    const view = await this.reads.byId(actor, id);
    setEtag(reply, view.version);
    return view;
  }
}

@Module({
  imports: [OffersModule, MatchingModule, LedgerModule, IdentityModule],
  controllers: [OffersController, VisitorOffersController, WalkInsController],
  providers: [ExportQueries],
})
export class OffersApiModule {}
