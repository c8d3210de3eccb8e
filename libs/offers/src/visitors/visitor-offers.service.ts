import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { Registrations, type Newcomer } from '#identity';
import { Clock, Refusal, refuseForm, type Fact, type FieldError } from '#kernel';
import { log, type FactJob, type Tx } from '#platform';
import { checkIds, missingStorage, readOffer, type OfferColumns, type OfferForm } from '#forms';
import { knownAmong } from '../givers.queries.js';
import { CONFIRM_WITHIN_MS } from '../lifecycle.rules.js';
import { OffersService } from '../offers.service.js';
import { plausibilityOf } from '../plausible.rules.js';
import { VisitorOfferEntity, type KeptForm } from './visitor-offer.entity.js';

/**
 * Offers of people who have no account: the form first, the address after. What is offered is kept beside the registration that the same form asks for, in no book
 * and no plan, and is opened when the link of that mail, and no other, is opened while it works. So nobody offers in the name of the owner of an address.
 */
@Injectable()
export class VisitorOffers {
  /** Follows `person.confirmed`: what came with the link is on the table. */
  readonly enterJob: FactJob<Fact<'person.confirmed'>> = {
    name: 'offers.enter-visitor',
    apply: (tx, { payload }) => this.enter(tx, payload),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly registrations: Registrations,
    private readonly offers: OffersService,
  ) {}

  /**
   * Keeps what is offered and asks for the mail. The work is the same for every address.
   * @param faults of the form that are known already: they are told with the others
   * @throws what is refused of an offer, at its fields, and of a registration
   */
  async keep(form: OfferForm, newcomer: Newcomer, faults: readonly FieldError[] = []): Promise<void> {
    const consents = await this.registrations.consentErrors(newcomer.consents ?? []);
    const { columns, amount } = this.read(form, [...faults, ...consents]);
    await this.source.transaction(async (tx) => {
      checkIds(columns, await knownAmong(tx, [columns]));
      await this.offers.reading.checkSmallest(tx, newcomer, columns, amount);
      if (plausibilityOf(columns.baseUnit, amount, 0, 'new').ask && form.amountConfirmed !== true) {
        refuseForm([
          {
            field: 'amountConfirmed',
            code: 'offer.confirm-amount',
            params: { amountText: formatAmount(amount, columns.baseUnit, newcomer.locale, this.catalogue) },
          },
        ]);
      }
      const id = await this.registrations.askWithOffer(tx, newcomer);
      await tx.insert(VisitorOfferEntity, { id, form: kept(form), createdAt: this.clock.now() });
    });
  }

  private async enter(
    tx: Tx,
    { personId, registrationId }: { personId: string; registrationId?: string },
  ): Promise<void> {
    const waiting =
      registrationId === undefined
        ? null
        : await tx.findOne(VisitorOfferEntity, { where: { id: registrationId }, lock: { mode: 'pessimistic_write' } });
    if (!waiting) return;
    await tx.delete(VisitorOfferEntity, { id: waiting.id });
    if (waiting.createdAt.getTime() + CONFIRM_WITHIN_MS <= this.clock.now().getTime()) return;
    try {
      const form = revived(waiting.form);
      const { columns, amount } = this.read(form);
      await this.offers.open(tx, {
        id: waiting.id,
        giver: { personId, via: 'web' },
        onBehalfOf: null,
        columns,
        amount,
        anonymous: form.anonymous ?? null,
        standingOfferId: null,
      });
    } catch (err) {
      if (!(err instanceof Refusal)) throw err;
      log.info({ code: err.code, offer: waiting.id }, 'what a visitor offered cannot be opened any more'); // its last day has come, or the need that it was bound to is met
    }
  }

  private read(form: OfferForm, faults: readonly FieldError[] = []): { columns: OfferColumns; amount: number } {
    const read = readOffer(this.catalogue, form, this.clock.now());
    const errors = read.ok ? missingStorage(this.catalogue, read.columns) : read.errors;
    return read.ok && errors.length + faults.length === 0 ? read : (refuseForm([...errors, ...faults]) as never);
  }
}

const TIMES = ['from', 'until', 'bestBefore'] as const;
const kept = (form: OfferForm): KeptForm =>
  ({ ...form, ...Object.fromEntries(TIMES.map((time) => [time, form[time]?.toISOString() ?? null])) }) as KeptForm;
const revived = (form: KeptForm): OfferForm =>
  ({
    ...form,
    ...Object.fromEntries(TIMES.map((time) => [time, form[time] ? new Date(form[time]) : null])),
  }) as OfferForm;
