import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AccountLimit, PasswordsService, type Actor } from '#identity';
import type { Locale } from '#kernel';
import { Erasure, MatchReads } from '#matching';
import { ApiErrors, NotKept, LocaleOf, RequireInPerson, CurrentUser, type ApiRequest } from '../../http/index.js';
import { Cookies } from '../../http/cookies.js';
import { AccountErasure, refuseOwner } from './account-erasure.js';
import { ErasureStandingAnswer, OwnPasswordDto } from './account.dto.js';
import { ExportQueries } from './export.queries.js';

/** How many promises are named; the rest is counted. */
const NAMED = 10;

/** The rights of 152-FZ and GDPR: to see all of it, and to be forgotten. */
@ApiTags('identity')
@Controller('me')
@RequireInPerson()
export class PersonalDataController {
  constructor(
    private readonly exports: ExportQueries,
    private readonly limit: AccountLimit,
    private readonly passwords: PasswordsService,
    private readonly erasure: Erasure,
    private readonly matches: MatchReads,
    private readonly account: AccountErasure,
    private readonly cookies: Cookies,
  ) {}

  @Get('export')
  @ApiOperation({
    summary: 'Everything that is kept about you, as one JSON file',
    description:
      'Person, roles, consents, sessions, keys (no secrets), offers, standing offers, matches, what you shared to meet and who looked at it, messages that you wrote, gifts, sign-ups for shifts, trips that you drive, bookings, lines of the books, mails and notifications. Ten an hour at most.',
  })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } } })
  @ApiErrors('identity.only-in-person', 'identity.too-often')
  async export(@CurrentUser() actor: Actor): Promise<StreamableFile> {
    await this.limit.count('exports', actor.personId);
    return new StreamableFile(Readable.from(this.exports.of(actor.personId)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="lepta-export.json"',
    });
  }

  @Get('erasure')
  @ApiOperation({
    summary: 'What stands in the way of erasing your account',
    description:
      'What you have promised and nobody has confirmed yet, oldest first; `promised` names ten of them. `obstacles`: all that stands in the way, whatever it is.',
  })
  @ApiOkResponse({ type: ErasureStandingAnswer })
  @ApiErrors('identity.only-in-person')
  async inTheWay(@CurrentUser() actor: Actor, @LocaleOf() locale: Locale): Promise<ErasureStandingAnswer> {
    const ids = await this.erasure.inTheWay(actor);
    const shown = [];
    for (const id of ids.slice(0, NAMED)) shown.push(await this.matches.one(actor, id, locale));
    const obstacles = await this.account.obstacles(actor.personId);
    return {
      obstacles: obstacles.map(({ code, count = null, organization = null }) => ({ code, count, organization })),
      count: ids.length,
      promised: shown.map(({ id, text, need }) => ({ id, text, need: { id: need.id, title: need.title } })),
    };
  }

  @Post('erasure')
  @HttpCode(204)
  @NotKept()
  @ApiOperation({
    summary: 'Erase your account',
    description:
      'At once and for ever: open offers are withdrawn and standing ones end; name, address, sessions, keys, mails and notifications are deleted. What moved stays in the books under a pseudonym. Not while something is promised and unconfirmed, nor as the only owner of an organization.',
  })
  @ApiNoContentResponse()
  @ApiErrors(
    'identity.only-in-person',
    'identity.too-often',
    'identity.matches-under-way',
    'identity.only-owner',
    'identity.last-administrator',
    'identity.erasure-raced',
    'trip.aboard',
  )
  async erase(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: OwnPasswordDto,
  ): Promise<void> {
    await this.passwords.prove(actor, body.password, request.ip);
    await this.account.erase(actor, { by: null, refuse: refuseOwner });
    await request.session.destroy();
    this.cookies.dropSession(reply);
  }
}
