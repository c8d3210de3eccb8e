import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeliveriesQueries, Trips, type TripView } from '#deliveries';
import type { Actor } from '#identity';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  LocaleOf,
  page,
  PageQuery,
  RequireSignIn,
  type Page,
} from '../http/index.js';
import { TripAnswer, TripsAnswer } from './deliveries.answers.js';
import { OrderTripDto, PlanTripDto } from './deliveries.dto.js';

type Locale = 'ru' | 'en';

@ApiTags('deliveries')
@Controller()
@RequireSignIn()
export class TripsController {
  constructor(
    private readonly trips: Trips,
    private readonly reads: DeliveriesQueries,
  ) {}

  @Post('offers/:id/trips')
  @ApiOperation({
    summary: 'Plan a trip of your offer of time',
    description: 'To the person who offers the time. What the car takes is never exceeded, wherever it is on the way.',
  })
  @ApiCreatedResponse({ type: TripAnswer })
  @ApiErrors(
    'trip.not-found',
    'trip.not-of-time',
    'person.unconfirmed',
    'delivery.ends-first',
    'delivery.past',
    'delivery.too-far',
    'delivery.trip-long',
    'delivery.outside-offer',
  )
  async plan(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: PlanTripDto,
    @LocaleOf() locale: Locale,
    @IdempotentId() known?: string,
  ): Promise<TripView> {
    return this.reads.trip(actor, await this.trips.plan(actor, id, PlanTripDto.read(body), known), locale);
  }

  @Get('me/trips')
  @ApiOperation({ summary: 'My trips, the latest first' })
  @ApiOkResponse({ type: TripsAnswer })
  async mine(
    @CurrentUser() actor: Actor,
    @Query() query: PageQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<TripView>> {
    const { items, next } = await this.reads.trips(
      actor,
      query.limit,
      decodeCursor(query.cursor, ['time', 'id']),
      locale,
    );
    return page([...items], next && encodeCursor(next));
  }

  @Get('trips/:id')
  @ApiOperation({
    summary: 'A trip with its stops, in the order in which they are driven',
    description: 'To its driver. Addresses and contacts stand there as long as a delivery lasts.',
  })
  @ApiOkResponse({ type: TripAnswer })
  @ApiErrors('trip.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<TripView> {
    return this.reads.trip(actor, id, locale);
  }

  @Put('trips/:id/acts')
  @ApiOperation({ summary: 'Drive the stops that are left in another order' })
  @ApiOkResponse({ type: TripAnswer })
  @ApiErrors('trip.not-found', 'trip.not-now', 'trip.stale', 'trip.other-acts', 'trip.unloads-first', 'trip.no-room')
  async order(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: OrderTripDto,
    @LocaleOf() locale: Locale,
  ): Promise<TripView> {
    await this.trips.order(
      actor,
      id,
      body.version,
      body.acts.map(({ leg, act }) => ({ leg, act })),
    );
    return this.reads.trip(actor, id, locale);
  }

  @Post('trips/:id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a trip',
    description: 'Not while things are in the car. What it had looks for another driver.',
  })
  @ApiOkResponse({ type: TripAnswer })
  @ApiErrors('trip.not-found', 'trip.not-now')
  async cancel(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<TripView> {
    await this.trips.close(actor, id, 'cancelled');
    return this.reads.trip(actor, id, locale);
  }

  @Post('trips/:id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a trip on which nothing is left to do' })
  @ApiOkResponse({ type: TripAnswer })
  @ApiErrors('trip.not-found', 'trip.not-now')
  async end(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<TripView> {
    await this.trips.close(actor, id, 'ended');
    return this.reads.trip(actor, id, locale);
  }
}
