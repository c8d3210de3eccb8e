import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { isPrivateCategory, titleOfCategory } from '#forms';
import { rolesIn } from './access.rules.js';
import { IN_PLACE, type SignUpStatus } from './sign-up-life.rules.js';
import { refuse } from './volunteering.refusals.js';

/** What an agreement between an organization and a volunteer stands on: one place in one shift. */
export interface Agreement {
  readonly shift: string;
  readonly needNumber: number;
  readonly what: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly anyTime: boolean;
  readonly place: string;
  readonly remote: boolean;
  readonly meet: string;
  readonly risks: string | null;
  readonly gear: string | null;
  readonly covered: string | null;
  readonly people: number;
  readonly skills: readonly string[];
  readonly volunteer: string;
  readonly organization: { readonly name: string; readonly inn: string | null; readonly ogrn: string | null };
}

interface Row extends Omit<Agreement, 'what' | 'organization'> {
  readonly personId: string;
  readonly organizationId: string;
  readonly status: SignUpStatus;
  readonly title: string;
  readonly category: string;
  readonly name: string;
  readonly inn: string | null;
  readonly ogrn: string | null;
}

/** Agreements are written anew each time: they say how the shift stands now. */
@Injectable()
export class AgreementsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
  ) {}

  /** To both sides, while there is a place. @throws sign-up.not-found, sign-up.not-now */
  async of(actor: Actor, signUpId: string, locale: 'ru' | 'en'): Promise<Agreement> {
    const [row]: Row[] = await this.source.query(
      `SELECT u.person_id AS "personId", n.organization_id AS "organizationId", u.status, u.people, s.id AS shift, n.number AS "needNumber", n.title, n.category, n.skills, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.any_time AS "anyTime",
         s.place, s.remote, s.meet, s.risks, s.gear, s.covered, p.name AS volunteer, g.name, g.inn, g.ogrn
       FROM sign_ups u JOIN shifts s ON s.id = u.shift_id JOIN needs n ON n.id = s.need_id JOIN organizations g ON g.id = n.organization_id JOIN people p ON p.id = u.person_id WHERE u.id = $1`,
      [signUpId],
    );
    if (!row || rolesIn(actor, row).length === 0) return refuse('sign-up.not-found');
    if (!IN_PLACE.includes(row.status)) refuse('sign-up.not-now', { status: row.status });
    const { personId: _, organizationId: __, status: ___, title, category, name, inn, ogrn, ...agreement } = row;
    const what = isPrivateCategory(this.catalogue, category)
      ? titleOfCategory(this.catalogue, category, locale)
      : title;
    return { ...agreement, what, organization: { name, inn, ogrn } };
  }
}
