import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { BankStatements, Surpluses, SurplusQueries, type SurplusView } from '#payments';
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
import { SurplusAnswer, SurplusDecisionDto, SurplusListAnswer } from './surplus.dto.js';

/** Money beyond a need, for the organization that has it and for the giver. */
@ApiTags('gifts')
@Controller()
@RequireSignIn()
export class SurplusController {
  constructor(
    private readonly surpluses: Surpluses,
    private readonly reads: SurplusQueries,
    private readonly statements: BankStatements,
  ) {}

  @Get('organizations/:id/surplus')
  @ApiOperation({
    summary: 'Money beyond needs, newest first',
    description: 'What came over the open amount or after the end of a need, and what belongs to nobody.',
  })
  @ApiOkResponse({ type: SurplusListAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  async ofOrganization(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<Page<SurplusView>> {
    await this.statements.organizationOf(actor, id);
    return pageOf(limit, cursor, (most, after) => this.reads.ofOrganization(actor, id, most, after, locale));
  }

  @Get('me/surplus')
  @ApiOperation({ summary: 'What of my gifts was more than a need could take, newest first' })
  @ApiOkResponse({ type: SurplusListAnswer })
  mine(
    @CurrentUser() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<Page<SurplusView>> {
    return pageOf(limit, cursor, (most, after) => this.reads.ofDonor(actor, most, after, locale));
  }

  @Get('surplus/:id')
  @ApiOperation({
    summary: 'Money beyond a need',
    description: 'For the giver, and for owners, coordinators and accountants of the organization.',
  })
  @ApiOkResponse({ type: SurplusAnswer })
  @ApiErrors('surplus.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: 'ru' | 'en'): Promise<SurplusView> {
    return this.reads.one(actor, id, locale);
  }

  @Post('surplus/:id/decision')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say what becomes of it',
    description:
      'Of a known donor’s money the donor decides; the organization may only send it back. Of anybody else’s the organization decides. Each decision is an entry of the books.',
  })
  @ApiOkResponse({ type: SurplusAnswer })
  @ApiErrors(
    'surplus.not-found',
    'surplus.not-yours-to-say',
    'surplus.decided',
    'surplus.other-purpose',
    'surplus.no-room',
    'surplus.bank-needed',
    'surplus.by-card',
    'need.not-found',
  )
  async decide(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: SurplusDecisionDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<SurplusView> {
    await this.surpluses.decide(actor, id, body);
    return this.reads.one(actor, id, locale);
  }

  @Post('surplus/:id/undo')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take the decision back',
    description: 'By reversals, by the side that made it; what a need has used stays there.',
  })
  @ApiOkResponse({ type: SurplusAnswer })
  @ApiErrors('surplus.not-found', 'surplus.not-yours-to-say', 'ledger.not-enough-left')
  async undo(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: 'ru' | 'en'): Promise<SurplusView> {
    await this.surpluses.undo(actor, id);
    return this.reads.one(actor, id, locale);
  }
}

async function pageOf(
  limit: number,
  cursor: string | undefined,
  read: (
    limit: number,
    after: { readonly at: string; readonly id: string } | null,
  ) => Promise<{ readonly view: SurplusView; readonly key: string }[]>,
): Promise<Page<SurplusView>> {
  const after = decodeCursor(cursor, ['time', 'id']);
  const rows = await read(limit + 1, after && { at: after[0], id: after[1] });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return page(
    rows.slice(0, limit).map(({ view }) => view),
    last ? encodeCursor([last.key, last.view.id]) : null,
  );
}
