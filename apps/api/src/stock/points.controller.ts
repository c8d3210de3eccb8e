import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import { Intakes, IntakePoints, StockReads, type ArrivalView, type PointView } from '#stock';
import {
  ApiErrors,
  CurrentUser,
  CurrentUserOrVisitor,
  Id,
  IdempotentId,
  IfMatch,
  LocaleOf,
  RequireSignIn,
  setEtag,
} from '../http/index.js';
import { StockArrivalAnswer, StockArrivalsAnswer, PointAnswer, PointsAnswer } from './stock.answers.js';
import { AnnounceDto, EditPointDto, PointDto, PointsQuery } from './stock.dto.js';

type Locale = 'ru' | 'en';

/** Where things are taken in, and who brings what there. */
@ApiTags('stock')
@Controller()
export class PointsController {
  constructor(
    private readonly pointsOf: IntakePoints,
    private readonly intakes: Intakes,
    private readonly reads: StockReads,
  ) {}

  @Get('points')
  @ApiOperation({
    summary: 'Open intake points',
    description: 'Those that their organizations made public, and all of the caller’s own; of the place first.',
  })
  @ApiOkResponse({ type: PointsAnswer })
  async list(
    @CurrentUserOrVisitor() who: Actor | null,
    @Query() query: PointsQuery,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: readonly PointView[] }> {
    return { items: await this.reads.points(who, query, locale) };
  }

  @Get('points/:id')
  @ApiOperation({ summary: 'An intake point: where, and when it is open' })
  @ApiOkResponse({ type: PointAnswer })
  @ApiErrors('point.not-found')
  one(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointView> {
    return this.shown(who, id, locale, reply);
  }

  @Post('organizations/:id/points')
  @RequireSignIn()
  @ApiOperation({ summary: 'Open an intake point', description: 'Owners and coordinators of a verified organization.' })
  @ApiCreatedResponse({ type: PointAnswer })
  @ApiErrors(
    'organization.not-found',
    'point.not-yours',
    'point.organization-not-verified',
    'point.too-many',
    'organization.not-a-time',
    'organization.hours-end-first',
  )
  async open(
    @CurrentUser() actor: Actor,
    @Id('id') organizationId: string,
    @IdempotentId() known: string | undefined,
    @Body() body: PointDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointView> {
    return this.shown(actor, await this.pointsOf.open(actor, organizationId, body, known ?? newId()), locale, reply);
  }

  @Patch('points/:id')
  @RequireSignIn()
  @ApiOperation({ summary: 'Change its name, address, hours, or whether it is public' })
  @ApiOkResponse({ type: PointAnswer })
  @ApiErrors(
    'point.not-found',
    'point.not-yours',
    'point.closed',
    'point.stale',
    'organization.not-a-time',
    'organization.hours-end-first',
  )
  async edit(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body() body: EditPointDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointView> {
    await this.pointsOf.edit(actor, id, version, body);
    return this.shown(actor, id, locale, reply);
  }

  @Post('points/:id/close')
  @HttpCode(200)
  @RequireSignIn()
  @ApiOperation({ summary: 'Close it', description: 'Once its shelves are empty.' })
  @ApiOkResponse({ type: PointAnswer })
  @ApiErrors('point.not-found', 'point.not-yours', 'point.not-empty')
  async close(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PointView> {
    await this.pointsOf.close(actor, id);
    return this.shown(actor, id, locale, reply);
  }

  @Post('points/:id/arrivals')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Say that an offer comes to this point',
    description: 'Holds nothing. The answer has the four digits that the giver reads out there.',
  })
  @ApiCreatedResponse({ type: StockArrivalAnswer })
  @ApiErrors(
    'point.not-found',
    'point.closed',
    'point.organization-not-verified',
    'offer.not-found',
    'offer.not-yours',
    'stock.not-goods',
    'stock.offer-not-open',
    'stock.already-announced',
    'catalogue.unit-does-not-fit',
  )
  async announce(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: AnnounceDto,
    @LocaleOf() locale: Locale,
  ): Promise<ArrivalView> {
    return this.reads.arrival(actor, await this.intakes.announce(actor, id, body, known ?? newId()), locale);
  }

  @Get('offers/:id/arrivals')
  @RequireSignIn()
  @ApiOperation({
    summary: 'To which points an offer was announced, and what became of what came',
    description: 'For its giver; the last first.',
  })
  @ApiOkResponse({ type: StockArrivalsAnswer })
  @ApiErrors('offer.not-found')
  async ofOffer(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: readonly ArrivalView[] }> {
    return { items: await this.reads.arrivalsOf(actor, id, locale) };
  }

  @Post('arrivals/:id/cancel')
  @HttpCode(200)
  @RequireSignIn()
  @ApiOperation({ summary: 'Say that it does not come', description: 'Its giver, or the staff of the point.' })
  @ApiOkResponse({ type: StockArrivalAnswer })
  @ApiErrors('stock.no-arrival', 'stock.arrival-over')
  async cancel(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<ArrivalView> {
    await this.intakes.cancel(actor, id);
    return this.reads.arrival(actor, id, locale);
  }

  private async shown(who: Actor | null, id: string, locale: Locale, reply: FastifyReply): Promise<PointView> {
    const view = await this.reads.point(who, id, locale);
    setEtag(reply, view.version);
    return view;
  }
}
