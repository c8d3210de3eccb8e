import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WeightChanges, WeightVersions, type PublishedWeights, type WeightChange } from '#clearing';
import type { Actor } from '#identity';
import {
  ApiErrors,
  CurrentUser,
  encodeCursor,
  Id,
  page,
  PageQuery,
  RequireAdministrator,
  type Page,
} from '../http/index.js';
import { numberAfter } from './number-after.js';
import {
  ChangeDecisionDto,
  DecidedChangeAnswer,
  PublishedAnswer,
  PublishWeightsDto,
  WeightChangesAnswer,
  WeightsAnswer,
  WeightsPageAnswer,
  type WeightChangeAnswer,
} from './weights.dto.js';

/** How much each part of a score counts. */
@ApiTags('clearings')
@Controller('weights')
export class WeightsController {
  constructor(
    private readonly versions: WeightVersions,
    private readonly changes: WeightChanges,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Weights of the score, the newest version first' })
  @ApiOkResponse({ type: WeightsPageAnswer })
  async list(@Query() query: PageQuery): Promise<Page<WeightsAnswer>> {
    const rows = await this.versions.page(query.limit, numberAfter(query.cursor));
    const last = rows.at(-1);
    return page(rows.map(versionView), last && rows.length === query.limit ? encodeCursor([last.version]) : null);
  }

  @Post()
  @RequireAdministrator()
  @ApiOperation({
    summary: 'Publish new weights',
    description:
      'Where there is another administrator whose role works, they wait for that person’s signature (`change`); else they are in force (`version`). Scores are worked out with them within a minute; what was proposed keeps the version it has. Written into the audit log.',
  })
  @ApiCreatedResponse({ type: PublishedAnswer })
  @ApiErrors('http.administrators-only', 'weights.stale', 'weights.waiting')
  async publish(@CurrentUser() actor: Actor, @Body() body: PublishWeightsDto): Promise<PublishedAnswer> {
    const done = await this.changes.publish(actor.personId, { ...body, weights: { ...body.weights } });
    return {
      version: done.version && versionView(done.version),
      change: done.change && changeView(done.change),
    };
  }

  @Get('changes')
  @RequireAdministrator()
  @ApiOperation({ summary: 'New weights that wait for a second signature' })
  @ApiOkResponse({ type: WeightChangesAnswer })
  @ApiErrors('http.administrators-only')
  async waiting(@CurrentUser() actor: Actor): Promise<WeightChangesAnswer> {
    const { needsSignature, waiting, returned } = await this.changes.state(actor.personId);
    return {
      needsSignature,
      waiting: waiting && changeView(waiting),
      returned: returned && { ...returned, weights: { ...returned.weights }, at: returned.at.toISOString() },
    };
  }

  @Post('changes/:id/decision')
  @HttpCode(200)
  @RequireAdministrator()
  @ApiOperation({
    summary: 'Sign, return or take back new weights that wait',
    description:
      'Another administrator signs or returns them; who made them takes them back. Their author gets a mail.',
  })
  @ApiOkResponse({ type: DecidedChangeAnswer })
  @ApiErrors(
    'http.administrators-only',
    'weights.change-not-found',
    'weights.change-decided',
    'weights.own-change',
    'weights.others-change',
    'weights.why-missing',
  )
  async decide(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() { outcome, reason }: ChangeDecisionDto,
  ): Promise<DecidedChangeAnswer> {
    const version = await this.changes.decide(actor.personId, id, outcome, reason ?? null);
    return { version: version && versionView(version) };
  }
}

const versionView = ({ version, weights, at }: PublishedWeights): WeightsAnswer => ({
  version,
  weights: { ...weights },
  at: at.toISOString(),
});

const changeView = ({ weights, at, can, ...change }: WeightChange): WeightChangeAnswer => ({
  ...change,
  weights: { ...weights },
  at: at.toISOString(),
  can: [...can],
});
