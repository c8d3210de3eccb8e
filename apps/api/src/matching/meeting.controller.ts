import { Body, Controller, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { DonorsService } from '#donors';
import type { Actor } from '#identity';
import type { Contact } from '#kernel';
import { HandOverEntries, HandOvers, MeetingReads, type MeetingMatch } from '#matching';
import { Env } from '#host';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  NotKept,
  page,
  PageQuery,
  RequireInPerson,
  RequireSignIn,
  type Page,
} from '../http/index.js';
import { ContactLooksAnswer, MeetingMatchAnswer, OwnContactAnswer } from './meeting.answers.js';
import { EnterHandOverDto } from './hand-over-entry.dto.js';
import { AgreeHandOverDto, HandOverDto, OwnContactDto } from './meeting.dto.js';

type Locale = 'ru' | 'en';

@ApiTags('matches')
@Controller('matches/:id')
@RequireSignIn()
export class HandOversController {
  constructor(
    private readonly handOvers: HandOvers,
    private readonly entries: HandOverEntries,
    private readonly reads: MeetingReads,
    private readonly env: Env,
  ) {}

  @Post('hand-over')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Propose when and where to meet, or move it',
    description:
      'To the two sides, once both have said yes. A new proposal replaces the one before, also an agreed one.',
  })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors(
    'match.not-found',
    'match.not-yours',
    'match.of-a-shift',
    'match.not-now',
    'match.window-past',
    'match.window-too-far',
    'match.window-ends-first',
    'match.window-too-long',
  )
  async propose(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: HandOverDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.handOvers.propose(actor, id, HandOverDto.read(body));
    return this.reads.one(actor, id, locale);
  }

  @Post('hand-over/agree')
  @HttpCode(200)
  @ApiOperation({ summary: 'Agree to what the other side proposed' })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors(
    'match.not-found',
    'match.not-yours',
    'match.of-a-shift',
    'match.not-now',
    'match.no-hand-over',
    'match.hand-over-own',
    'match.hand-over-moved',
    'match.window-over',
  )
  async agree(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: AgreeHandOverDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.handOvers.agree(actor, id, body.sequence);
    return this.reads.one(actor, id, locale);
  }

  @Post('hand-over/entry')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Enter at the place what changed hands, by the code that the giver shows',
    description:
      'To the organization. Confirms for both sides at once; each part is an entry of its own in the books, and together they are what was promised. Ten wrong codes end a code.',
  })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors(
    'match.not-found',
    'match.not-yours',
    'match.not-now',
    'match.confirmed-otherwise',
    'match.more-than-held',
    'hand-over.no-code',
    'hand-over.wrong-code',
    'hand-over.code-used-up',
    'hand-over.parts-beyond',
    'hand-over.reason-needed',
    'hand-over.time-ahead',
    'hand-over.time-too-old',
    'hand-over.time-before-yes',
    'hand-over.same-id',
  )
  async enter(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: EnterHandOverDto,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.entries.enter(actor, id, EnterHandOverDto.read(body));
    return this.reads.one(actor, id, locale);
  }

  @Post('hand-over/code')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Show a new code',
    description: 'To the giver, for a code that was entered wrongly ten times.',
  })
  @ApiOkResponse({ type: MeetingMatchAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'hand-over.no-code', 'hand-over.code-counts')
  async renewCode(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<MeetingMatch> {
    await this.entries.renewCode(actor, id);
    return this.reads.one(actor, id, locale);
  }

  @Get('hand-over.ics')
  @ApiOperation({
    summary: 'The hand-over for a calendar',
    description:
      'iCalendar in the time zone of the place. A file of a moved one has the same UID and a higher SEQUENCE.',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiErrors('match.not-found', 'match.not-yours', 'match.no-hand-over')
  async calendar(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<StreamableFile> {
    const text = await this.reads.calendar(actor, id, locale, {
      publicUrl: this.env.PUBLIC_URL,
      from: this.env.mailAddress,
    });
    return new StreamableFile(Buffer.from(text), {
      type: 'text/calendar; charset=utf-8',
      disposition: 'attachment; filename="hand-over.ics"',
    });
  }
}

@ApiTags('identity')
@Controller('me')
@RequireInPerson()
export class OwnContactController {
  constructor(
    private readonly source: DataSource,
    private readonly donors: DonorsService,
    private readonly reads: MeetingReads,
  ) {}

  @Get('contact')
  @ApiOperation({ summary: 'What you share with a yes unless you say otherwise' })
  @ApiOkResponse({ type: OwnContactAnswer })
  @ApiErrors('identity.only-in-person')
  async contact(@CurrentUser() actor: Actor): Promise<{ contact: Contact | null }> {
    return { contact: await this.donors.contactOf(this.source.manager, actor.personId) };
  }

  @Put('contact')
  @NotKept()
  @ApiOperation({
    summary: 'Choose it',
    description: 'For what you agree to from now on. Null: nothing is shared unless it is said.',
  })
  @ApiOkResponse({ type: OwnContactAnswer })
  @ApiErrors('identity.only-in-person', 'form.not-a-phone')
  async setContact(@CurrentUser() actor: Actor, @Body() body: OwnContactDto): Promise<{ contact: Contact | null }> {
    return this.source.transaction(async (tx) => {
      await this.donors.setContact(tx, actor.personId, body.contact);
      return { contact: await this.donors.contactOf(tx, actor.personId) };
    });
  }

  @Get('contact-looks')
  @ApiOperation({
    summary: 'Who read how to reach you, newest first',
    description: 'Once a reader, match and day (UTC), on the page or by the mail of an agreement. Kept for a year.',
  })
  @ApiOkResponse({ type: ContactLooksAnswer })
  @ApiErrors('identity.only-in-person')
  async looks(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Query() query: PageQuery,
  ): Promise<Page<ContactLooksAnswer['items'][number]>> {
    const { items, next } = await this.reads.looks(
      actor,
      query.limit,
      decodeCursor(query.cursor, ['time', 'id']),
      locale,
    );
    return page(items, next && encodeCursor(next));
  }
}
