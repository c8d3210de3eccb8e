import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccountLimit } from './account-limit.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeysService } from './api-keys.service.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsService } from './consents.service.js';
import { EmailChangesService } from './email-changes.service.js';
import { GrantEntity } from './grant.entity.js';
import { IdentityService } from './identity.service.js';
import { KnownDevices } from './known-devices.service.js';
import { EmailChangeEntity, PasswordResetEntity } from './link.entity.js';
import { PasskeysService } from './passkeys.service.js';
import { PasswordsService } from './passwords.service.js';
import { EmailConfirmationEntity, PartyEntity, PersonEntity } from './person.entity.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { PasskeyEntity, TotpEntity } from './second-factor.entity.js';
import { SecondFactors } from './second-factors.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimit } from './sign-in-limit.js';
import { TotpService } from './totp.service.js';

export const identityEntities = [PartyEntity, PersonEntity, EmailConfirmationEntity, GrantEntity, ConsentEntity, ApiKeyEntity, PasswordResetEntity, EmailChangeEntity, TotpEntity, PasskeyEntity];

const services = [IdentityService, ApiKeysService, ConsentsService, PasswordsService, EmailChangesService, SessionsService, KnownDevices, RecoveryCodes, TotpService, PasskeysService, SecondFactors];
const limits = [
  { provide: SignInLimit, inject: [DataSource], useFactory: (source: DataSource) => new SignInLimit(source) },
  { provide: AccountLimit, inject: [DataSource], useFactory: (source: DataSource) => new AccountLimit(source) },
];

@Module({ imports: [TypeOrmModule.forFeature(identityEntities)], providers: [...services, ...limits], exports: [...services, SignInLimit, AccountLimit] })
export class IdentityModule {}
