import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { FOLLOW_SUBJECTS, FOLLOWS_MOST, Follows, type Follow } from '#notifications';
import { CODE_MAX } from '../catalogue/catalogue.dto.js';
import { ApiErrors, CurrentUser, RequireSignIn } from '../http/index.js';

class FollowAnswer {
  @ApiProperty({ enum: FOLLOW_SUBJECTS }) subject: string;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) code: string;
  @ApiProperty({ type: String, format: 'date-time' }) followedAt: string;
}

class FollowsAnswer {
  @ApiProperty({ type: [FollowAnswer], description: `All of them, the latest first; ${FOLLOWS_MOST} at most` })
  items: readonly FollowAnswer[];
}

const FOLLOW = {
  summary: 'Follow it',
  description:
    'You are told of needs that open there: once a week at most, and only when there is something new. Mails of the kind `following` in `/me/notifications`. Twice is once.',
};
const STOP = { summary: 'Stop following it', description: 'Twice is once.' };
const CODE = (example: string): MethodDecorator =>
  ApiParam({ name: 'code', type: String, example, schema: { type: 'string', maxLength: CODE_MAX } });

/** What a person follows: municipalities and spheres. */
@ApiTags('notifications')
@Controller()
@RequireSignIn()
export class FollowsController {
  constructor(private readonly follows: Follows) {}

  @Get('me/follows')
  @ApiOperation({ summary: 'The places and spheres that you follow' })
  @ApiOkResponse({ type: FollowsAnswer })
  async list(@CurrentUser() { personId }: Actor): Promise<{ items: readonly Follow[] }> {
    return { items: await this.follows.of(personId) };
  }

  @Put('places/:code/follow')
  @HttpCode(204)
  @CODE('selemdzhinsky')
  @ApiOperation(FOLLOW)
  @ApiNoContentResponse()
  @ApiErrors('catalogue.not-found', 'follow.too-many')
  followPlace(@CurrentUser() { personId }: Actor, @Param('code') code: string): Promise<void> {
    return this.follows.follow(personId, 'place', code);
  }

  @Delete('places/:code/follow')
  @HttpCode(204)
  @CODE('selemdzhinsky')
  @ApiOperation(STOP)
  @ApiNoContentResponse()
  stopPlace(@CurrentUser() { personId }: Actor, @Param('code') code: string): Promise<void> {
    return this.follows.stop(personId, 'place', code);
  }

  @Put('spheres/:code/follow')
  @HttpCode(204)
  @CODE('relief')
  @ApiOperation(FOLLOW)
  @ApiNoContentResponse()
  @ApiErrors('catalogue.not-found', 'follow.too-many')
  followSphere(@CurrentUser() { personId }: Actor, @Param('code') code: string): Promise<void> {
    return this.follows.follow(personId, 'sphere', code);
  }

  @Delete('spheres/:code/follow')
  @HttpCode(204)
  @CODE('relief')
  @ApiOperation(STOP)
  @ApiNoContentResponse()
  stopSphere(@CurrentUser() { personId }: Actor, @Param('code') code: string): Promise<void> {
    return this.follows.stop(personId, 'sphere', code);
  }
}
