import { Body, Controller, Get, HttpCode, Module, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { IdentityModule, IdentityService, refuseIdentity, type Actor } from '#identity';
import { refuseForm } from '#kernel';
import {
  LEGAL_FORMS,
  OrganizationsModule,
  OrganizationsQueries,
  OrganizationsService,
  type OrganizationView,
} from '#organizations';
import { ModerationModule, OrganizationMeasures } from '#moderation';
import { TransparencyModule } from '#transparency';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  IfMatch,
  LocaleOf,
  IdempotentId,
  page,
  RequireSignIn,
  setEtag,
  CurrentUser,
  CurrentUserOrVisitor,
  type Page,
} from '../http/index.js';
import {
  LegalFormsAnswer,
  OrganizationAnswer,
  OrganizationsAnswer,
  type LegalFormAnswer,
} from './organizations.answers.js';
import { DocumentsController } from './documents.controller.js';
import { GivenController } from '../transparency/given.controller.js';
import { InvitationsController, MembersController } from './members.controller.js';
import { OwnPapersController, PapersController } from './papers.controller.js';
import { OrganizationWordsController } from './organization-words.controller.js';
import { CreateOrganizationDto, EditOrganizationDto, OrganizationsQuery, ReasonDto } from './organizations.dto.js';

type Locale = 'ru' | 'en';

@ApiTags('organizations')
@Controller()
export class OrganizationsController {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly identity: IdentityService,
    private readonly organizations: OrganizationsService,
    private readonly queries: OrganizationsQueries,
    private readonly measures: OrganizationMeasures,
  ) {}

  @Get('organization-forms')
  @ApiOperation({
    summary: 'Legal forms of organizations that may receive help, and of bodies that only give (`gives`)',
  })
  @ApiOkResponse({ type: LegalFormsAnswer })
  forms(@LocaleOf() locale: Locale): Page<LegalFormAnswer> {
    return page(
      LEGAL_FORMS.map(({ code, nameRu, nameEn, informal, gives, ofPerson }) => ({
        code,
        name: locale === 'ru' ? nameRu : nameEn,
        nameRu,
        nameEn,
        informal: informal ?? false,
        gives: gives ?? false,
        ofPerson: ofPerson ?? false,
      })),
      null,
    );
  }

  @Post('organizations')
  @RequireSignIn()
  @ApiOperation({
    summary:
      'Begin the record of a non-profit organization, of a group without registration, or of a company or entrepreneur that gives; the caller becomes its owner',
    description:
      'Who only gives (`ooo`, `ao`, `pao`, `ip` …) names INN, OGRN and KPP (an entrepreneur INN and OGRNIP), needs no account, has members and a public page once checked, and can ask for nothing.',
  })
  @ApiCreatedResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'person.unconfirmed',
    'organization.inn-taken',
    'organization.too-many-drafts',
    'organization.no-kpp',
    'organization.number-check-digit',
    'organization.account-key',
    'organization.not-for-a-group',
  )
  async create(
    @CurrentUser() actor: Actor,
    @IdempotentId() thing: string | undefined,
    @LocaleOf() locale: Locale,
    @Body() body: CreateOrganizationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    const id = await this.organizations.create(actor, body, thing);
    reply.header('location', `/api/v1/organizations/${id}`);
    // The caller was read before becoming the owner; roles on the platform stay as they were judged for this request.
    const owner = await this.identity.actorOf(actor.personId, actor.via);
    return this.shown(owner && { ...owner, platform: actor.platform }, id, locale, reply);
  }

  @Get('organizations')
  @ApiOperation({
    summary:
      'Verified organizations, the latest first; `mine=true`: those that the caller belongs to; `toVouch=true`: groups that wait for an official',
  })
  @ApiOkResponse({ type: OrganizationsAnswer })
  @ApiErrors('identity.sign-in-first')
  async list(
    @CurrentUserOrVisitor() who: Actor | null,
    @LocaleOf() locale: Locale,
    @Query() query: OrganizationsQuery,
  ): Promise<Page<OrganizationView>> {
    if (query.mine) return page(await this.queries.mine(who ?? refuseIdentity('identity.sign-in-first'), locale), null);
    if (query.toVouch)
      return page(await this.queries.toVouch(who ?? refuseIdentity('identity.sign-in-first'), locale), null);
    if (query.place !== undefined && !this.catalogue.place(query.place))
      refuseForm([{ field: 'place', code: 'form.not-in-list' }]);
    const after = decodeCursor(query.cursor, ['time', 'id']);
    const { items, next } = await this.queries.page(who, query, query.limit, after, locale);
    return page(items, next && encodeCursor(next));
  }

  @Get('organizations/:id')
  @ApiOperation({
    summary: 'One organization: public once verified',
    description: 'Bank details, reasons and warnings are for its own people and for moderators.',
  })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors('organization.not-found')
  async one(
    @CurrentUserOrVisitor() who: Actor | null,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    return this.shown(who, id, locale, reply);
  }

  @Patch('organizations/:id')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Correct a record that is a draft or was returned; change the account of a verified one',
    description:
      'Of a verified organization `account` alone can be named: two people look at the change, it takes effect a day after the second approval, and the old account stays until then. `contacts`, `handOverPoints` and `accepts` change at once, by an owner or coordinator.',
  })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours',
    'organization.stale',
    'organization.not-editable',
    'organization.only-the-account',
    'organization.account-change-open',
    'organization.account-is-the-same',
    'organization.not-for-a-group',
    'organization.inn-taken',
    'organization.number-check-digit',
    'organization.account-key',
  )
  async edit(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body() body: EditOrganizationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    await this.organizations.edit(actor, id, version, body);
    return this.shown(actor, id, locale, reply);
  }

  @Post('organizations/:id/submit')
  @HttpCode(200)
  @RequireSignIn()
  @ApiOperation({ summary: 'Send it to the moderators' })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours',
    'organization.not-submittable',
    'organization.inn-taken',
    'person.unconfirmed',
  )
  async submit(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    await this.organizations.submit(actor, id);
    return this.shown(actor, id, locale, reply);
  }

  @Post('organizations/:id/suspend')
  @HttpCode(200)
  @RequireSignIn()
  @ApiOperation({
    summary: 'Suspend a verified organization (moderators)',
    description: 'Its owners may appeal against it: `GET /appeals?about={id}`.',
  })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours-to-decide',
    'organization.not-suspendable',
    'organization.reason-needed',
  )
  async suspend(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    await this.source.transaction((tx) => this.measures.suspend(tx, actor, id, body.reason));
    return this.shown(actor, id, locale, reply);
  }

  @Post('organizations/:id/reinstate')
  @HttpCode(200)
  @RequireSignIn()
  @ApiOperation({ summary: 'End a suspension (moderators)' })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours-to-decide',
    'organization.not-suspended',
    'organization.reason-needed',
  )
  async reinstate(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    await this.source.transaction((tx) => this.measures.reinstate(tx, actor, id, body.reason));
    return this.shown(actor, id, locale, reply);
  }

  private async shown(who: Actor | null, id: string, locale: Locale, reply: FastifyReply): Promise<OrganizationView> {
    const view = await this.queries.byId(who, id, locale);
    setEtag(reply, view.version);
    return view;
  }
}

@Module({
  imports: [OrganizationsModule, IdentityModule, ModerationModule, TransparencyModule],
  controllers: [
    OrganizationsController,
    GivenController,
    OrganizationWordsController,
    MembersController,
    InvitationsController,
    DocumentsController,
    PapersController,
    OwnPapersController,
  ],
})
export class OrganizationsApiModule {}
