import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Bookings, BookingsQueries, type BookingView, type OwnBooking } from '#bookings';
import type { Actor } from '#identity';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  page,
  PageQuery,
  RequireSignIn,
  type Page,
} from '../http/index.js';
import { CalendarOfResourceAnswer, OwnBookingAnswer, OwnBookingsAnswer } from './bookings.answers.js';
import { BookDto, CalendarQuery, CancelBookingDto } from './bookings.dto.js';

@ApiTags('bookings')
@Controller()
@RequireSignIn()
export class BookingsController {
  constructor(
    private readonly bookings: Bookings,
    private readonly reads: BookingsQueries,
  ) {}

  @Get('resources/:id/bookings')
  @ApiOperation({
    summary: 'When it is taken',
    description: 'The soonest first, of at most two months. By whom and what for: to its owner and the one who booked.',
  })
  @ApiOkResponse({ type: CalendarOfResourceAnswer })
  @ApiErrors('resource.not-found')
  async calendar(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { from, until }: CalendarQuery,
  ): Promise<{ items: BookingView[] }> {
    return { items: await this.reads.calendar(actor, id, new Date(from), new Date(until)) };
  }

  @Post('resources/:id/bookings')
  @ApiOperation({
    summary: 'Book it',
    description: 'Two never have it at one time: of many who ask at the same moment one has it, the others hear 409.',
  })
  @ApiCreatedResponse({ type: OwnBookingAnswer })
  @ApiErrors(
    'resource.not-found',
    'resource.closed',
    'resource.not-for-you',
    'resource.in-whose-name',
    'person.unconfirmed',
    'booking.taken',
    'booking.too-many',
    'booking.ends-first',
    'booking.too-long',
    'booking.whole-minutes',
    'booking.past',
    'booking.too-far',
    'booking.outside-hours',
  )
  async book(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: BookDto,
    @IdempotentId() known?: string,
  ): Promise<OwnBooking> {
    return this.reads.bookingOf(actor, await this.bookings.book(actor, id, BookDto.read(body), known));
  }

  @Get('me/bookings')
  @ApiOperation({ summary: 'My bookings, the latest first' })
  @ApiOkResponse({ type: OwnBookingsAnswer })
  async mine(@CurrentUser() actor: Actor, @Query() query: PageQuery): Promise<Page<OwnBooking>> {
    const { items, next } = await this.reads.mine(actor, query.limit, decodeCursor(query.cursor, ['time', 'id']));
    return page(items, next && encodeCursor(next));
  }

  @Post('bookings/:id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a booking',
    description: 'Your own until it begins; as the owner until it is over, with a reason, which is mailed.',
  })
  @ApiOkResponse({ type: OwnBookingAnswer })
  @ApiErrors('booking.not-found', 'booking.not-now', 'booking.reason-needed')
  async cancel(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: CancelBookingDto): Promise<OwnBooking> {
    await this.bookings.cancel(actor, id, body.reason ?? null);
    return this.reads.bookingOf(actor, id);
  }
}
