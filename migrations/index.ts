import { Platform1764000000001 } from './1764000000001-platform.js';
import { Identity1764000000002 } from './1764000000002-identity.js';
import { Catalogue1764000000003 } from './1764000000003-catalogue.js';
import { Ledger1764000000004 } from './1764000000004-ledger.js';
import { Organizations1764000000005 } from './1764000000005-organizations.js';
import { NeedsAndOffers1764000000006 } from './1764000000006-needs-and-offers.js';
import { Matching1764000000007 } from './1764000000007-matching.js';
import { Moderation1764000000008 } from './1764000000008-moderation.js';
import { PhotosAndRenewals1764000000009 } from './1764000000009-photos-and-renewals.js';
import { Account1764000000010 } from './1764000000010-account.js';
import { OrganizationsAndSearch1764000000011 } from './1764000000011-organizations-and-search.js';
import { Notifications1764000000012 } from './1764000000012-notifications.js';
import { Import1764000000013 } from './1764000000013-import.js';
import { Operations1764000000014 } from './1764000000014-operations.js';
import { OpenBalance1764000000015 } from './1764000000015-open-balance.js';
import { Rounds1764000000016 } from './1764000000016-rounds.js';
import { Clearings1764000000017 } from './1764000000017-clearings.js';
import { WhyNot1764000000018 } from './1764000000018-why-not.js';
import { WrittenLines1764000000019 } from './1764000000019-written-lines.js';
import { OfferProposalBacklog1764000000020 } from './1764000000020-offer-proposal-backlog.js';
import { StandingOffers1764000000021 } from './1764000000021-standing-offers.js';
import { TasksTogether1764000000022 } from './1764000000022-tasks-together.js';
import { LedgerLimitsInFunctions1764000000023 } from './1764000000023-ledger-limits-in-functions.js';
import { LedgerLimitsValidated1764000000024 } from './1764000000024-ledger-limits-validated.js';
import { ParentsThatStay1764000000025 } from './1764000000025-parents-that-stay.js';
import { FewRowsEach1764000000026 } from './1764000000026-few-rows-each.js';
import { FormerMembers1764000000027 } from './1764000000027-former-members.js';
import { Registrations1764000000028 } from './1764000000028-registrations.js';
import { SignInAlarms1764000000029 } from './1764000000029-sign-in-alarms.js';
import { SealedMails1764000000030 } from './1764000000030-sealed-mails.js';
import { ErasureReachesOthers1764000000031 } from './1764000000031-erasure-reaches-others.js';
import { TwoRoles1764000000032 } from './1764000000032-two-roles.js';
import { DueRowFailures1764000000033 } from './1764000000033-due-row-failures.js';
import { RolesWithReasons1764000000034 } from './1764000000034-roles-with-reasons.js';
import { PublishedTexts1764000000035 } from './1764000000035-published-texts.js';
import { Meeting1764000000036 } from './1764000000036-meeting.js';
import { MatchMessages1764000000037 } from './1764000000037-match-messages.js';
import { MatchMessagesValidated1764000000038 } from './1764000000038-match-messages-validated.js';
import { OffersThatWait1764000000039 } from './1764000000039-offers-that-wait.js';
import { OffersThatWaitValidated1764000000040 } from './1764000000040-offers-that-wait-validated.js';
import { BoundAndFresh1764000000041 } from './1764000000041-bound-and-fresh.js';
import { PaperChecks1764000000042 } from './1764000000042-paper-checks.js';
import { WaitingSides1764000000043 } from './1764000000043-waiting-sides.js';
import { ClaimsThatAreRenewed1764000000044 } from './1764000000044-claims-that-are-renewed.js';
import { PairsThatMayNotMeet1764000000045 } from './1764000000045-pairs-that-may-not-meet.js';
import { OrganizationsExternalIds1764000000046 } from './1764000000046-organizations-external-ids.js';
import { RegionFiles1764000000047 } from './1764000000047-region-files.js';
import { CatalogueEdits1764000000048 } from './1764000000048-catalogue-edits.js';
import { Shifts1764000000049 } from './1764000000049-shifts.js';
import { Gifts1764000000050 } from './1764000000050-gifts.js';
import { OffersOfGifts1764000000051 } from './1764000000051-offers-of-gifts.js';
import { WhoDisputed1764000000052 } from './1764000000052-who-disputed.js';
import { WalkIns1764000000053 } from './1764000000053-walk-ins.js';
import { WholeBoxes1764000000054 } from './1764000000054-whole-boxes.js';
import { FindingNeeds1764000000055 } from './1764000000055-finding-needs.js';
import { Reports1764000000056 } from './1764000000056-reports.js';
import { ReportsValidated1764000000057 } from './1764000000057-reports-validated.js';
import { DeskAnswers1764000000058 } from './1764000000058-desk-answers.js';
import { Complaints1764000000059 } from './1764000000059-complaints.js';
import { Surplus1764000000060 } from './1764000000060-surplus.js';
import { RefundsOfGifts1764000000061 } from './1764000000061-refunds-of-gifts.js';
import { HoursCertificates1764000000062 } from './1764000000062-hours-certificates.js';
import { ShiftSeries1764000000063 } from './1764000000063-shift-series.js';
import { PeopleWhoAreAsked1764000000064 } from './1764000000064-people-who-are-asked.js';
import { HandOverCodes1764000000065 } from './1764000000065-hand-over-codes.js';
import { TransferPapers1764000000066 } from './1764000000066-transfer-papers.js';
import { GiftOrders1764000000067 } from './1764000000067-gift-orders.js';
import { StandingGifts1764000000068 } from './1764000000068-standing-gifts.js';
import { GiftPapers1764000000069 } from './1764000000069-gift-papers.js';
import { UndoneAndSplitRows1764000000070 } from './1764000000070-undone-and-split-rows.js';
import { OffersOfVisitors1764000000071 } from './1764000000071-offers-of-visitors.js';
import { VainSearches1764000000072 } from './1764000000072-vain-searches.js';
import { CardPayments1764000000073 } from './1764000000073-card-payments.js';
import { StatementsOfAnySize1764000000074 } from './1764000000074-statements-of-any-size.js';
import { Pledges1764000000075 } from './1764000000075-pledges.js';
import { RemindersOfGifts1764000000076 } from './1764000000076-reminders-of-gifts.js';
import { LedgerOfStock1764000000077 } from './1764000000077-ledger-of-stock.js';
import { IntakePoints1764000000078 } from './1764000000078-intake-points.js';
import { DeliveryLegs1764000000079 } from './1764000000079-delivery-legs.js';
import { DeliveryLegsValidated1764000000080 } from './1764000000080-delivery-legs-validated.js';
import { SharedResources1764000000081 } from './1764000000081-shared-resources.js';
import { PhotosOfHandOvers1764000000082 } from './1764000000082-photos-of-hand-overs.js';
import { PhotosOfHandOversValidated1764000000083 } from './1764000000083-photos-of-hand-overs-validated.js';
import { PresenceAtShifts1764000000084 } from './1764000000084-presence-at-shifts.js';
import { CredentialKeys1764000000085 } from './1764000000085-credential-keys.js';
import { ShiftWishes1764000000086 } from './1764000000086-shift-wishes.js';
import { ShownReports1764000000087 } from './1764000000087-shown-reports.js';
import { MatchesByCard1764000000088 } from './1764000000088-matches-by-card.js';
import { Appeals1764000000089 } from './1764000000089-appeals.js';
import { Budgets1764000000090 } from './1764000000090-budgets.js';
import { SavedCards1764000000091 } from './1764000000091-saved-cards.js';
import { ShiftsAtAnyTime1764000000092 } from './1764000000092-shifts-at-any-time.js';
import { ComingLate1764000000093 } from './1764000000093-coming-late.js';
import { ProposedPlaces1764000000094 } from './1764000000094-proposed-places.js';
import { AttributesOfThings1764000000095 } from './1764000000095-attributes-of-things.js';
import { MovesOfStock1764000000096 } from './1764000000096-moves-of-stock.js';
import { ReviewsByDue1764000000097 } from './1764000000097-reviews-by-due.js';
import { Suspensions1764000000098 } from './1764000000098-suspensions.js';
import { HoursOfTrips1764000000099 } from './1764000000099-hours-of-trips.js';
import { WhatOrganizationsAccept1764000000100 } from './1764000000100-what-organizations-accept.js';
import { PapersOfContracts1764000000101 } from './1764000000101-papers-of-contracts.js';
import { ReviewHolds1764000000102 } from './1764000000102-review-holds.js';
import { BothWordsOfADispute1764000000103 } from './1764000000103-both-words-of-a-dispute.js';
import { TransfersAppliedTogether1764000000104 } from './1764000000104-transfers-applied-together.js';
import { NeedsByDayOfOpening1764000000105 } from './1764000000105-needs-by-day-of-opening.js';
import { Follows1764000000106 } from './1764000000106-follows.js';
import { NamesOfBankFiles1764000000107 } from './1764000000107-names-of-bank-files.js';
import { CancelledBankStatements1764000000108 } from './1764000000108-cancelled-bank-statements.js';
import { WeightChanges1764000000109 } from './1764000000109-weight-changes.js';
import { SuggestedTexts1764000000110 } from './1764000000110-suggested-texts.js';
import { ErasureRequests1764000000111 } from './1764000000111-erasure-requests.js';
import { ClosedWords1764000000112 } from './1764000000112-closed-words.js';
import { WhomAReviewTouches1764000000113 } from './1764000000113-whom-a-review-touches.js';
import { HowAContactWasRead1764000000114 } from './1764000000114-how-a-contact-was-read.js';
import { ReceiptsOfNothing1764000000115 } from './1764000000115-receipts-of-nothing.js';
import { FirstAccounts1764000000116 } from './1764000000116-first-accounts.js';

