import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '#ledger';
import { OrganizationsModule } from '#organizations';
import { NeedsModule } from '#needs';
import { MatchingModule } from '#matching';
import { ReportsModule } from '#reports';
import { moderationEntities } from './review.entity.js';
import { IdentityModule } from '#identity';
import { Appeals } from './appeals/appeals.service.js';
import { Complaints } from './complaints/complaints.service.js';
import { ModerationService } from './moderation.service.js';
import { ReviewHolds } from './review-holds.service.js';
import { ReviewLooks } from './review-looks.service.js';
import { ReviewLetters } from './review-letters.queries.js';
import { ReviewOpening } from './review-opening.service.js';
import { ReviewQueries } from './moderation.queries.js';
import { AuditLogQueries } from './audit-log.queries.js';
import { ModerationJobs } from './moderation.jobs.js';
import { OrganizationMeasures } from './organization-measures.service.js';
import { OwnDecisions } from './own-decisions.queries.js';
import { SimilarNeeds } from './similar-needs.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature(moderationEntities),
    LedgerModule,
    OrganizationsModule,
    NeedsModule,
    MatchingModule,
    IdentityModule,
    ReportsModule,
  ],
  providers: [
    ModerationService,
    ReviewOpening,
    ReviewQueries,
    ReviewHolds,
    ReviewLooks,
    ReviewLetters,
    SimilarNeeds,
    AuditLogQueries,
    ModerationJobs,
    Complaints,
    Appeals,
    OwnDecisions,
    OrganizationMeasures,
  ],
  exports: [
    ModerationService,
    ReviewOpening,
    ReviewQueries,
    ReviewHolds,
    ReviewLooks,
    ReviewLetters,
    SimilarNeeds,
    AuditLogQueries,
    ModerationJobs,
    Complaints,
    Appeals,
    OwnDecisions,
    OrganizationMeasures,
  ],
})
export class ModerationModule {}
