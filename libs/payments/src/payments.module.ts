import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue-store';
import { LedgerModule } from '#ledger';
import { MatchingModule } from '#matching';
import { NeedsModule } from '#needs';
import { BankColumnsService } from './bank-columns.service.js';
import { BankCancellations } from './bank-cancellations.service.js';
import { BankCorrections } from './bank-corrections.service.js';
import { BankMonths } from './bank-month.queries.js';
import { BankRecognition } from './bank-recognition.service.js';
import { BankRowsQueries } from './bank-rows.queries.js';
import { OffersModule } from '#offers';
import { BankStatements } from './bank-statements.service.js';
import { CardAccounts } from './card/card-accounts.service.js';
import { CardBooks } from './card/card-books.service.js';
import { CardCharges } from './card/card-charges.job.js';
import { CardDifferences } from './card/card-differences.queries.js';
import { CardEnds } from './card/card-ends.job.js';
import { CardEvents } from './card/card-events.service.js';
import { CardMails } from './card/card-mails.service.js';
import { CardPayments } from './card/card-payments.service.js';
import { CardPayouts } from './card/card-payouts.service.js';
import { CardReconciliation } from './card/card-reconciliation.job.js';
import { CardRefunds } from './card/card-refunds.service.js';
import { CardQueries } from './card/card.queries.js';
import { DisputedTransfers } from './card/disputed-transfers.service.js';
import { SavedCards } from './card/saved-cards.service.js';
import { StripeClient } from './card/stripe-client.js';
import { GiftEntity } from './gift.entity.js';
import { GiftOrders } from './gift-orders.service.js';
import { GiftOrdersQueries } from './gift-orders.queries.js';
import { GiftReminders } from './gift-reminders.job.js';
import { GiftRefunds } from './gift-refunds.service.js';
import { GiftPromises } from './gift-promises.service.js';
import { Gifts } from './gifts.service.js';
import { ContractPapers } from './papers/contract-papers.service.js';
import { GiftPapers } from './papers/gift-papers.service.js';
import { PaymentsQueries } from './payments.queries.js';
import { PledgeEntity, PledgeTransferEntity } from './pledges/pledge.entity.js';
import { PledgeReceipts } from './pledges/pledge-receipts.service.js';
import { PledgeSettlements } from './pledges/pledge-settlements.job.js';
import { Pledges } from './pledges/pledges.service.js';
import { PledgesQueries } from './pledges/pledges.queries.js';
import { StandingGifts } from './standing-gifts.job.js';
import { StandingLinks } from './standing-links.service.js';
import { StandingMails } from './standing-mails.service.js';
import { SurplusMails } from './surplus-mails.service.js';
import { SurplusQueries } from './surplus.queries.js';
import { Surpluses } from './surplus.service.js';

export const paymentEntities = [GiftEntity, PledgeEntity, PledgeTransferEntity];

const CARD = [
  CardAccounts,
  CardBooks,
  CardCharges,
  CardDifferences,
  CardEnds,
  CardEvents,
  CardMails,
  CardPayments,
  CardPayouts,
  CardQueries,
  CardReconciliation,
  CardRefunds,
  DisputedTransfers,
  SavedCards,
  StripeClient,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(paymentEntities),
    CatalogueModule,
    LedgerModule,
    MatchingModule,
    NeedsModule,
    OffersModule,
  ],
  providers: [
    BankCancellations,
    BankColumnsService,
    BankCorrections,
    BankMonths,
    BankRecognition,
    BankRowsQueries,
    ...CARD,
    ContractPapers,
    GiftPromises,
    Gifts,
    GiftOrders,
    GiftOrdersQueries,
    GiftPapers,
    GiftRefunds,
    GiftReminders,
    BankStatements,
    StandingGifts,
    StandingLinks,
    StandingMails,
    PaymentsQueries,
    PledgeReceipts,
    Pledges,
    PledgeSettlements,
    PledgesQueries,
    Surpluses,
    SurplusMails,
    SurplusQueries,
  ],
  exports: [
    BankCancellations,
    BankColumnsService,
    BankCorrections,
    BankMonths,
    BankRecognition,
    BankRowsQueries,
    ...CARD,
    ContractPapers,
    GiftPromises,
    Gifts,
    GiftOrders,
    GiftOrdersQueries,
    GiftPapers,
    GiftRefunds,
    GiftReminders,
    BankStatements,
    StandingGifts,
    StandingLinks,
    StandingMails,
    PaymentsQueries,
    PledgeReceipts,
    Pledges,
    PledgeSettlements,
    PledgesQueries,
    Surpluses,
    SurplusMails,
    SurplusQueries,
  ],
})
export class PaymentsModule {}
