import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessWatch } from './access-watch.js';
import { AccountLimit } from './account-limit.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeysService } from './api-keys.service.js';
import { Confirmations } from './confirmations.service.js';
import { ConsentEntity } from './consent.entity.js';
import { ConsentsService } from './consents.service.js';
import { EmailChangesService } from './email-changes.service.js';
import { ErasureRequests } from './erasure-requests.service.js';
import { GrantEntity } from './grant.entity.js';
import { GuessLimit } from './guess-limit.js';
import { IdentityService } from './identity.service.js';
import { KnownDevices } from './known-devices.service.js';
import { EmailChangeEntity, PasswordResetEntity } from './link.entity.js';
import { PasskeysService } from './passkeys.service.js';
import { PasswordsService } from './passwords.service.js';
import { EmailConfirmationEntity, PartyEntity, PersonEntity } from './person.entity.js';
import { RegistrationEntity, ResetRequestEntity } from './registration.entity.js';
import { Registrations } from './registrations.service.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { PasskeyEntity, TotpEntity } from './second-factor.entity.js';
import { SecondFactors } from './second-factors.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInAlarms } from './sign-in-alarms.service.js';
import { SignInLimit } from './sign-in-limit.js';
import { StaffRoles } from './staff-roles.service.js';
import { PublishedTexts } from './texts.service.js';
import { TotpService } from './totp.service.js';

export const identityEntities = [
  PartyEntity,
  PersonEntity,
  EmailConfirmationEntity,
  RegistrationEntity,
  ResetRequestEntity,
  GrantEntity,
  ConsentEntity,
  ApiKeyEntity,
  PasswordResetEntity,
  EmailChangeEntity,
  TotpEntity,
  PasskeyEntity,
];

const services = [
  IdentityService,
  Registrations,
  Confirmations,
  ApiKeysService,
  ConsentsService,
  PasswordsService,
  EmailChangesService,
  SessionsService,
  KnownDevices,
  RecoveryCodes,
  TotpService,
  PasskeysService,
  SecondFactors,
  SignInAlarms,
  AccessWatch,
  StaffRoles,
  ErasureRequests,
  PublishedTexts,
];
const limits = [
  {
    provide: GuessLimit,
    inject: [DataSource, SignInAlarms, AccessWatch],
    useFactory: (source: DataSource, alarms: SignInAlarms, watch: AccessWatch) => new GuessLimit(source, alarms, watch),
  },
  {
    provide: SignInLimit,
    inject: [DataSource, GuessLimit, AccessWatch],
    useFactory: (source: DataSource, guesses: GuessLimit, watch: AccessWatch) =>
      new SignInLimit(source, guesses, watch),
  },
  {
    provide: AccountLimit,
    inject: [DataSource, GuessLimit, AccessWatch],
    useFactory: (source: DataSource, guesses: GuessLimit, watch: AccessWatch) =>
      new AccountLimit(source, guesses, watch),
  },
];

@Module({
  imports: [TypeOrmModule.forFeature(identityEntities)],
  providers: [...services, ...limits],
  exports: [...services, SignInLimit, AccountLimit],
})
export class IdentityModule {}
