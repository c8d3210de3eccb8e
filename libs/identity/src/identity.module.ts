import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeysService } from './api-keys.service.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsService } from './consents.service.js';
import { GrantEntity } from './grant.entity.js';
import { IdentityService } from './identity.service.js';
import { EmailConfirmationEntity, PartyEntity, PersonEntity } from './person.entity.js';
import { SignInLimit } from './sign-in-limit.js';

export const identityEntities = [PartyEntity, PersonEntity, EmailConfirmationEntity, GrantEntity, ConsentEntity, ApiKeyEntity];

const services = [IdentityService, ApiKeysService, ConsentsService, SignInLimit];

@Module({
  imports: [TypeOrmModule.forFeature(identityEntities)],
  providers: [IdentityService, ApiKeysService, ConsentsService, { provide: SignInLimit, inject: [DataSource], useFactory: (source: DataSource) => new SignInLimit(source) }],
  exports: services,
})
export class IdentityModule {}
