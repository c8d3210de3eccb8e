import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import {
  AttendanceService,
  CalendarsService,
  DeparturesService,
  GuardiansService,
  OwnWordService,
  ShiftsQueries,
  SignUpsService,
  type SignUpView,
} from '#volunteering';
import { instant } from '../needs/fields.js';
import { ApiErrors, CurrentUser, Id, LocaleOf, NotKept, RequireSignIn } from '../http/index.js';
import { ConsentLinkAnswer } from './guardian-consents.controller.js';
import { SignUpAnswer } from './sign-ups.answers.js';
import { CALENDAR_TYPE } from './calendars.controller.js';
import { arrival, CheckInDto, CheckOutDto, DoneDto, LateDto } from './presence.dto.js';
import { ConfirmMinutesDto, ObjectionDto } from './shifts.dto.js';
import { AcceptPlaceDto } from './sign-up.dto.js';

type Locale = 'ru' | 'en';

@ApiTags('shifts')
@Controller('sign-ups')
@RequireSignIn()
export class SignUpsController {
  constructor(
    private readonly signUps: SignUpsService,
    private readonly attendance: AttendanceService,
    private readonly departures: DeparturesService,
    private readonly word: OwnWordService,
    private readonly reads: ShiftsQueries,
    private readonly calendars: CalendarsService,
    private readonly guardians: GuardiansService,
  ) {}

  @Get(':id')
  @ApiOperation({
    summary: 'One sign-up',
    description: 'For its volunteer, and owners and coordinators of the organization.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors('sign-up.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<SignUpView> {
    return this.reads.signUp(actor, id, locale);
  }

  @Get(':id/shift.ics')
  @Header('content-type', CALENDAR_TYPE)
  @ApiOperation({
    summary: 'The shift as a calendar entry',
    description: 'For its volunteer. Times are of the place, with its time zone.',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiErrors('sign-up.not-found')
  calendar(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<string> {
    return this.calendars.ofSignUp(actor, id, locale);
  }

  @Post(':id/consent-link')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'A link by which a guardian answers',
    description:
      'For a volunteer under 18, to be sent to an adult; the one before answers no more. It is in this answer and nowhere else.',
  })
  @ApiOkResponse({ type: ConsentLinkAnswer })
  @ApiErrors('sign-up.not-found', 'sign-up.not-yours', 'guardian.none')
  async consentLink(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<ConsentLinkAnswer> {
    return { url: await this.guardians.link(actor, id) };
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take the place that became free, or was proposed',
    description:
      'Until `offeredUntil`; then it goes to the next who waits. A volunteer under 18 who is `proposed` the place says their age: a guardian is asked, as at a sign-up.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors(
    'sign-up.not-found',
    'sign-up.not-yours',
    'sign-up.not-now',
    'shift.cancelled',
    'shift.need-not-open',
    'shift.agreed-first',
    'shift.papers-not-seen',
    'shift.over',
    'shift.need-is-full',
    'match.holding-too-much',
    'person.unconfirmed',
  )
  async accept(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: AcceptPlaceDto,
    @LocaleOf() locale: Locale,
  ): Promise<SignUpView> {
    await this.signUps.accept(actor, id, body.age);
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give the place back, or leave the queue, before the shift begins',
    description:
      'By the volunteer less than a day before (`late`) it counts as a broken promise: for a while less can be promised at once. By the organization it never does.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors('sign-up.not-found', 'sign-up.not-yours', 'sign-up.not-now')
  async cancel(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<SignUpView> {
    await this.signUps.cancel(actor, id);
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/check-in')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The volunteer has come',
    description:
      'By the volunteer with the code of the place, or by location (`position`), from an hour before the shift until an hour after it; by the organization from its list, up to a week afterwards. A device that had no connection says later when it was (`at`). Twelve tries an hour at most.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors(
    'sign-up.not-found',
    'sign-up.not-yours',
    'sign-up.not-now',
    'sign-up.not-in-window',
    'sign-up.wrong-code',
    'sign-up.not-here',
    'sign-up.position-inexact',
    'guardian.no-consent',
    'shift.papers-not-seen',
    'shift.full',
    'shift.overlaps',
    'shift.need-is-full',
    'identity.too-often',
  )
  async checkIn(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: CheckInDto,
    @LocaleOf() locale: Locale,
  ): Promise<SignUpView> {
    await this.attendance.checkIn(actor, id, body.code, arrival(body));
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/check-out')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The volunteer leaves, or has left',
    description:
      'By the volunteer, from the beginning of the shift until a week after it; said anew until the hours are confirmed. It decides nothing: the organization sees who was there for longer or shorter than the shift.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors('sign-up.not-found', 'sign-up.not-yours', 'sign-up.not-now')
  async checkOut(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: CheckOutDto,
    @LocaleOf() locale: Locale,
  ): Promise<SignUpView> {
    await this.departures.leave(actor, id, body.at === undefined ? undefined : instant(body.at));
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/done')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Work without an hour is done',
    description:
      'By the volunteer, from the sign-up until two days after the moment by which it is done; said anew until the minutes are confirmed. The organization confirms.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors(
    'sign-up.not-found',
    'sign-up.not-yours',
    'sign-up.not-now',
    'guardian.no-consent',
    'shift.papers-not-seen',
  )
  async done(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: DoneDto,
    @LocaleOf() locale: Locale,
  ): Promise<SignUpView> {
    await this.word.done(actor, id, body.minutes);
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/late')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The volunteer comes, but late',
    description:
      'By the volunteer, from three hours before the shift until its end, once: the organization hears of it at once. It has no consequence.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors('sign-up.not-found', 'sign-up.not-yours', 'sign-up.not-now')
  async late(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: LateDto,
    @LocaleOf() locale: Locale,
  ): Promise<SignUpView> {
    await this.word.late(actor, id, body.minutes);
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/no-show')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Nobody came',
    description:
      'By the organization once the shift has begun. It counts as one broken promise; checking in afterwards takes it back.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors('sign-up.not-found', 'sign-up.not-yours', 'sign-up.not-now')
  async noShow(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<SignUpView> {
    await this.attendance.noShow(actor, id);
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Confirm how long a volunteer helped',
    description:
      'By the organization after check-in, once the shift has begun; more than was reserved counts too. The same minutes again change nothing, others are refused, except those of an open objection: confirming them agrees with it.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors('sign-up.not-found', 'sign-up.not-yours', 'sign-up.not-now', 'sign-up.confirmed-otherwise')
  async confirm(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: ConfirmMinutesDto,
    @LocaleOf() locale: Locale,
  ): Promise<SignUpView> {
    await this.attendance.confirm(actor, id, body);
    return this.reads.signUp(actor, id, locale);
  }

  @Post(':id/dispute')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say that it was longer than was confirmed: a moderator decides',
    description: 'By the volunteer, once, within 14 days.',
  })
  @ApiOkResponse({ type: SignUpAnswer })
  @ApiErrors('sign-up.not-found', 'sign-up.not-yours', 'sign-up.not-now')
  async dispute(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: ObjectionDto,
    @LocaleOf() locale: Locale,
  ): Promise<SignUpView> {
    await this.attendance.dispute(actor, id, body);
    return this.reads.signUp(actor, id, locale);
  }
}