/** Every migration, oldest first: named here, so that a build without file globbing runs the same ones. */
export const migrations = [
  Platform1764000000001,
  Identity1764000000002,
  Catalogue1764000000003,
  Ledger1764000000004,
  Organizations1764000000005,
  NeedsAndOffers1764000000006,
  Matching1764000000007,
  Moderation1764000000008,
  PhotosAndRenewals1764000000009,
  Account1764000000010,
  OrganizationsAndSearch1764000000011,
  Notifications1764000000012,
  Import1764000000013,
  Operations1764000000014,
  OpenBalance1764000000015,
  Rounds1764000000016,
  Clearings1764000000017,
  WhyNot1764000000018,
  WrittenLines1764000000019,
  OfferProposalBacklog1764000000020,
  StandingOffers1764000000021,
  TasksTogether1764000000022,
  LedgerLimitsInFunctions1764000000023,
  LedgerLimitsValidated1764000000024,
  ParentsThatStay1764000000025,
  FewRowsEach1764000000026,
  FormerMembers1764000000027,
  Registrations1764000000028,
  SignInAlarms1764000000029,
  SealedMails1764000000030,
  ErasureReachesOthers1764000000031,
  TwoRoles1764000000032,
  DueRowFailures1764000000033,
  RolesWithReasons1764000000034,
  PublishedTexts1764000000035,
  Meeting1764000000036,
  MatchMessages1764000000037,
  MatchMessagesValidated1764000000038,
  OffersThatWait1764000000039,
  OffersThatWaitValidated1764000000040,
  BoundAndFresh1764000000041,
  PaperChecks1764000000042,
  WaitingSides1764000000043,
  ClaimsThatAreRenewed1764000000044,
  PairsThatMayNotMeet1764000000045,
  OrganizationsExternalIds1764000000046,
  RegionFiles1764000000047,
  CatalogueEdits1764000000048,
  Shifts1764000000049,
  Gifts1764000000050,
  OffersOfGifts1764000000051,
  WhoDisputed1764000000052,
  WalkIns1764000000053,
  WholeBoxes1764000000054,
  FindingNeeds1764000000055,
  Reports1764000000056,
  ReportsValidated1764000000057,
  DeskAnswers1764000000058,
  Complaints1764000000059,
  Surplus1764000000060,
  RefundsOfGifts1764000000061,
  HoursCertificates1764000000062,
  ShiftSeries1764000000063,
  PeopleWhoAreAsked1764000000064,
  HandOverCodes1764000000065,
  TransferPapers1764000000066,
  GiftOrders1764000000067,
  StandingGifts1764000000068,
  GiftPapers1764000000069,
  UndoneAndSplitRows1764000000070,
  OffersOfVisitors1764000000071,
  VainSearches1764000000072,
  CardPayments1764000000073,
  StatementsOfAnySize1764000000074,
  Pledges1764000000075,
  RemindersOfGifts1764000000076,
  LedgerOfStock1764000000077,
  IntakePoints1764000000078,
  DeliveryLegs1764000000079,
  DeliveryLegsValidated1764000000080,
  SharedResources1764000000081,
  PhotosOfHandOvers1764000000082,
  PhotosOfHandOversValidated1764000000083,
  PresenceAtShifts1764000000084,
  CredentialKeys1764000000085,
  ShiftWishes1764000000086,
  ShownReports1764000000087,
  MatchesByCard1764000000088,
  Appeals1764000000089,
  Budgets1764000000090,
  SavedCards1764000000091,
  ShiftsAtAnyTime1764000000092,
  ComingLate1764000000093,
  ProposedPlaces1764000000094,
  AttributesOfThings1764000000095,
  MovesOfStock1764000000096,
  ReviewsByDue1764000000097,
  Suspensions1764000000098,
  HoursOfTrips1764000000099,
  WhatOrganizationsAccept1764000000100,
  PapersOfContracts1764000000101,
  ReviewHolds1764000000102,
  BothWordsOfADispute1764000000103,
  TransfersAppliedTogether1764000000104,
  NeedsByDayOfOpening1764000000105,
  Follows1764000000106,
  NamesOfBankFiles1764000000107,
  CancelledBankStatements1764000000108,
  WeightChanges1764000000109,
  SuggestedTexts1764000000110,
  ErasureRequests1764000000111,
  ClosedWords1764000000112,
  WhomAReviewTouches1764000000113,
  HowAContactWasRead1764000000114,
  ReceiptsOfNothing1764000000115,
  FirstAccounts1764000000116,
];
