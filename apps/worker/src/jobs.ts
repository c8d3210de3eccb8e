import type { Abstract, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { ClearingJobs, Clearings } from '#clearing';
import { SignInAlarms, Confirmations, EmailChangesService, PasswordsService, Registrations } from '#identity';
import { Clock } from '#kernel';
import { closeDays, sealLedger } from '#ledger';
import {
  HandOverPhotos,
  forgetMeetingsJob,
  MatchExpiryService,
  proposeForNeedJob,
  proposeForOfferJob,
  proposeForOrganizationJob,
  ProposalBacklog,
  Proposer,
  refreshProposalsJob,
  proposeForPersonJob,
} from '#matching';
import { MessageTraces } from '#messages';
import { ModerationJobs } from '#moderation';
import {
  Digests,
  FollowMails,
  forgetNotificationsJob,
  MailSender,
  MatchMails,
  MessageMails,
  ProposalMails,
  UnsealedMails,
} from '#notifications';
import { NeedPhotos, NeedReminders } from '#needs';
import { Carrying, Trips } from '#deliveries';
import { FollowJobs, ProposeShifts, SeriesService, ShiftClock, ShiftMails, TripHours, WishMails } from '#volunteering';
import { OfferPhotos, OpenStandingOffers, VisitorOffers, WaitingOffers } from '#offers';
import { CleanPhotos, ProcessPhoto } from '#photos';
import { ReportMails, ReportPhotos } from '#reports';
import {
  BankCancellations,
  BankRecognition,
  CardEvents,
  CardMails,
  CardPayments,
  CardCharges,
  CardEnds,
  CardReconciliation,
  SavedCards,
  GiftReminders,
  Gifts,
  PledgeSettlements,
  giftFollowsMatchJob,
  StandingGifts,
  SurplusMails,
} from '#payments';
import { AccountChanges, CleanDocuments, ProcessDocument, PaperReminders } from '#organizations';
import { Env } from '#host';
import { ForgetJob, forgetTracesJob, type FactJob, type JobRegistry } from '#platform';

/** Gives a service of the worker's module; throws at boot when the module does not have it. */
type Get = <T>(service: Type<T> | Abstract<T>) => T;

/** Every job that follows a fact: its name and where it comes from, one line each. `reactions.ts` says when. */
export const FACT_JOBS = {
  'identity.answer-registration': (get) => get(Registrations).job,
  'identity.mail-confirmation': (get) => get(Confirmations).job,
  'identity.answer-reset': (get) => get(PasswordsService).job,
  'identity.answer-email-change': (get) => get(EmailChangesService).job,
  'matching.propose-for-offer': (get) => proposeForOfferJob(get(Proposer)),
  'matching.propose-for-need': (get) => proposeForNeedJob(get(Proposer)),
  'matching.propose-for-organization': (get) => proposeForOrganizationJob(get(Proposer)),
  'matching.propose-for-person': (get) => proposeForPersonJob(get(Proposer)),
  'clearing.run': (get) => get(ClearingJobs).run,
  'clearing.solve-part': (get) => get(ClearingJobs).solvePart,
  'moderation.open-organization-review': (get) => get(ModerationJobs).openOrganizationReview,
  'organizations.process-document': (get) => get(ProcessDocument).job,
  'moderation.close-organization-review': (get) => get(ModerationJobs).closeOrganizationReview,
  'moderation.open-account-change-review': (get) => get(ModerationJobs).openAccountChangeReview,
  'moderation.close-account-change-review': (get) => get(ModerationJobs).closeAccountChangeReview,
  'moderation.open-need-review': (get) => get(ModerationJobs).openNeedReview,
  'moderation.open-need-edit-review': (get) => get(ModerationJobs).openNeedEditReview,
  'moderation.open-match-review': (get) => get(ModerationJobs).openMatchReview,
  'moderation.open-offer-review': (get) => get(ModerationJobs).openOfferReview,
  'moderation.close-offer-review': (get) => get(ModerationJobs).closeOfferReview,
  'moderation.open-report-review': (get) => get(ModerationJobs).openReportReview,
  'moderation.close-report-review': (get) => get(ModerationJobs).closeReportReview,
  'moderation.open-messages-review': (get) => get(ModerationJobs).openMessagesReview,
  'moderation.close-need-reviews': (get) => get(ModerationJobs).closeNeedReviews,
  'moderation.close-match-review': (get) => get(ModerationJobs).closeMatchReview,
  'photos.process': (get) => get(ProcessPhoto).job,
  'needs.photo-processed': (get) => get(NeedPhotos).job,
  'offers.enter-confirmed': (get) => get(WaitingOffers).enterJob,
  'offers.enter-visitor': (get) => get(VisitorOffers).enterJob,
  'offers.photo-processed': (get) => get(OfferPhotos).job,
  'offers.forget-photos': (get) => get(OfferPhotos).forgetJob,
  'payments.follow-match': () => giftFollowsMatchJob,
  'payments.ask-surplus': (get) => get(SurplusMails).asked,
  'payments.tell-refunded': (get) => get(SurplusMails).refunded,
  'payments.tell-disputed': (get) => get(CardMails).disputed,
  'payments.tell-unseen': (get) => get(SurplusMails).unseen,
  'payments.tell-returned': (get) => get(SurplusMails).returned,
  'matching.forget-meetings': () => forgetMeetingsJob,
  'matching.photo-processed': (get) => get(HandOverPhotos).job,
  'matching.forget-photos': (get) => get(HandOverPhotos).forgetJob,
  'messages.photo-processed': (get) => get(MessageTraces).photoJob,
  'reports.photo-processed': (get) => get(ReportPhotos).job,
  'messages.forget': (get) => get(MessageTraces).forgetJob,
  'platform.forget-traces': () => forgetTracesJob,
  'notifications.forget': () => forgetNotificationsJob,
  'volunteering.follow-match': (get) => get(FollowJobs).match,
  'deliveries.follow-match': (get) => get(Carrying).followJob,
  'volunteering.follow-need': (get) => get(FollowJobs).need,
  'volunteering.propose-trip-hours': (get) => get(TripHours).job,
  'volunteering.propose-cleared': (get) => get(ProposeShifts).job,
  'volunteering.shift-mails': (get) => get(ShiftMails).shift,
  'volunteering.sign-up-mails': (get) => get(ShiftMails).signUp,
  'volunteering.objection-mails': (get) => get(ShiftMails).objection,
  'notifications.match-mails': (get) => get(MatchMails).job,
  'notifications.message-mails': (get) => get(MessageMails).job,
  'notifications.proposals': (get) => get(ProposalMails).job,
  'notifications.planned-proposals': (get) => get(ProposalMails).plannedJob,
} as const satisfies Record<string, (get: Get) => FactJob<never>>;

/** Every job of the clock. `schedule.ts` says how often. */
export const CLOCK_JOBS = {
  'identity.tell-guessed': (get) => () => get(SignInAlarms).tell(),
  'ledger.seal': (get) => () => sealLedger(get(DataSource), get(Clock)),
  'ledger.close-day': (get) => () => closeDays(get(DataSource), get(Clock)),
  'matching.lapse': (get) => () => get(MatchExpiryService).lapseDue(),
  'matching.expire': (get) => () => get(MatchExpiryService).expireDue(),
  'matching.refresh': (get) => () => refreshProposalsJob(get(Proposer)).tick(),
  'matching.backlog': (get) => () => get(ProposalBacklog).workOff(),
  'clearing.start-due': (get) => () => get(Clearings).startDue(get(Env).CLEARING_TIMES, get(Catalogue).timeZone),
  'clearing.end-lost': (get) => () => get(Clearings).endLost(),
  'matching.remind': (get) => () => get(MatchMails).remind(),
  'matching.remind-hand-overs': (get) => () => get(MatchMails).remindHandOvers(),
  'reports.tell': (get) => () => get(ReportMails).tick(),
  'needs.remind': (get) => () => get(NeedReminders).tick(),
  'offers.open-standing': (get) => () => get(OpenStandingOffers).tick(),
  'payments.lapse': (get) => () => get(Gifts).lapseDue(),
  'payments.standing-gifts': (get) => () => get(StandingGifts).tick(),
  'payments.remind-gifts': (get) => () => get(GiftReminders).tick(),
  'payments.settle-pledges': (get) => () => get(PledgeSettlements).tick(),
  'payments.card-events': (get) => () => get(CardEvents).applyDue(),
  'payments.card-end': (get) => () => get(CardPayments).endDue(),
  'payments.charge-cards': (get) => () => get(CardCharges).tick(),
  'payments.card-ends': (get) => () => get(CardEnds).tick(),
  'payments.forget-cards': (get) => () => get(SavedCards).forgetDue(),
  'payments.card-reconcile': (get) => () => get(CardReconciliation).tick(),
  'payments.cancel-statements': (get) => () => get(BankCancellations).cancelDue(),
  'payments.recognise': (get) => () => get(BankRecognition).lookDue(),
  'volunteering.clock': (get) => () => get(ShiftClock).tick(),
  'deliveries.clock': (get) => () => get(Trips).tick(),
  'volunteering.plan-series': (get) => () => get(SeriesService).tick(),
  'volunteering.remind': (get) => () => get(ShiftMails).remind(),
  'volunteering.propose-shifts': (get) => () => get(WishMails).tick(),
  'organizations.clean-documents': (get) => () => get(CleanDocuments).tick(),
  'organizations.apply-account-changes': (get) => () => get(AccountChanges).applyDue(),
  'organizations.remind-papers': (get) => () => get(PaperReminders).tick(),
  'notifications.send': (get) => () => get(MailSender).tick(),
  'notifications.seal-older': (get) => () => get(UnsealedMails).tick(),
  'notifications.follows': (get) => () => get(FollowMails).tick(),
  'notifications.digest': (get) => () => get(Digests).tick(),
  'photos.clean': (get) => () => get(CleanPhotos).tick(),
  'platform.forget': (get) => () => get(ForgetJob).tick(),
} as const satisfies Record<string, (get: Get) => () => Promise<unknown>>;

export type FactJobName = keyof typeof FACT_JOBS;
export type ClockJobName = keyof typeof CLOCK_JOBS;

/** Builds every job once; one that lacks its service stops the boot. */
export function jobRegistry(get: Get): JobRegistry {
  const facts = Object.entries(FACT_JOBS).map(([name, make]) => [name, make(get) as FactJob] as const);
  const clock = Object.entries(CLOCK_JOBS).map(([name, make]) => {
    const run = make(get);
    return [name, { name, tick: async (): Promise<void> => void (await run()) }] as const;
  });
  return { facts: new Map(facts), clock: new Map(clock) };
}
