import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { MatchingModule } from '#matching';
import { NeedsModule } from '#needs';
import { NeedEntriesController } from './need-entries.controller.js';
import { NeedStandingController } from './need-standing.controller.js';
import { NeedsController } from './needs.controller.js';

@Module({
  imports: [NeedsModule, MatchingModule, LedgerModule],
  controllers: [NeedsController, NeedEntriesController, NeedStandingController],
})
export class NeedsApiModule {}
