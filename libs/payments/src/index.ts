export { BankStatements, type RowDecision } from './bank-statements.service.js';
export { GIFT_LIMITS, GIFT_STATUSES, type GiftStatus } from './gift-life.rules.js';
export { forgetGifts } from './gift-erasure.js';
export { giftFollowsMatchJob } from './gift-follows-match.job.js';
export { Gifts, type GiftForm } from './gifts.service.js';
export { paymentsChecks } from './payments.check.js';
export { PaymentsModule, paymentEntities } from './payments.module.js';
export { PaymentsQueries, type BankRowView, type BankStatementView, type GiftView } from './payments.queries.js';
