export { BANK_FILE_FAULTS } from './bank-file.rules.js';
export {
  DECIDED_STATES,
  ROW_FATES,
  ROW_REASONS,
  ROW_STATES,
  STATEMENT_STATES,
  STATEMENT_VERBS,
} from './bank-row.rules.js';
export { BankCancellations } from './bank-cancellations.service.js';
export { BankColumnsService } from './bank-columns.service.js';
export { COLUMN_NAME_MAX, DAY_ORDERS, type BankColumns } from './bank-csv.rules.js';
export { BankMonths, type BankMonth } from './bank-month.queries.js';
export { BankCorrections } from './bank-corrections.service.js';
export { BankRowsQueries, type DecidedRow, type StatementRow } from './bank-rows.queries.js';
export { readParts, SPLIT_MAX } from './bank-split.rules.js';
export { BankRecognition } from './bank-recognition.service.js';
export { BankStatements } from './bank-statements.service.js';
export { PAYMENTS_AGES } from './ages.js';
export { CARD_STATES, CARD_VERBS, MISSING_KINDS } from './card/card-account.rules.js';
export { CardAccounts, type CardAccountView } from './card/card-accounts.service.js';
export { CardBooks } from './card/card-books.service.js';
export { CardCharges } from './card/card-charges.job.js';
export { CardDifferences, type DifferencesView } from './card/card-differences.queries.js';
export { CardEnds } from './card/card-ends.job.js';
export { subjectOf, USED_EVENTS } from './card/card-events.rules.js';
export { CardEvents } from './card/card-events.service.js';
export { CardMails } from './card/card-mails.service.js';
export { CardPayments, type CardSession } from './card/card-payments.service.js';
export { CardPayouts } from './card/card-payouts.service.js';
export { CardReconciliation } from './card/card-reconciliation.job.js';
export { CardRefunds } from './card/card-refunds.service.js';
export { CardQueries, type CardEntryView, type ReconciliationView } from './card/card.queries.js';
export { DisputedTransfers } from './card/disputed-transfers.service.js';
export { SavedCards, type SavedCardView } from './card/saved-cards.service.js';
export { StripeClient } from './card/stripe-client.js';
export { GIFT_LIMITS, GIFT_PROVIDERS, GIFT_STATUSES, type GiftProvider } from './gift-life.rules.js';
export type { StatementFile } from './statement-file.js';
export { forgetGifts } from './gift-erasure.js';
export { giftFollowsMatchJob } from './gift-follows-match.job.js';
export { GiftOrders, type GiftChoiceView } from './gift-orders.service.js';
export { GiftOrdersQueries, type GiftOrderView } from './gift-orders.queries.js';
export { GIFT_TARGETS, type GiftTargetForm } from './gift-target.rules.js';
export { GiftReminders } from './gift-reminders.job.js';
export { GiftRefunds } from './gift-refunds.service.js';
export { GiftPromises } from './gift-promises.service.js';
export { Gifts } from './gifts.service.js';
export { recipientDetails, type DonationTerms } from './papers/donation-terms.rules.js';
export { ContractPapers } from './papers/contract-papers.service.js';
export { GIFT_PAPER_KINDS } from './papers/paper-codes.queries.js';
export {
  GiftPapers,
  type DonationsOfYear,
  type GiftPaper,
  type GiftPaperCheck,
  type Receipt,
} from './papers/gift-papers.service.js';
export type { MoneyLine } from './papers/money-lines.rules.js';
export { paymentsChecks } from './payments.check.js';
export { PaymentsModule, paymentEntities } from './payments.module.js';
export {
  PaymentsQueries,
  type BankRowView,
  type BankStatementView,
  type GiftView,
  type ListedStatement,
} from './payments.queries.js';
export { PledgeReceipts } from './pledges/pledge-receipts.service.js';
export { PledgeSettlements } from './pledges/pledge-settlements.job.js';
export { ORDER_GAPS, paymentOrderFile } from './pledges/payment-order-file.rules.js';
export type { PledgeForm } from './pledges/pledge-form.rules.js';
export { PLEDGE_LIMITS, PLEDGE_STATUSES, PLEDGE_VERBS, TRANSFER_STATES } from './pledges/pledge.rules.js';
export { Pledges } from './pledges/pledges.service.js';
export { PledgesQueries, type PledgeContract, type PledgeView } from './pledges/pledges.queries.js';
export { StandingGifts } from './standing-gifts.job.js';
export { LINK_VERBS, type LinkVerb } from './standing-gift.rules.js';
export { standingToken } from './standing-link.rules.js';
export { StandingLinks, type StandingGiftView, type StandingLinkView } from './standing-links.service.js';
export { StandingMails } from './standing-mails.service.js';
export { SurplusMails } from './surplus-mails.service.js';
export { SurplusQueries, type SurplusView } from './surplus.queries.js';
export { SURPLUS_OUTCOMES, SURPLUS_STATES, SURPLUS_VERBS } from './surplus.rules.js';
export { Surpluses } from './surplus.service.js';
export { PAYMENTS_EXPORT } from './personal-export.js';
