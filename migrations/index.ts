import { Platform1764000000001 } from './1764000000001-platform.js';
import { Identity1764000000002 } from './1764000000002-identity.js';
import { Catalogue1764000000003 } from './1764000000003-catalogue.js';
import { Ledger1764000000004 } from './1764000000004-ledger.js';
import { Organizations1764000000005 } from './1764000000005-organizations.js';
import { NeedsAndOffers1764000000006 } from './1764000000006-needs-and-offers.js';
import { Matching1764000000007 } from './1764000000007-matching.js';
import { Moderation1764000000008 } from './1764000000008-moderation.js';
import { PhotosAndRenewals1764000000013 } from './1764000000013-photos-and-renewals.js';
import { Account1764000000111 } from './1764000000111-account.js';
import { OrganizationsAndSearch1764000000112 } from './1764000000112-organizations-and-search.js';
import { Notifications1764000000114 } from './1764000000114-notifications.js';
import { Import1764000000115 } from './1764000000115-import.js';
import { Operations1764000000116 } from './1764000000116-operations.js';
import { OpenBalance1764000000118 } from './1764000000118-open-balance.js';
import { Rounds1764000000120 } from './1764000000120-rounds.js';
import { Clearings1764000000121 } from './1764000000121-clearings.js';
import { WhyNot1764000000126 } from './1764000000126-why-not.js';
import { WrittenLines1764000000127 } from './1764000000127-written-lines.js';
import { OfferProposalBacklog1764000000128 } from './1764000000128-offer-proposal-backlog.js';
import { StandingOffers1764000000129 } from './1764000000129-standing-offers.js';
import { TasksTogether1764000000134 } from './1764000000134-tasks-together.js';
import { LedgerLimitsInFunctions1764000000135 } from './1764000000135-ledger-limits-in-functions.js';
import { LedgerLimitsValidated1764000000136 } from './1764000000136-ledger-limits-validated.js';
import { ParentsThatStay1764000000137 } from './1764000000137-parents-that-stay.js';
import { FewRowsEach1764000000138 } from './1764000000138-few-rows-each.js';
import { FormerMembers1764000000140 } from './1764000000140-former-members.js';
import { Registrations1764000000142 } from './1764000000142-registrations.js';
import { SignInAlarms1764000000144 } from './1764000000144-sign-in-alarms.js';
import { SealedMails1764000000146 } from './1764000000146-sealed-mails.js';
import { ErasureReachesOthers1764000000147 } from './1764000000147-erasure-reaches-others.js';
import { TwoRoles1764000000152 } from './1764000000152-two-roles.js';
import { DueRowFailures1764000000154 } from './1764000000154-due-row-failures.js';
import { RolesWithReasons1764000000160 } from './1764000000160-roles-with-reasons.js';
import { PublishedTexts1764000000161 } from './1764000000161-published-texts.js';
import { Meeting1764000000165 } from './1764000000165-meeting.js';
import { MatchMessages1764000000170 } from './1764000000170-match-messages.js';
import { MatchMessagesValidated1764000000171 } from './1764000000171-match-messages-validated.js';
import { OffersThatWait1764000000172 } from './1764000000172-offers-that-wait.js';
import { OffersThatWaitValidated1764000000173 } from './1764000000173-offers-that-wait-validated.js';
import { BoundAndFresh1764000000175 } from './1764000000175-bound-and-fresh.js';
import { PaperChecks1764000000176 } from './1764000000176-paper-checks.js';
import { WaitingSides1764000000180 } from './1764000000180-waiting-sides.js';
import { ClaimsThatAreRenewed1764000000181 } from './1764000000181-claims-that-are-renewed.js';
import { PairsThatMayNotMeet1764000000182 } from './1764000000182-pairs-that-may-not-meet.js';
import { OrganizationsExternalIds1764000000185 } from './1764000000185-organizations-external-ids.js';
import { RegionFiles1764000000190 } from './1764000000190-region-files.js';
import { CatalogueEdits1764000000191 } from './1764000000191-catalogue-edits.js';
import { Shifts1764000000195 } from './1764000000195-shifts.js';
import { Gifts1764000000200 } from './1764000000200-gifts.js';
import { OffersOfGifts1764000000201 } from './1764000000201-offers-of-gifts.js';
import { WhoDisputed1764000000212 } from './1764000000212-who-disputed.js';
import { WalkIns1764000000214 } from './1764000000214-walk-ins.js';
import { WholeBoxes1764000000217 } from './1764000000217-whole-boxes.js';
import { FindingNeeds1764000000218 } from './1764000000218-finding-needs.js';
import { Reports1764000000222 } from './1764000000222-reports.js';
import { ReportsValidated1764000000223 } from './1764000000223-reports-validated.js';
import { DeskAnswers1764000000225 } from './1764000000225-desk-answers.js';
import { Complaints1764000000227 } from './1764000000227-complaints.js';
import { Surplus1764000000228 } from './1764000000228-surplus.js';
import { RefundsOfGifts1764000000229 } from './1764000000229-refunds-of-gifts.js';
import { HoursCertificates1764000000231 } from './1764000000231-hours-certificates.js';
import { ShiftSeries1764000000232 } from './1764000000232-shift-series.js';
import { PeopleWhoAreAsked1764000000233 } from './1764000000233-people-who-are-asked.js';
import { HandOverCodes1764000000234 } from './1764000000234-hand-over-codes.js';
import { TransferPapers1764000000235 } from './1764000000235-transfer-papers.js';
import { GiftOrders1764000000237 } from './1764000000237-gift-orders.js';
import { StandingGifts1764000000238 } from './1764000000238-standing-gifts.js';
import { GiftPapers1764000000240 } from './1764000000240-gift-papers.js';
import { UndoneAndSplitRows1764000000241 } from './1764000000241-undone-and-split-rows.js';
import { OffersOfVisitors1764000000244 } from './1764000000244-offers-of-visitors.js';
import { VainSearches1764000000245 } from './1764000000245-vain-searches.js';
import { CardPayments1764000000246 } from './1764000000246-card-payments.js';
import { StatementsOfAnySize1764000000252 } from './1764000000252-statements-of-any-size.js';
import { Pledges1764000000253 } from './1764000000253-pledges.js';
import { RemindersOfGifts1764000000254 } from './1764000000254-reminders-of-gifts.js';
import { LedgerOfStock1764000000255 } from './1764000000255-ledger-of-stock.js';
import { IntakePoints1764000000256 } from './1764000000256-intake-points.js';
import { DeliveryLegs1764000000260 } from './1764000000260-delivery-legs.js';
import { DeliveryLegsValidated1764000000261 } from './1764000000261-delivery-legs-validated.js';
import { SharedResources1764000000262 } from './1764000000262-shared-resources.js';
import { PhotosOfHandOvers1764000000263 } from './1764000000263-photos-of-hand-overs.js';
import { PhotosOfHandOversValidated1764000000264 } from './1764000000264-photos-of-hand-overs-validated.js';
import { PresenceAtShifts1764000000266 } from './1764000000266-presence-at-shifts.js';
import { CredentialKeys1764000000267 } from './1764000000267-credential-keys.js';
import { ShiftWishes1764000000268 } from './1764000000268-shift-wishes.js';
import { ShownReports1764000000270 } from './1764000000270-shown-reports.js';
import { MatchesByCard1764000000271 } from './1764000000271-matches-by-card.js';
import { Appeals1764000000272 } from './1764000000272-appeals.js';
import { Budgets1764000000273 } from './1764000000273-budgets.js';
import { SavedCards1764000000276 } from './1764000000276-saved-cards.js';
import { ProposedPlaces1764000000282 } from './1764000000282-proposed-places.js';
import { ComingLate1764000000281 } from './1764000000281-coming-late.js';
import { ShiftsAtAnyTime1764000000280 } from './1764000000280-shifts-at-any-time.js';

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
  PhotosAndRenewals1764000000013,
  Account1764000000111,
  OrganizationsAndSearch1764000000112,
  Notifications1764000000114,
  Import1764000000115,
  Operations1764000000116,
  OpenBalance1764000000118,
  Rounds1764000000120,
  Clearings1764000000121,
  WhyNot1764000000126,
  WrittenLines1764000000127,
  OfferProposalBacklog1764000000128,
  StandingOffers1764000000129,
  TasksTogether1764000000134,
  LedgerLimitsInFunctions1764000000135,
  LedgerLimitsValidated1764000000136,
  ParentsThatStay1764000000137,
  FewRowsEach1764000000138,
  FormerMembers1764000000140,
  Registrations1764000000142,
  SignInAlarms1764000000144,
  SealedMails1764000000146,
  ErasureReachesOthers1764000000147,
  TwoRoles1764000000152,
  DueRowFailures1764000000154,
  RolesWithReasons1764000000160,
  PublishedTexts1764000000161,
  Meeting1764000000165,
  MatchMessages1764000000170,
  MatchMessagesValidated1764000000171,
  OffersThatWait1764000000172,
  OffersThatWaitValidated1764000000173,
  BoundAndFresh1764000000175,
  PaperChecks1764000000176,
  WaitingSides1764000000180,
  ClaimsThatAreRenewed1764000000181,
  PairsThatMayNotMeet1764000000182,
  OrganizationsExternalIds1764000000185,
  RegionFiles1764000000190,
  CatalogueEdits1764000000191,
  Shifts1764000000195,
  Gifts1764000000200,
  OffersOfGifts1764000000201,
  WhoDisputed1764000000212,
  WalkIns1764000000214,
  WholeBoxes1764000000217,
  FindingNeeds1764000000218,
  Reports1764000000222,
  ReportsValidated1764000000223,
  DeskAnswers1764000000225,
  Complaints1764000000227,
  Surplus1764000000228,
  RefundsOfGifts1764000000229,
  HoursCertificates1764000000231,
  ShiftSeries1764000000232,
  PeopleWhoAreAsked1764000000233,
  HandOverCodes1764000000234,
  TransferPapers1764000000235,
  GiftOrders1764000000237,
  StandingGifts1764000000238,
  GiftPapers1764000000240,
  UndoneAndSplitRows1764000000241,
  OffersOfVisitors1764000000244,
  VainSearches1764000000245,
  CardPayments1764000000246,
  StatementsOfAnySize1764000000252,
  Pledges1764000000253,
  RemindersOfGifts1764000000254,
  LedgerOfStock1764000000255,
  IntakePoints1764000000256,
  DeliveryLegs1764000000260,
  DeliveryLegsValidated1764000000261,
  SharedResources1764000000262,
  PhotosOfHandOvers1764000000263,
  PhotosOfHandOversValidated1764000000264,
  PresenceAtShifts1764000000266,
  CredentialKeys1764000000267,
  ShiftWishes1764000000268,
  ShownReports1764000000270,
  MatchesByCard1764000000271,
  Appeals1764000000272,
  Budgets1764000000273,
  SavedCards1764000000276,
  ShiftsAtAnyTime1764000000280,
  ComingLate1764000000281,
  ProposedPlaces1764000000282,
];
