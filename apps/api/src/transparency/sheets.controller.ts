import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  BalanceSheets,
  MonthSheets,
  SHEET_KEPT_FOR_MS,
  type Arrival,
  type BalanceSheet,
  type MonthSheet,
} from '#transparency';
import { ApiErrors, keptBy, type ApiRequest } from '../http/index.js';
import { CODE_MAX } from '../catalogue/catalogue.dto.js';
import { ArrivalsAnswer, BalanceSheetAnswer, MonthQuery, MonthSheetAnswer, SheetQuery } from './balance.dto.js';

const DESCRIPTION =
  'With who works there, and what arrived in the last thirty days: line by line without those of private categories, and never with a name. Half a minute old at most.';
const MONTH_DESCRIPTION =
  'What opened in it, what arrived in it and at whose needs, without private categories and without names. Half a minute old at most.';
const CODE = (example: string): MethodDecorator =>
  ApiParam({ name: 'code', type: String, example, schema: { type: 'string', maxLength: CODE_MAX } });

/** The balances of single places and spheres. */
@ApiTags('balance')
@Controller()
export class BalanceSheetsController {
  constructor(
    private readonly sheets: BalanceSheets,
    private readonly months: MonthSheets,
  ) {}

  @Get('places/:code/balance')
  @CODE('selemdzhinsky')
  @ApiOperation({ summary: 'The balance of a municipality', description: DESCRIPTION })
  @ApiOkResponse({ type: BalanceSheetAnswer })
  @ApiErrors('catalogue.not-found')
  async ofPlace(
    @Param('code') code: string,
    @Query() { period }: SheetQuery,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BalanceSheet> {
    return this.kept(await this.sheets.ofPlace(code, period), request, reply);
  }

  @Get('spheres/:code/balance')
  @CODE('relief')
  @ApiOperation({ summary: 'The balance of a sphere', description: DESCRIPTION })
  @ApiOkResponse({ type: BalanceSheetAnswer })
  @ApiErrors('catalogue.not-found')
  async ofSphere(
    @Param('code') code: string,
    @Query() { period }: SheetQuery,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BalanceSheet> {
    return this.kept(await this.sheets.ofSphere(code, period), request, reply);
  }

  @Get('places/:code/month')
  @CODE('selemdzhinsky')
  @ApiOperation({ summary: 'A month of a municipality', description: MONTH_DESCRIPTION })
  @ApiOkResponse({ type: MonthSheetAnswer })
  @ApiErrors('catalogue.not-found', 'balance.no-such-month')
  async monthOfPlace(
    @Param('code') code: string,
    @Query() { month }: MonthQuery,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MonthSheet> {
    return this.kept(await this.months.ofPlace(code, month), request, reply);
  }

  @Get('spheres/:code/month')
  @CODE('relief')
  @ApiOperation({ summary: 'A month of a sphere', description: MONTH_DESCRIPTION })
  @ApiOkResponse({ type: MonthSheetAnswer })
  @ApiErrors('catalogue.not-found', 'balance.no-such-month')
  async monthOfSphere(
    @Param('code') code: string,
    @Query() { month }: MonthQuery,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MonthSheet> {
    return this.kept(await this.months.ofSphere(code, month), request, reply);
  }

  @Get('balance/arrivals')
  @ApiOperation({
    summary: 'What arrived lately',
    description:
      'At needs of every place and sphere, the newest first: without those of private categories, and never with a name. Half a minute old at most.',
  })
  @ApiOkResponse({ type: ArrivalsAnswer })
  async arrivals(
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ items: readonly Arrival[] }> {
    return this.kept({ items: await this.sheets.arrivals() }, request, reply);
  }

  private kept<T>(answer: T, request: ApiRequest, reply: FastifyReply): T {
    reply.header('cache-control', `${keptBy(request)}, max-age=${SHEET_KEPT_FOR_MS / 1000}`);
    return answer;
  }
}
