import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { AttendanceService, ShiftsQueries, type ListedSignUp, type ShiftsOfWeek } from '#volunteering';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  page,
  PageQuery,
  RequireSignIn,
  type Page,
} from '../http/index.js';
import { ShiftsOfWeekAnswer } from './shifts.answers.js';
import { ConfirmedAllAnswer, SignUpsAnswer } from './sign-ups.answers.js';
import { WeekQuery } from './shift-queries.dto.js';

type Locale = 'ru' | 'en';

/** Who signed up, and who came: for the organization of a shift. */
@ApiTags('shifts')
@Controller()
export class ShiftAttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly reads: ShiftsQueries,
  ) {}

  @Post('shifts/:id/confirm')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Confirm the hours of everybody who came, as long as the shift was',
    description:
      'But of a volunteer who says that they were there for another time (`check-out`): confirm that sign-up by itself. Where a volunteer gave more or less, confirm it before.',
  })
  @ApiOkResponse({ type: ConfirmedAllAnswer })
  @ApiErrors('shift.not-found', 'shift.not-yours')
  async confirmAll(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<ConfirmedAllAnswer> {
    return { confirmed: await this.attendance.confirmAll(actor, id) };
  }

  @Get('organizations/:id/shifts/week')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Shifts of an organization in a week',
    description: 'For its own people: the calendar of a coordinator.',
  })
  @ApiOkResponse({ type: ShiftsOfWeekAnswer })
  @ApiErrors('shift.not-yours', 'form.not-a-date')
  week(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { day }: WeekQuery,
    @LocaleOf() locale: Locale,
  ): Promise<ShiftsOfWeek> {
    return this.reads.ofWeek(actor, id, day ?? null, locale);
  }

  @Get('shifts/:id/sign-ups')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Who signed up, in the order in which they came',
    description: 'For owners and coordinators of the organization.',
  })
  @ApiOkResponse({ type: SignUpsAnswer })
  @ApiErrors('shift.not-found', 'shift.not-yours')
  async listed(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: PageQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<ListedSignUp>> {
    const after = decodeCursor(query.cursor, ['integer']);
    const { items, next } = await this.reads.signUpsOf(actor, id, query.limit, after && after[0], locale);
    return page(items, next === null ? null : encodeCursor([next]));
  }
}
