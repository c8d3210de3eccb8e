import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue-store';
import { LedgerModule } from '#ledger';
import { NeedsModule } from '#needs';
import { OffersModule } from '#offers';
import { Intakes } from './intakes.service.js';
import { Kits } from './kits.service.js';
import { Moves } from './moves.service.js';
import { IntakePoints } from './points.service.js';
import { Shelves } from './shelves.service.js';
import { StockReads } from './stock.queries.js';

const services = [IntakePoints, Intakes, Shelves, Kits, Moves, StockReads];

@Module({
  imports: [CatalogueModule, LedgerModule, NeedsModule, OffersModule],
  providers: services,
  exports: services,
})
export class StockModule {}
