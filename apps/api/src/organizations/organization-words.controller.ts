import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { OrganizationMeasures } from '#moderation';
import {
  AccountChanges,
  OrganizationsQueries,
  Vouches,
  type AccountChangeView,
  type OrganizationView,
} from '#organizations';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  page,
  PageQuery,
  RequireSignIn,
  setEtag,
  CurrentUser,
  type Page,
} from '../http/index.js';
import { AccountChangesAnswer, OrganizationAnswer } from './organizations.answers.js';
import { ReasonDto, VouchDto } from './organizations.dto.js';

type Locale = 'ru' | 'en';

/** What officials, moderators and owners say about an organization beside its record: vouches, returns, changes of the account. */
@ApiTags('organizations')
@Controller('organizations/:id')
@RequireSignIn()
export class OrganizationWordsController {
  constructor(
    private readonly source: DataSource,
    private readonly measures: OrganizationMeasures,
    private readonly vouches: Vouches,
    private readonly accounts: AccountChanges,
    private readonly queries: OrganizationsQueries,
  ) {}

  @Post('vouch')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Vouch for a group without registration, or decline with a reason (officials of its place)',
    description: 'Only with this word a moderator may verify the group. Declined, it is returned.',
  })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours-to-vouch',
    'organization.not-vouchable',
    'organization.reason-needed',
    'person.unconfirmed',
  )
  async vouch(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Body() body: VouchDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    await this.vouches.give(actor, id, body.outcome, body.reason ?? null);
    return this.shown(actor, id, locale, reply);
  }

  @Post('return')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Return a verified or suspended organization for correction (moderators)',
    description:
      'Its owner may then change everything and submit it again, or appeal against it: `GET /appeals?about={id}`. A change of its account that is on its way ends.',
  })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours-to-decide',
    'organization.not-returnable',
    'organization.in-review',
    'organization.reason-needed',
  )
  async return(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    await this.source.transaction((tx) => this.measures.giveBack(tx, actor, id, body.reason));
    return this.shown(actor, id, locale, reply);
  }

  @Post('account-change/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a change of the account before it takes effect (owners)' })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors('organization.not-found', 'organization.not-yours', 'organization.account-change-not-found')
  async cancel(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    await this.accounts.cancel(actor, id);
    return this.shown(actor, id, locale, reply);
  }

  @Get('account-changes')
  @ApiOperation({ summary: 'Changes of the account, the newest first (members and moderators)' })
  @ApiOkResponse({ type: AccountChangesAnswer })
  @ApiErrors('organization.not-found', 'organization.not-yours')
  async changes(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<AccountChangeView>> {
    const { items, next } = await this.queries.accountChanges(
      actor,
      id,
      query.limit,
      decodeCursor(query.cursor, ['time', 'id']),
    );
    return page(items, next && encodeCursor(next));
  }

  private async shown(actor: Actor, id: string, locale: Locale, reply: FastifyReply): Promise<OrganizationView> {
    const view = await this.queries.byId(actor, id, locale);
    setEtag(reply, view.version);
    return view;
  }
}
