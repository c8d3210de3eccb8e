import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { BankMonths, BankStatements, type BankMonth } from '#payments';
import { ApiErrors, CurrentUser, Id, RequireSignIn } from '../http/index.js';
import { BankMonthAnswer, BankMonthQuery } from './bank-month.dto.js';

/** A month of an organization's money, for its owners, coordinators and accountants. */
@ApiTags('bank statements')
@Controller('organizations/:id/bank-month')
@RequireSignIn()
export class BankMonthController {
  constructor(
    private readonly statements: BankStatements,
    private readonly months: BankMonths,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'A month as a book: what was there, came, went and is left, by purpose, and what came each day',
    description:
      'Sums of entries of the books. What came counts on the day of the bank, where that is known; what was undone never came. What waits for a decision is in no book and stands beside it.',
  })
  @ApiOkResponse({ type: BankMonthAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours', 'form.not-a-date')
  async read(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { month }: BankMonthQuery,
  ): Promise<BankMonth> {
    await this.statements.organizationOf(actor, id);
    return this.months.read(id, month);
  }
}
