import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue-store';
import { IdentityModule } from '#identity';
import { AccountChangeEntity } from './account-change.entity.js';
import { AccountChanges } from './account-changes.service.js';
import { CleanDocuments } from './clean-documents.job.js';
import { DocumentEntity } from './document.entity.js';
import { Documents } from './documents.service.js';
import { InvitationEntity } from './invitation.entity.js';
import { Invitations } from './invitations.service.js';
import { MembersQueries } from './members.queries.js';
import { Members } from './members.service.js';
import { OrganizationEntity } from './organization.entity.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';
import { PaperCheckEntity } from './papers/paper-check.entity.js';
import { PaperReminders } from './papers/paper-reminders.job.js';
import { PaperChecksQueries } from './papers/papers.queries.js';
import { PaperChecks } from './papers/papers.service.js';
import { ProcessDocument } from './process-document.job.js';
import { Vouches } from './vouches.service.js';

export const organizationEntities = [
  OrganizationEntity,
  AccountChangeEntity,
  InvitationEntity,
  DocumentEntity,
  PaperCheckEntity,
];

const providers = [
  OrganizationsService,
  OrganizationsQueries,
  AccountChanges,
  Vouches,
  Members,
  MembersQueries,
  Invitations,
  Documents,
  ProcessDocument,
  CleanDocuments,
  PaperChecks,
  PaperChecksQueries,
  PaperReminders,
];

@Module({
  imports: [TypeOrmModule.forFeature(organizationEntities), CatalogueModule, IdentityModule],
  providers,
  exports: providers,
})
export class OrganizationsModule {}
