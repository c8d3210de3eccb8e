import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { IdentityService, type Actor } from '#identity';
import {
  Invitations,
  Members,
  MembersQueries,
  OrganizationsQueries,
  refuseOrganization,
  type InvitationView,
  type MemberView,
  type OpenInvitation,
  type OrganizationView,
} from '#organizations';
import { Env } from '#host';
import { ApiErrors, Id, LocaleOf, NotKept, page, RequireSignIn, CurrentUser, type Page } from '../http/index.js';
import {
  InvitationAnswer,
  InvitationsAnswer,
  InviteDto,
  MembersAnswer,
  OpenInvitationAnswer,
  RoleDto,
  InvitationTokenDto,
} from './members.dto.js';
import { OrganizationAnswer } from './organizations.answers.js';

/** Who belongs to an organization. */
@ApiTags('organizations')
@Controller('organizations/:id')
@RequireSignIn()
export class MembersController {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly reads: MembersQueries,
    private readonly env: Env,
  ) {}

  @Get('members')
  @ApiOperation({ summary: 'The people of an organization, owners first (members and moderators)' })
  @ApiOkResponse({ type: MembersAnswer })
  @ApiErrors('organization.not-found', 'organization.not-yours')
  async list(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<Page<MemberView>> {
    return page(await this.reads.members(actor, id), null);
  }

  @Patch('members/:person')
  @ApiOperation({ summary: 'Give a member another role (owners)', description: 'The last owner stays one.' })
  @ApiParam({ name: 'person', type: String, format: 'uuid' })
  @ApiOkResponse({ type: MembersAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours',
    'organization.member-not-found',
    'organization.last-owner',
  )
  async changeRole(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('person') person: string,
    @Body() body: RoleDto,
  ): Promise<Page<MemberView>> {
    await this.members.changeRole(actor, id, person, body.role);
    return this.list(actor, id);
  }

  @Delete('members/:person')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a member (owners), or leave', description: 'The last owner cannot go.' })
  @ApiParam({ name: 'person', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours',
    'organization.member-not-found',
    'organization.last-owner',
  )
  async remove(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('person') person: string): Promise<void> {
    await this.members.remove(actor, id, person);
  }

  @Get('invitations')
  @ApiOperation({ summary: 'Invitations that can still be accepted, the newest first (owners)' })
  @ApiOkResponse({ type: InvitationsAnswer })
  @ApiErrors('organization.not-found', 'organization.not-yours')
  async open(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<Page<InvitationView>> {
    return page(await this.reads.invitations(actor, id), null);
  }

  @Post('invitations')
  @ApiOperation({
    summary: 'Invite a person by e-mail (owners)',
    description:
      'The link works for 14 days and replaces an earlier one to the same address. The answer does not tell whether the address is known here.',
  })
  @ApiCreatedResponse({ type: InvitationAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours',
    'organization.already-member',
    'organization.too-many-members',
    'organization.too-many-invitations',
  )
  async invite(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: InviteDto): Promise<InvitationView> {
    const made = await this.invitations.invite(actor, id, body, this.env);
    const invitations = await this.reads.invitations(actor, id);
    return (
      invitations.find((invitation) => invitation.id === made) ??
      refuseOrganization('organization.invitation-not-found')
    );
  }

  @Delete('invitations/:invitation')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an invitation back (owners)' })
  @ApiParam({ name: 'invitation', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors('organization.not-found', 'organization.not-yours', 'organization.invitation-not-found')
  async takeBack(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('invitation') invitation: string,
  ): Promise<void> {
    await this.invitations.takeBack(actor, id, invitation);
  }
}

/** What the link in the mail leads to. */
@ApiTags('organizations')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly identity: IdentityService,
    private readonly queries: OrganizationsQueries,
  ) {}

  @Post('look')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({ summary: 'Who invites, and as what: shown before it is accepted; the token is the proof' })
  @ApiOkResponse({ type: OpenInvitationAnswer })
  @ApiErrors('organization.invitation-not-valid')
  look(@Body() body: InvitationTokenDto): Promise<OpenInvitation> {
    return this.invitations.open(body.token);
  }

  @Post('accept')
  @HttpCode(200)
  @RequireSignIn()
  @ApiOperation({ summary: 'Accept an invitation with the address that was invited, once it is confirmed' })
  @ApiOkResponse({ type: OrganizationAnswer })
  @ApiErrors(
    'organization.invitation-not-valid',
    'organization.invitation-for-another',
    'organization.too-many-members',
    'person.unconfirmed',
  )
  async accept(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Body() body: InvitationTokenDto,
  ): Promise<OrganizationView> {
    const id = await this.invitations.accept(actor, body.token);
    // The caller was read before belonging to it.
    return this.queries.byId(await this.identity.actorOf(actor.personId, actor.via), id, locale);
  }
}
