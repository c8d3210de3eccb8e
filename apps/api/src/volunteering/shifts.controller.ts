import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import {
  EntriesService,
  SeriesService,
  OwnShiftsQueries,
  ShiftsQueries,
  ShiftsService,
  SignUpsService,
  type MyShift,
  type ShiftPage,
  type ShiftView,
  type SignUpView,
} from '#volunteering';
import {
  ApiErrors,
  CurrentUser,
  CurrentUserOrVisitor,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  IfMatch,
  LocaleOf,
  page,
  RequireSignIn,
  setEtag,
  type Page,
} from '../http/index.js';
import { MyShiftsAnswer, ShiftAnswer, ShiftsAnswer } from './shifts.answers.js';
import { SignUpAnswer } from './sign-ups.answers.js';
import { MyShiftsQuery, NeedShiftsQuery, ShiftsQuery } from './shift-queries.dto.js';
import { CancelShiftDto, EditShiftDto, PlanShiftDto, shiftChanges, shiftForm } from './shifts.dto.js';
import { SignUpDto } from './sign-up.dto.js';

type Locale = 'ru' | 'en';

@ApiTags('shifts')
@Controller()
export class ShiftsController {
  constructor(
    private readonly shifts: ShiftsService,
    private readonly series: SeriesService,
    private readonly signUps: SignUpsService,
    private readonly entries: EntriesService,
    private readonly reads: ShiftsQueries,
    private readonly own: OwnShiftsQueries,
  ) {}

