import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BookingsQueries, Resources, type ResourceView } from '#bookings';
import type { Actor } from '#identity';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  IfMatch,
  page,
  RequireSignIn,
  setEtag,
  type Page,
} from '../http/index.js';
import { OwnedResourcesAnswer, ResourceAnswer, ResourcesAnswer } from './bookings.answers.js';
import { EditResourceDto, ResourcesQuery, ShareDto } from './bookings.dto.js';

@ApiTags('bookings')
@Controller()
@RequireSignIn()
export class ResourcesController {
  constructor(
    private readonly resources: Resources,
    private readonly reads: BookingsQueries,
  ) {}

  @Get('resources')
  @ApiOperation({ summary: 'Halls, vans and equipment that you may book, or could in the name of an organization' })
  @ApiOkResponse({ type: ResourcesAnswer })
  async list(@CurrentUser() actor: Actor, @Query() query: ResourcesQuery): Promise<Page<ResourceView>> {
    const { limit, cursor, ...filters } = query;
    const { items, next } = await this.reads.list(actor, filters, limit, decodeCursor(cursor, ['text', 'id']));
    return page(items, next && encodeCursor(next));
  }

  @Get('organizations/:id/resources')
  @ApiOperation({ summary: 'What an organization shares', description: 'For its own people; closed ones too.' })
  @ApiOkResponse({ type: OwnedResourcesAnswer })
  @ApiErrors('resource.not-yours')
  async ofOrganization(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<{ items: ResourceView[] }> {
    return { items: await this.reads.ofOrganization(actor, id) };
  }

  @Post('organizations/:id/resources')
  @ApiOperation({
    summary: 'Share a hall, a van or equipment',
    description: 'For owners and coordinators of a verified organization.',
  })
  @ApiCreatedResponse({ type: ResourceAnswer })
  @ApiErrors(
    'resource.not-yours',
    'resource.not-verified',
    'person.unconfirmed',
    'organization.not-a-time',
    'organization.hours-end-first',
  )
  async add(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: ShareDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @IdempotentId() known?: string,
  ): Promise<ResourceView> {
    return this.shown(actor, await this.resources.add(actor, id, body, known), reply);
  }

  @Get('resources/:id')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: ResourceAnswer })
  @ApiErrors('resource.not-found')
  one(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    return this.shown(actor, id, reply);
  }

  @Patch('resources/:id')
  @ApiOperation({ summary: 'Change it', description: 'What is booked stays booked.' })
  @ApiOkResponse({ type: ResourceAnswer })
  @ApiErrors(
    'resource.not-found',
    'resource.not-yours',
    'resource.stale',
    'organization.not-a-time',
    'organization.hours-end-first',
  )
  async edit(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body() body: EditResourceDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    await this.resources.edit(actor, id, version, body);
    return this.shown(actor, id, reply);
  }

  @Post('resources/:id/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let nobody book it from now on' })
  @ApiOkResponse({ type: ResourceAnswer })
  @ApiErrors('resource.not-found', 'resource.not-yours')
  async close(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    await this.resources.turn(actor, id, 'closed');
    return this.shown(actor, id, reply);
  }

  @Post('resources/:id/open')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let it be booked again' })
  @ApiOkResponse({ type: ResourceAnswer })
  @ApiErrors('resource.not-found', 'resource.not-yours')
  async open(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResourceView> {
    await this.resources.turn(actor, id, 'open');
    return this.shown(actor, id, reply);
  }

  private async shown(actor: Actor, id: string, reply: FastifyReply): Promise<ResourceView> {
    const view = await this.reads.one(actor, id);
    setEtag(reply, view.version);
    return view;
  }
}
