import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { TripHours, TripHoursQueries, type TripHoursOfOrganization, type TripHoursView } from '#volunteering';
import { ApiErrors, CurrentUser, Id, LocaleOf, RequireSignIn } from '../http/index.js';
import {
  ConfirmTripHoursDto,
  DeclineTripHoursDto,
  MyTripHoursAnswer,
  MyTripHoursQuery,
  TripHoursOfOrganizationAnswer,
} from './trip-hours.dto.js';

type Locale = 'ru' | 'en';

/** Hours of drivers: proposed by trips that ended, confirmed by the organizations whose things were carried. */
@ApiTags('shifts')
@Controller()
@RequireSignIn()
export class TripHoursController {
  constructor(
    private readonly hours: TripHours,
    private readonly reads: TripHoursQueries,
  ) {}

  @Get('organizations/:id/trip-hours')
  @ApiOperation({
    summary: 'Hours of drivers who carried things for an organization',
    description: 'For owners and coordinators. What waits for a word first; what nobody answers within 30 days goes.',
  })
  @ApiOkResponse({ type: TripHoursOfOrganizationAnswer })
  @ApiErrors('trip-hours.not-yours')
  ofOrganization(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<TripHoursOfOrganization> {
    return this.reads.ofOrganization(actor, id, locale);
  }

  @Get('me/trip-hours')
  @ApiOperation({ summary: 'Hours of my trips, the latest first', description: 'At most 50.' })
  @ApiOkResponse({ type: MyTripHoursAnswer })
  async mine(
    @CurrentUser() actor: Actor,
    @Query() query: MyTripHoursQuery,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: TripHoursView[] }> {
    return { items: await this.reads.ofDriver(actor, query.trip ?? null, locale) };
  }

  @Post('trip-hours/:id/confirm')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Confirm hours of a driver',
    description:
      'By owners and coordinators, for an open need of time. They are in the books of both sides, and on certificates, as hours of a shift are. Other minutes say why.',
  })
  @ApiNoContentResponse()
  @ApiErrors(
    'trip-hours.not-found',
    'trip-hours.not-yours',
    'trip-hours.not-now',
    'shift.need-not-open',
    'shift.agreed-first',
    'shift.papers-not-seen',
    'shift.need-is-full',
    'shift.overlaps',
    'match.holding-too-much',
    'person.unconfirmed',
  )
  async confirm(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: ConfirmTripHoursDto): Promise<void> {
    await this.hours.confirm(actor, id, body);
  }

  @Post('trip-hours/:id/decline')
  @HttpCode(204)
  @ApiOperation({ summary: 'Do not count hours of a driver', description: 'By owners and coordinators, and says why.' })
  @ApiNoContentResponse()
  @ApiErrors('trip-hours.not-found', 'trip-hours.not-yours', 'trip-hours.not-now', 'person.unconfirmed')
  async decline(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: DeclineTripHoursDto): Promise<void> {
    await this.hours.decline(actor, id, body.reason);
  }
}
