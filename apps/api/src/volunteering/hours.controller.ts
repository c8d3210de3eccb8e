import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { holderName, hoursCsv, hoursSheet, inStatementTurn } from '#exchange';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { Env } from '#host';
import {
  HoursService,
  OrganizationHoursQueries,
  type Hours,
  type HoursCheck,
  type OrganizationHours,
} from '#volunteering';
import { ApiErrors, CurrentUser, Id, LocaleOf, RequireSignIn } from '../http/index.js';
import { HoursAnswer, HoursCheckAnswer, HoursOfHelpersAnswer, HoursQuery } from './hours.dto.js';

type Locale = 'ru' | 'en';

const attached = ({ from, to }: Hours, format: string): string =>
  `attachment; filename="lepta-hours-${from}-${to}.${format}"`;

/** Hours that organizations confirmed: as figures, as a file for other systems, and as a certificate that anybody can check. */
@ApiTags('shifts')
@Controller()
export class HoursController {
  constructor(
    private readonly hours: HoursService,
    private readonly helpers: OrganizationHoursQueries,
    private readonly catalogue: Catalogue,
    private readonly source: DataSource,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  @Get('me/hours')
  @RequireSignIn()
  @ApiOperation({
    summary: 'My confirmed hours in a period, the newest first',
    description:
      'Of every shift what постановление 1067 asks: hours, skills, organizer, kind of activity, place and day.',
  })
  @ApiOkResponse({ type: HoursAnswer })
  @ApiErrors('hours.too-many')
  mine(@CurrentUser() actor: Actor, @Query() query: HoursQuery, @LocaleOf() locale: Locale): Promise<Hours> {
    return this.hours.issue(actor.personId, query, locale);
  }

  @Get('me/hours.csv')
  @RequireSignIn()
  @ApiOperation({
    summary: 'The same as CSV',
    description:
      'With a byte order mark. In Russian for Excel: semicolons, a decimal comma, local dates; in English RFC 4180.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('hours.too-many')
  async csv(
    @CurrentUser() actor: Actor,
    @Query() query: HoursQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const hours = await this.hours.issue(actor.personId, query, locale);
    reply
      .header('vary', 'Accept-Language')
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attached(hours, 'csv'));
    return hoursCsv(this.catalogue, hours, locale);
  }

  @Get('me/hours.pdf')
  @RequireSignIn()
  @ApiOperation({
    summary: 'A certificate of my hours, with its verification code',
    description: 'Tagged, with its text; its holder can check it at `/hours/{code}`.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('hours.too-many', 'statement.too-many-at-once')
  pdf(
    @CurrentUser() actor: Actor,
    @Query() query: HoursQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('vary', 'Accept-Language');
    return inStatementTurn(async (write) => {
      const hours = await this.hours.issue(actor.personId, query, locale);
      const sheet = hoursSheet(
        this.catalogue,
        hours,
        { who: await holderName(this.source, actor.personId), publicUrl: this.env.PUBLIC_URL, now: this.clock.now() },
        locale,
      );
      return new StreamableFile(await write({ sheet, format: 'hours' }), {
        type: 'application/pdf',
        disposition: attached(hours, 'pdf'),
      });
    });
  }

  @Get('organizations/:id/hours')
  @RequireSignIn()
  @ApiOperation({
    summary: "Confirmed hours of an organization's volunteers by month",
    description:
      'For owners and coordinators; of shifts that began in the period. The minutes are those that its needs received.',
  })
  @ApiOkResponse({ type: HoursOfHelpersAnswer })
  @ApiErrors('shift.not-yours')
  ofOrganization(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: HoursQuery,
  ): Promise<OrganizationHours> {
    return this.helpers.of(actor, id, query);
  }

  @Get('hours/:code')
  @ApiOperation({
    summary: 'Does a certificate of hours still stand?',
    description: 'For its holder. Names no volunteer.',
  })
  @ApiParam({ name: 'code', example: '7KQ2-M0XD-9TRB-41WZ-5' })
  @ApiOkResponse({ type: HoursCheckAnswer })
  @ApiErrors('hours.not-found')
  check(@Param('code') code: string): Promise<HoursCheck> {
    return this.hours.check(code);
  }
}