  @Get('shifts')
  @ApiOperation({ summary: 'Shifts to come, the soonest first', description: 'Public; of needs that take help now.' })
  @ApiOkResponse({ type: ShiftsAnswer })
  @ApiErrors('form.not-a-date')
  async list(
    @CurrentUserOrVisitor() who: Actor | null,
    @Query() query: ShiftsQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<ShiftView>> {
    const { limit, cursor, ...filters } = query;
    return paged(await this.reads.upcoming(who, filters, limit, decodeCursor(cursor, ['time', 'id']), locale));
  }

  @Get('me/shifts')
  @RequireSignIn()
  @ApiOperation({
    summary: 'My shifts',
    description:
      'What I am signed up for or wait for, and what was; `at` is the shift, its `clash` another one of mine in the way.',
  })
  @ApiOkResponse({ type: MyShiftsAnswer })
  async mine(
    @CurrentUser() actor: Actor,
    @Query() query: MyShiftsQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<MyShift>> {
    const { items, next } = await this.own.mine(
      actor,
      query.when === 'past',
      query.limit,
      decodeCursor(query.cursor, ['time', 'id']),
      locale,
    );
    return page(items, next && encodeCursor(next));
  }

  @Get('needs/:id/shifts')
  @ApiOperation({
    summary: 'Shifts of a need',
    description: 'Those that were cancelled are for the organization alone.',
  })
  @ApiOkResponse({ type: ShiftsAnswer })
  @ApiErrors('shift.not-found')
  async ofNeed(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @Query() { limit, cursor, when }: NeedShiftsQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<ShiftView>> {
    const after = decodeCursor(cursor, ['time', 'id']);
    return paged(await this.reads.ofNeed(who, id, when, limit, after, locale));
  }

  @Get('organizations/:id/shifts')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Shifts of an organization',
    description:
      'For its own people. What is to come or has hours to confirm, the soonest first; or what was, cancelled ones too, the last first.',
  })
  @ApiOkResponse({ type: ShiftsAnswer })
  @ApiErrors('shift.not-yours')
  async ofOrganization(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: MyShiftsQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<ShiftView>> {
    return paged(
      await this.reads.ofOrganization(
        actor,
        id,
        query.when === 'past',
        query.limit,
        decodeCursor(query.cursor, ['time', 'id']),
        locale,
      ),
    );
  }

  @Post('needs/:id/shifts')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Plan a shift',
    description:
      'For owners and coordinators of the organization; of an open need of kind `time`, together for no more minutes than it has open. A shift may be entered up to 7 days afterwards. With `repeat` it is the first of several, which are made ahead of time.',
  })
  @ApiCreatedResponse({ type: ShiftAnswer })
  @ApiErrors(
    'shift.not-found',
    'shift.not-yours',
    'shift.not-of-time',
    'shift.need-not-open',
    'shift.agreed-first',
    'shift.more-than-needed',
    'person.unconfirmed',
  )
  async plan(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @Body() body: PlanShiftDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShiftView> {
    const form = shiftForm(body);
    const shift = await (body.repeat
      ? this.series.plan(actor, id, form, body.repeat, thing)
      : this.shifts.plan(actor, id, form, thing));
    reply.header('location', `/api/v1/shifts/${shift}`);
    return this.answer(actor, shift, locale, reply);
  }

  @Get('shifts/:id')
  @ApiOperation({
    summary: 'One shift',
    description: '`meet` for volunteers with a place and the organization, `checkInCode` for the organization alone.',
  })
  @ApiOkResponse({ type: ShiftAnswer })
  @ApiErrors('shift.not-found')
  one(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShiftView> {
    return this.answer(who, id, locale, reply);
  }

  @Patch('shifts/:id')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Change a shift that has not begun',
    description:
      'Everybody who is signed up hears. A volunteer with another shift at the new time gives this one back, without consequence.',
  })
  @ApiOkResponse({ type: ShiftAnswer })
  @ApiErrors(
    'shift.not-found',
    'shift.not-yours',
    'shift.stale',
    'series.none',
    'shift.not-editable',
    'shift.hours-counted',
    'shift.need-not-open',
    'shift.agreed-first',
    'shift.more-than-needed',
    'ledger.not-enough-left',
  )
  async edit(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body() body: EditShiftDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShiftView> {
    const changes = shiftChanges(body);
    await (body.later
      ? this.series.editLater(actor, id, version, changes)
      : this.shifts.edit(actor, id, version, changes));
    return this.answer(actor, id, locale, reply);
  }

  @Post('shifts/:id/cancel')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a shift',
    description: 'Everybody who is signed up hears, and what they promised is free again.',
  })
  @ApiOkResponse({ type: ShiftAnswer })
  @ApiErrors('shift.not-found', 'shift.not-yours', 'series.none', 'shift.hours-counted')
  async cancel(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: CancelShiftDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShiftView> {
    const reason = body.reason ?? null;
    await (body.later ? this.series.cancelLater(actor, id, reason) : this.shifts.cancel(actor, id, reason));
    return this.answer(actor, id, locale, reply);
  }

  @Post('shifts/:id/sign-ups')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Sign up for a shift',
    description:
      'While there is a place it is taken at once, and the minutes of the shift are reserved; else the sign-up is `waiting`. Said again it answers the same sign-up. Nobody is in two shifts at one time, whichever organizations they are of. Owners and coordinators sign up others (`onBehalfOf`).',
  })
  @ApiCreatedResponse({ type: SignUpAnswer })
  @ApiErrors(
    'shift.not-found',
    'shift.own-organization',
    'shift.not-yours',
    'entry.not-known',
    'entry.not-begun',
    'shift.cancelled',
    'shift.need-not-open',
    'shift.agreed-first',
    'shift.papers-not-seen',
    'shift.over',
    'shift.full',
    'shift.need-is-full',
    'shift.overlaps',
    'match.holding-too-much',
    'person.unconfirmed',
  )
  async signUp(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: SignUpDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignUpView> {
    const { onBehalfOf: person, came = false } = body;
    const signUp = await (person === undefined
      ? this.signUps.signUp(actor, id, body)
      : this.entries.enter(actor, id, { person, came }));
    reply.header('location', `/api/v1/sign-ups/${signUp}`);
    return this.reads.signUp(actor, signUp, locale);
  }

  private async answer(who: Actor | null, id: string, locale: Locale, reply: FastifyReply): Promise<ShiftView> {
    const view = await this.reads.byId(who, id, locale);
    setEtag(reply, view.version);
    return view;
  }
}

function paged({ items, next }: ShiftPage): Page<ShiftView> {
  return page(items, next && encodeCursor(next));
}
