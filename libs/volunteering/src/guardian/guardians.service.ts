import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, refuseForm, pageAddress } from '#kernel';
import { SignUpMatches } from '#matching';
import { NeedsService } from '#needs';
import { Env } from '#host';
import { tokenHash, type Tx } from '#platform';
import { endSignUp, lockSignUp } from '../places.js';
import { minutesOf } from '../shift-form.rules.js';
import { rolesIn } from '../access.rules.js';
import { refuse } from '../volunteering.refusals.js';
import { refuseGuardian } from './guardian.refusals.js';
import { answersNow, minorErrors, type ConsentStatus, type Relation } from './guardian.rules.js';

/** What a guardian reads before they answer: one shift, one child. */
export interface ConsentView {
  readonly child: string;
  readonly age: number;
  readonly title: string;
  readonly organization: string;
  readonly from: Date;
  readonly until: Date;
  /** It has no hour: it is done by `until`. */
  readonly anyTime: boolean;
  readonly timeZone: string;
  readonly text: string;
  readonly place: string;
  readonly remote: boolean;
  readonly meet: string;
  readonly risks: string | null;
  readonly gear: string | null;
  readonly status: ConsentStatus;
  readonly answerUntil: Date;
  readonly can: readonly ('given' | 'refused')[];
}

export interface ConsentForm {
  readonly decision: 'given' | 'refused';
  /** Needed for a yes. */
  readonly guardian?: string;
  readonly relation?: Relation;
}

interface Row extends Omit<ConsentView, 'timeZone' | 'text' | 'can'> {
  readonly signUpId: string;
  readonly category: string;
  /** The child still has the place, or waits for one. */
  readonly runs: boolean;
}

const NAME = { min: 2, max: 120 } as const;
const ROWS = `SELECT c.sign_up_id AS "signUpId", p.name AS child, c.age, n.title, n.category, g.short_name AS organization, s.starts_at AS "from", s.ends_at AS until, s.any_time AS "anyTime", s.place, s.remote, s.meet, s.risks, s.gear,
    c.status, c.until AS "answerUntil", u.status IN ('signed_up', 'waiting') AS runs
  FROM guardian_consents c JOIN sign_ups u ON u.id = c.sign_up_id JOIN people p ON p.id = u.person_id JOIN shifts s ON s.id = u.shift_id JOIN needs n ON n.id = s.need_id
    JOIN organizations g ON g.id = n.organization_id WHERE c.token_hash = $1`;

/** Consent of a guardian to one place in one shift, by a link that the child gives them. Of the link only the hash is kept. */
@Injectable()
export class GuardiansService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
    private readonly needs: NeedsService,
    private readonly matches: SignUpMatches,
  ) {}

  /** A new link for the volunteer's own sign-up; the one before answers no more. */
  async link(actor: Actor, signUpId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    return this.source.transaction(async (tx) => {
      const { signUp, need } = await lockSignUp(tx, this.needs, signUpId);
      const [role] = rolesIn(actor, { personId: signUp.personId, organizationId: need.organizationId });
      if (!role) return refuse('sign-up.not-found');
      if (role !== 'volunteer') refuse('sign-up.not-yours');
      const [, changed] = (await tx.query(
        `UPDATE guardian_consents SET token_hash = $2 WHERE sign_up_id = $1 AND status IN ('waiting', 'given')`,
        [signUpId, tokenHash(token)],
      )) as [unknown, number];
      if (changed === 0) refuseGuardian('guardian.none');
      return pageAddress(this.env.PUBLIC_URL, actor.locale, `/consent#${token}`);
    });
  }

  /** Changes nothing, so that programs which open links in advance do no harm. @throws guardian.link-unknown */
  async look(token: string, locale: 'ru' | 'en'): Promise<ConsentView> {
    return this.view(this.source.manager, token, locale);
  }

  /** The same answer again changes nothing. A no gives the place back, without any consequence for the child. */
  async decide(token: string, form: ConsentForm, locale: 'ru' | 'en'): Promise<ConsentView> {
    return this.source.transaction(async (tx) => {
      const found = await this.row(tx, token);
      const locked = await lockSignUp(tx, this.needs, found.signUpId);
      const { age, status, answerUntil, category, runs } = await this.row(tx, token); // as it is under the lock
      if (status === form.decision) return this.view(tx, token, locale);
      const at = this.clock.now();
      const { shift, signUp } = locked;
      if (!runs || !answersNow({ status, until: answerUntil }, shift, at).includes(form.decision))
        refuseGuardian('guardian.not-now');
      const guardian = form.guardian?.trim() ?? '';
      if (form.decision === 'given') {
        if (guardian.length < NAME.min) refuseForm([{ field: 'guardian', code: 'form.required' }]);
        if (form.relation === undefined) refuseForm([{ field: 'relation', code: 'form.required' }]);
        const errors = minorErrors(age, {
          ...shift,
          timeZone: this.zoneOf(shift.place),
          adultsOnly: this.adultsOnly(category),
        });
        if (errors.length > 0) refuseGuardian('guardian.not-now'); // moved since
      }
      const kept = form.decision === 'given' ? [guardian.slice(0, NAME.max), form.relation] : [null, null];
      await tx.query(
        'UPDATE guardian_consents SET status = $2, guardian = $3, relation = $4, decided_at = $5 WHERE sign_up_id = $1',
        [signUp.id, form.decision, ...kept, at],
      );
      if (form.decision === 'refused')
        await endSignUp(this.matches, { tx, at, by: null }, locked, {
          status: 'cancelled',
          reason: 'no-consent',
          endedBy: 'clock',
        });
      return this.view(tx, token, locale);
    });
  }

  private async view(tx: Tx, token: string, locale: 'ru' | 'en'): Promise<ConsentView> {
    const { signUpId: _, category: __, runs, ...row } = await this.row(tx, token);
    const times = { startsAt: row.from, endsAt: row.until };
    const can = !runs ? [] : answersNow({ status: row.status, until: row.answerUntil }, times, this.clock.now());
    return {
      ...row,
      timeZone: this.zoneOf(row.place),
      text: formatAmount(minutesOf(times), 'minute', locale, this.catalogue),
      can,
    };
  }

  private async row(tx: Tx, token: string): Promise<Row> {
    const [row]: Row[] = await tx.query(ROWS, [tokenHash(token)]);
    return row ?? refuseGuardian('guardian.link-unknown');
  }

  private zoneOf(place: string): string {
    return this.catalogue.place(place)?.timeZone ?? 'UTC';
  }

  private adultsOnly(category: string): boolean {
    return this.catalogue.category(category)?.flags.includes('age18') ?? false;
  }
}
