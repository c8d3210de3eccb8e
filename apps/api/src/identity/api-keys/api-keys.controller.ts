import { Body, Controller, Delete, Get, HttpCode, Module, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiKeysService, IdentityModule, refuseIdentity, type Actor, type ApiKeyEntity } from '#identity';
import {
  ApiErrors,
  Id,
  IdempotentId,
  page,
  RequireInPerson,
  RequireSignIn,
  ShownOnce,
  CurrentUser,
  type ApiRequest,
  type Page,
} from '../../http/index.js';
import { ApiKeyAnswer, ApiKeysAnswer, NewApiKeyAnswer, NewApiKeyDto } from './api-keys.dto.js';

/** A stolen key must not make more of itself, nor end the others. */
const notWithKey = (): never => refuseIdentity('identity.not-with-a-key');

@ApiTags('identity')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @RequireInPerson(notWithKey)
  @ShownOnce('secret')
  @ApiOperation({ summary: 'Make a key for a program that acts as you' })
  @ApiCreatedResponse({ type: NewApiKeyAnswer })
  @ApiErrors('identity.not-with-a-key', 'person.unconfirmed', 'identity.too-many-keys')
  async create(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @IdempotentId() known: string | undefined,
    @Body() body: NewApiKeyDto,
  ): Promise<NewApiKeyAnswer> {
    const { key, secret } = await this.keys.create(actor, body.name.trim(), {
      secondFactor: request.session.secondFactorAt !== undefined,
      known,
    });
    return { ...shown(key), secret };
  }

  @Get()
  @RequireSignIn()
  @ApiOperation({ summary: 'Your valid keys' })
  @ApiOkResponse({ type: ApiKeysAnswer })
  async list(@CurrentUser() actor: Actor): Promise<Page<ApiKeyAnswer>> {
    return page((await this.keys.list(actor)).map(shown), null);
  }

  @Delete(':id')
  @RequireInPerson(notWithKey)
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a key, at once' })
  @ApiNoContentResponse()
  @ApiErrors('identity.key-not-found', 'identity.not-with-a-key')
  async revoke(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<void> {
    await this.keys.revoke(actor, id);
  }
}

function shown(key: ApiKeyEntity): ApiKeyAnswer {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  };
}

@Module({ imports: [IdentityModule], controllers: [ApiKeysController] })
export class ApiKeysApiModule {}
