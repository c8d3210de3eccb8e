import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Asking, Carrying, DeliveriesQueries, Trips, type LegView } from '#deliveries';
import type { Actor } from '#identity';
import { ApiErrors, CurrentUser, Id, IdempotentId, LocaleOf, RequireSignIn } from '../http/index.js';
import { CODE_LENGTH, IsCode, MayBeAbsent } from '../needs/fields.js';
import { LegAnswer, LegOfMatchAnswer, LegsAnswer } from './deliveries.answers.js';
import { AskLegDto, LoseLegDto, PickUpDto, TakeBackDto, TakeLegDto, TurnBackDto } from './deliveries.dto.js';

type Locale = 'ru' | 'en';

class LegsQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'blagoveshchensk',
    description: 'What is fetched nearest to this place comes first',
  })
  @MayBeAbsent()
  @IsCode()
  near?: string;
}

@ApiTags('deliveries')
@Controller()
@RequireSignIn()
export class LegsController {
  constructor(
    private readonly asking: Asking,
    private readonly trips: Trips,
    private readonly carrying: Carrying,
    private readonly reads: DeliveriesQueries,
  ) {}

  @Get('matches/:id/leg')
  @ApiOperation({ summary: 'Who brings the things of a match, and where they are' })
  @ApiOkResponse({ type: LegOfMatchAnswer })
  @ApiErrors('match.not-found')
  async ofMatch(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<{ leg: LegView | null }> {
    return { leg: await this.reads.ofMatch(actor, id, locale) };
  }

  @Post('matches/:id/leg')
  @ApiOperation({
    summary: 'Ask for a driver, or say your own end of the way',
    description:
      'To the two sides of agreed things. Drivers see it once both ends are known; the first point of the organization is its end where the giver asks.',
  })
  @ApiCreatedResponse({ type: LegAnswer })
  @ApiErrors(
    'match.not-found',
    'match.not-yours',
    'person.unconfirmed',
    'leg.only-agreed-things',
    'leg.not-now',
    'delivery.address-short',
    'delivery.ends-first',
    'delivery.past',
    'delivery.too-far',
    'delivery.window-long',
  )
  async ask(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: AskLegDto,
    @LocaleOf() locale: Locale,
    @IdempotentId() known?: string,
  ): Promise<LegView> {
    return this.reads.leg(actor, await this.asking.ask(actor, id, AskLegDto.read(body), body.as, known), locale);
  }

  @Get('legs')
  @ApiOperation({
    summary: 'What looks for a driver',
    description: 'Places, weights and times; addresses are read by the driver who takes it. At most 50.',
  })
  @ApiOkResponse({ type: LegsAnswer })
  async asked(
    @CurrentUser() actor: Actor,
    @Query() { near }: LegsQuery,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: LegView[] }> {
    return { items: await this.reads.asked(actor, near, locale) };
  }

  @Get('organizations/:id/legs')
  @ApiOperation({
    summary: 'Where the things of an organization are',
    description: 'For owners and coordinators. What is under way, then what was last; at most 50.',
  })
  @ApiOkResponse({ type: LegsAnswer })
  @ApiErrors('leg.not-yours')
  async ofOrganization(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: LegView[] }> {
    return { items: await this.reads.ofOrganization(actor, id, locale) };
  }

  @Get('legs/:id')
  @ApiOperation({ summary: 'One delivery' })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors('leg.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<LegView> {
    return this.reads.leg(actor, id, locale);
  }

  @Post('legs/:id/take')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take it on your trip',
    description:
      'To one driver, also where several ask at the same moment. The car is never fuller than you said it may be.',
  })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors(
    'leg.not-found',
    'person.unconfirmed',
    'leg.own',
    'leg.not-now',
    'leg.times-apart',
    'trip.not-now',
    'trip.no-room',
    'trip.many-legs',
  )
  async take(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: TakeLegDto,
    @LocaleOf() locale: Locale,
  ): Promise<LegView> {
    await this.trips.take(actor, id, body.trip);
    return this.reads.leg(actor, id, locale);
  }

  @Post('legs/:id/release')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it up before it is loaded', description: 'It looks for another driver.' })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors('leg.not-found', 'leg.not-yours', 'leg.not-now')
  async release(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<LegView> {
    await this.trips.release(actor, id);
    return this.reads.leg(actor, id, locale);
  }

  @Post('legs/:id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do without a driver after all', description: 'To the two sides, before it is loaded.' })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors('leg.not-found', 'leg.not-yours', 'leg.not-now')
  async cancel(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<LegView> {
    await this.asking.cancel(actor, id);
    return this.reads.leg(actor, id, locale);
  }

  @Post('legs/:id/pick-up')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Load it, by the code that its giver shows',
    description: 'To the driver, also sent later. What is left behind is available again. Ten wrong codes end a code.',
  })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors(
    'leg.not-found',
    'leg.not-yours',
    'leg.not-now',
    'leg.amount',
    'leg.same-id',
    'trip.no-room',
    'hand-over.no-code',
    'hand-over.wrong-code',
    'hand-over.code-used-up',
    'hand-over.time-ahead',
    'hand-over.time-too-old',
    'hand-over.time-before-yes',
  )
  async pickUp(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() { at, ...said }: PickUpDto,
    @LocaleOf() locale: Locale,
  ): Promise<LegView> {
    await this.carrying.pickUp(actor, id, { ...said, ...(at === undefined ? {} : { at: new Date(at) }) });
    return this.reads.leg(actor, id, locale);
  }

  @Post('legs/:id/lose')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Tell that it was lost on the way, all or in part',
    description: 'To the driver. An entry of its own in the books at once; where nothing is left, the match is over.',
  })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors('leg.not-found', 'leg.not-yours', 'leg.not-now', 'leg.amount', 'leg.same-id', 'match.not-now')
  async lose(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: LoseLegDto,
    @LocaleOf() locale: Locale,
  ): Promise<LegView> {
    await this.carrying.lose(actor, id, body);
    return this.reads.leg(actor, id, locale);
  }

  @Post('legs/:id/turn-back')
  @HttpCode(200)
  @ApiOperation({ summary: 'Nobody took it: bring it back to its giver', description: 'To the driver.' })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors('leg.not-found', 'leg.not-yours', 'leg.not-now')
  async turnBack(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: TurnBackDto,
    @LocaleOf() locale: Locale,
  ): Promise<LegView> {
    await this.carrying.turnBack(actor, id, body.reason);
    return this.reads.leg(actor, id, locale);
  }

  @Post('legs/:id/take-back')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take it back from the driver, by the code that they show',
    description: 'To the giver. The match ends, and all of it is available again.',
  })
  @ApiOkResponse({ type: LegAnswer })
  @ApiErrors(
    'leg.not-found',
    'leg.not-yours',
    'leg.not-now',
    'match.not-now',
    'hand-over.no-code',
    'hand-over.wrong-code',
    'hand-over.code-used-up',
  )
  async takeBack(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: TakeBackDto,
    @LocaleOf() locale: Locale,
  ): Promise<LegView> {
    await this.carrying.takeBack(actor, id, body.code);
    return this.reads.leg(actor, id, locale);
  }
}
