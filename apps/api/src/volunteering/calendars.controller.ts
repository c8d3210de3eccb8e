import { Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#identity';
import { CalendarsService } from '#volunteering';
import { ApiErrors, CurrentUser, RequireInPerson, ShownOnce } from '../http/index.js';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const TOKEN_LENGTH = 43;

class CalendarAnswer {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when the calendar has its secret address; null: it has none',
  })
  since: string | null;
}

class IssuedCalendarAnswer {
  @ApiProperty({
    type: String,
    format: 'uri',
    nullable: true,
    description:
      'Its holder reads your shifts. It is in this answer only; a request repeated with the same Idempotency-Key gets null here.',
  })
  url: string | null;
}

@ApiTags('shifts')
@Controller('me/calendar')
@RequireInPerson()
export class MyCalendarController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get()
  @ApiOperation({ summary: 'Whether my calendar of shifts has an address' })
  @ApiOkResponse({ type: CalendarAnswer })
  @ApiErrors('identity.only-in-person')
  async look(@CurrentUser() actor: Actor): Promise<{ since: Date | null }> {
    return { since: await this.calendars.since(actor.personId) };
  }

  @Post()
  @ShownOnce('url')
  @ApiOperation({
    summary: 'Give my calendar a new secret address',
    description: 'For the calendar of a phone or computer; the address before answers no more.',
  })
  @ApiCreatedResponse({ type: IssuedCalendarAnswer })
  @ApiErrors('identity.only-in-person')
  async issue(@CurrentUser() actor: Actor): Promise<IssuedCalendarAnswer> {
    return { url: await this.calendars.issue(actor.personId) };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the address back' })
  @ApiNoContentResponse()
  @ApiErrors('identity.only-in-person')
  async revoke(@CurrentUser() actor: Actor): Promise<void> {
    await this.calendars.revoke(actor.personId);
  }
}

@ApiTags('shifts')
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get(':token/shifts.ics')
  @Header('content-type', CALENDAR_TYPE)
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    summary: 'The shifts of a volunteer as a calendar',
    description: 'The address is the key: it is made by `POST /me/calendar`.',
  })
  @ApiParam({
    name: 'token',
    type: String,
    schema: { type: 'string', maxLength: TOKEN_LENGTH, pattern: '^[A-Za-z0-9_-]+$' },
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiErrors('calendar.not-found')
  feed(@Param('token') token: string): Promise<string> {
    return this.calendars.feed(token);
  }
}
