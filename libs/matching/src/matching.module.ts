import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DonorsModule } from '#donors';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { NeedsModule } from '#needs';
import { OffersModule } from '#offers';
import { PhotosModule } from '#photos';
import { DeskReads } from './desk/desk-reads.service.js';
import { Erasure } from './erasure.service.js';
import { GiftChoices } from './gift-choices.service.js';
import { GiftMatches } from './gift-matches.service.js';
import { MatchExpiryService } from './match-expiry.service.js';
import { MatchEntity } from './match.entity.js';
import { MatchIndex } from './match-index.js';
import { MatchesService } from './matches.service.js';
import { MatchReads } from './match-reads.service.js';
import { MatchesQueries } from './matches.queries.js';
import { Carriers } from './meeting/carriers.service.js';
import { HandOverEntries } from './meeting/hand-over-entries.service.js';
import { HandOverPhotos } from './meeting/hand-over-photos.service.js';
import { HandOvers } from './meeting/hand-over.service.js';
import { MeetingReads } from './meeting/meeting-reads.service.js';
import { TransferPapers } from './papers/transfer-papers.service.js';
import { ProposalBacklog } from './proposal-backlog.service.js';
import { NeedScores } from './need-score.queries.js';
import { Proposer } from './proposer.service.js';
import { SignUpMatches } from './sign-up-matches.service.js';
import { WalkInErasure } from './walk-in-erasure.service.js';
import { WhyNotReads } from './why-not.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([MatchEntity]),
    DonorsModule,
    LedgerModule,
    NeedsModule,
    OffersModule,
    PhotosModule,
    IdentityModule,
  ],
  providers: [
    Erasure,
    GiftChoices,
    GiftMatches,
    NeedScores,
    MatchesService,
    MatchExpiryService,
    MatchReads,
    MatchesQueries,
    MatchIndex,
    Proposer,
    ProposalBacklog,
    WhyNotReads,
    HandOverEntries,
    Carriers,
    HandOverPhotos,
    TransferPapers,
    HandOvers,
    MeetingReads,
    DeskReads,
    SignUpMatches,
    WalkInErasure,
  ],
  exports: [
    Erasure,
    GiftChoices,
    GiftMatches,
    NeedScores,
    MatchesService,
    MatchExpiryService,
    MatchReads,
    MatchesQueries,
    MatchIndex,
    Proposer,
    ProposalBacklog,
    WhyNotReads,
    HandOverEntries,
    Carriers,
    HandOverPhotos,
    TransferPapers,
    HandOvers,
    MeetingReads,
    DeskReads,
    SignUpMatches,
    WalkInErasure,
  ],
})
export class MatchingModule {}
