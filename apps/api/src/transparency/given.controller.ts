import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { OrganizationsQueries } from '#organizations';
import { GIVEN_KEPT_FOR_MS, GivenInName, type Given } from '#transparency';
import { ApiErrors, CurrentUserOrVisitor, Id, keptBy, LocaleOf, type ApiRequest } from '../http/index.js';
import { GivenAnswer } from './given.answers.js';

/** What an organization gave, as far as it shows its name. */
@ApiTags('organizations')
@Controller('organizations/:id')
export class GivenController {
  constructor(
    private readonly organizations: OrganizationsQueries,
    private readonly given: GivenInName,
  ) {}

  @Get('given')
  @ApiOperation({
    summary: 'What it gave in its own name, and to whom',
    description:
      'Sums of the books, less what was taken back. Offers that keep its name back are in no number, nor are gifts to needs of private categories. Half a minute old at most.',
  })
  @ApiOkResponse({ type: GivenAnswer })
  @ApiErrors('organization.not-found')
  async of(
    @CurrentUserOrVisitor() who: Actor | null,
    @LocaleOf() locale: 'ru' | 'en',
    @Id('id') id: string,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Given> {
    await this.organizations.byId(who, id, locale); // refuses where its reader may not know of it
    reply.header('cache-control', `${keptBy(request)}, max-age=${GIVEN_KEPT_FOR_MS / 1000}`);
    return this.given.of(id);
  }
}
