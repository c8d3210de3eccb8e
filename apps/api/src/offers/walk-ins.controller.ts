import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AccountLimit, type Actor } from '#identity';
import type { Contact } from '#kernel';
import { WalkInErasure } from '#matching';
import { forgetMessages } from '#messages';
import { forgetComplaints, forgetInDecisions } from '#moderation';
import { WalkIns, WalkInsQueries, type WalkInView } from '#offers';
import { ExportQueries } from '../identity/account/export.queries.js';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  page,
  RequireInPerson,
  RequireSignIn,
  type Page,
} from '../http/index.js';
import { EnterWalkInDto, WalkInAnswer, WalkInContactLookAnswer, WalkInsAnswer, WalkInsQuery } from './walk-ins.dto.js';

/** People who come by or call, and in whose name an organization offers. */
@ApiTags('offers')
@Controller('organizations/:id/walk-ins')
export class WalkInsController {
  constructor(
    private readonly walkIns: WalkIns,
    private readonly reads: WalkInsQueries,
    private readonly erasure: WalkInErasure,
    private readonly exports: ExportQueries,
    private readonly limit: AccountLimit,
  ) {}

  @Get()
  @RequireSignIn()
  @ApiOperation({ summary: 'People who came by to an organization, the newest first (owners and coordinators)' })
  @ApiOkResponse({ type: WalkInsAnswer })
  @ApiErrors('organization.not-found', 'walk-in.not-yours')
  async list(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { q, limit, cursor }: WalkInsQuery,
  ): Promise<Page<WalkInView> & { can: readonly string[] }> {
    const { items, next, can } = await this.reads.page(
      actor,
      id,
      q?.trim() || null,
      limit,
      decodeCursor(cursor, ['time', 'id']),
    );
    return { ...page(items, next && encodeCursor(next)), can };
  }

  @Post()
  @RequireSignIn()
  @ApiOperation({
    summary:
      'Keep a person who came by or called, with their consent (owners and coordinators of a verified organization)',
    description:
      'Their offers are made by `POST /offers` with `onBehalfOf`: open at once, with limits of their own, managed by the owners and coordinators of the organization, and never proposed for its own needs.',
  })
  @ApiCreatedResponse({ type: WalkInAnswer })
  @ApiErrors(
    'organization.not-found',
    'walk-in.not-yours',
    'walk-in.organization-not-verified',
    'walk-in.too-many',
    'person.unconfirmed',
  )
  async enter(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @Body() body: EnterWalkInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WalkInView> {
    const walkIn = await this.walkIns.enter(actor, id, body, thing);
    reply.header('location', `/api/v1/organizations/${id}/walk-ins/${walkIn}`);
    return this.reads.byId(actor, id, walkIn);
  }

  @Get(':walkIn')
  @RequireSignIn()
  @ApiOperation({ summary: 'One of them (owners and coordinators)' })
  @ApiParam({ name: 'walkIn', type: String, format: 'uuid' })
  @ApiOkResponse({ type: WalkInAnswer })
  @ApiErrors('organization.not-found', 'walk-in.not-yours', 'walk-in.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('walkIn') walkIn: string): Promise<WalkInView> {
    return this.reads.byId(actor, id, walkIn);
  }

  @Get(':walkIn/contact')
  @RequireSignIn()
  @ApiOperation({
    summary: 'How to reach one of them (owners and coordinators)',
    description: 'That it was read stands in the audit log.',
  })
  @ApiParam({ name: 'walkIn', type: String, format: 'uuid' })
  @ApiOkResponse({ type: WalkInContactLookAnswer })
  @ApiErrors('organization.not-found', 'walk-in.not-yours', 'walk-in.not-found')
  async contact(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('walkIn') walkIn: string,
  ): Promise<{ contact: Contact | null }> {
    return { contact: await this.reads.contactOf(actor, id, walkIn) };
  }

  @Get(':walkIn/export')
  @RequireInPerson()
  @ApiOperation({
    summary: 'Everything that is kept about one of them, as one JSON file, for who asks (owners and coordinators)',
    description:
      'Name, contact, consent, offers, matches, what was shared and who looked at it, lines of the books. Ten an hour at most.',
  })
  @ApiParam({ name: 'walkIn', type: String, format: 'uuid' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } } })
  @ApiErrors(
    'identity.only-in-person',
    'organization.not-found',
    'walk-in.not-yours',
    'walk-in.not-found',
    'identity.too-often',
  )
  async export(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('walkIn') walkIn: string,
  ): Promise<StreamableFile> {
    await this.reads.byId(actor, id, walkIn);
    await this.limit.count('exports', actor.personId);
    await this.reads.noteExport(actor, id, walkIn);
    return new StreamableFile(Readable.from(this.exports.ofWalkIn(walkIn)), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="lepta-export.json"',
    });
  }

  @Delete(':walkIn')
  @RequireInPerson()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Erase one of them (owners and coordinators)',
    description:
      'At once and for ever: open offers are withdrawn, name, contact and words are deleted. What moved stays in the books under a pseudonym. Not while something is promised and unconfirmed.',
  })
  @ApiParam({ name: 'walkIn', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors(
    'identity.only-in-person',
    'organization.not-found',
    'walk-in.not-yours',
    'walk-in.not-found',
    'walk-in.matches-under-way',
    'walk-in.erasure-raced',
  )
  async erase(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('walkIn') walkIn: string): Promise<void> {
    await this.erasure.erase(actor, id, walkIn, [forgetInDecisions, forgetComplaints, forgetMessages]);
  }
}
