import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, dayAt } from '#kernel';
import { PledgesQueries, type PledgeContract } from '../pledges/pledges.queries.js';
import { digestOfContract, digestOfTerms } from './contract-papers.queries.js';
import type { DonationTerms } from './donation-terms.rules.js';
import { GiftPapers } from './gift-papers.service.js';
import { issuePaper } from './paper-codes.queries.js';

/** On which money is given: the public offer of an organization, and the contract of a company's transfer. Each has a code with a digest of what it says. */
@Injectable()
export class ContractPapers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly papers: GiftPapers,
    private readonly pledges: PledgesQueries,
  ) {}

  /** Issued once a day at most: its day stands on it. @throws organization.not-found, gift.no-account */
  async terms(
    organizationId: string,
    locale: 'ru' | 'en',
  ): Promise<DonationTerms & { readonly day: string; readonly verificationCode: string }> {
    const terms = await this.papers.terms(organizationId, locale);
    const { timeZone } = this.catalogue;
    const issuedAt = this.clock.now();
    const day = dayAt(timeZone, issuedAt);
    const verificationCode = await issuePaper(this.source, {
      kind: 'terms',
      about: organizationId,
      organizationId,
      from: day,
      to: day,
      timeZone,
      digest: digestOfTerms(terms),
      issuedAt,
    });
    return { ...terms, day, verificationCode };
  }

  /** @throws pledge.not-found, pledge.no-contract */
  async contract(actor: Actor, transferId: string): Promise<PledgeContract & { readonly verificationCode: string }> {
    const contract = await this.pledges.contract(actor, transferId);
    const { timeZone } = this.catalogue;
    const day = dayAt(timeZone, contract.createdAt);
    const verificationCode = await issuePaper(this.source, {
      kind: 'contract',
      about: transferId,
      organizationId: contract.organization,
      from: day,
      to: day,
      timeZone,
      digest: digestOfContract(contract),
      issuedAt: this.clock.now(),
    });
    return { ...contract, verificationCode };
  }
}
