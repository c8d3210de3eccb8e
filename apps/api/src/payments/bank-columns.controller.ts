import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { BankColumnsService, type BankColumns } from '#payments';
import { ApiErrors, CurrentUser, Id, RequireSignIn } from '../http/index.js';
import { BankColumnsAnswer, BankColumnsDto } from './bank-columns.dto.js';

/** Which columns the CSV of an organization's bank has, for its owners, coordinators and accountants. */
@ApiTags('bank statements')
@Controller('organizations/:id/bank-columns')
@RequireSignIn()
export class BankColumnsController {
  constructor(private readonly columns: BankColumnsService) {}

  @Get()
  @ApiOperation({ summary: 'Columns of a CSV of the bank of the organization’s account' })
  @ApiOkResponse({ type: BankColumnsAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  async read(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<{ columns: BankColumns | null }> {
    return { columns: await this.columns.read(actor, id) };
  }

  @Put()
  @ApiOperation({
    summary: 'Say which column is what',
    description: 'Names as the head of the file has them. Saved for the account; what was saved before is replaced.',
  })
  @ApiOkResponse({ type: BankColumnsAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours', 'bank.no-account')
  async save(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: BankColumnsDto,
  ): Promise<{ columns: BankColumns }> {
    return { columns: await this.columns.save(actor, id, body) };
  }
}
