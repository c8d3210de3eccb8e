import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConsentsService } from '#identity';
import { assert } from '#kernel';
import { mayOfferFor } from '#organizations';
import type { Membership, SessionAnswer, SessionPerson } from './sessions.dto.js';

interface Row extends Omit<SessionPerson, 'emailConfirmed'> {
  email_confirmed: boolean;
  roles: string[];
  memberships: Omit<Membership, 'mayOffer'>[];
}

@Injectable()
export class SessionQueries {
  constructor(
    private readonly source: DataSource,
    private readonly consents: ConsentsService,
  ) {}

  /**
   * Who a person is, where they belong and what they may do on the platform, in one query; and what they are asked to agree to.
   * @param unproved whether a second factor is required for roles on the platform and was not passed: then they sleep
   */
  async of(personId: string, unproved: boolean): Promise<SessionAnswer> {
    const [row] = (await this.source.query(
      `SELECT p.id, p.name, p.email, p.locale, p.email_confirmed_at IS NOT NULL AS email_confirmed,
         coalesce(json_agg(g.role ORDER BY g.role) FILTER (WHERE g.object_type = 'platform'), '[]') AS roles,
         coalesce(json_agg(json_build_object('organization', json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name, 'status', o.status), 'role', g.role)
                           ORDER BY g.granted_at, g.id) FILTER (WHERE o.id IS NOT NULL), '[]') AS memberships
       FROM people p
       LEFT JOIN grants g ON g.person_id = p.id AND g.revoked_at IS NULL AND p.email_confirmed_at IS NOT NULL
       LEFT JOIN organizations o ON o.id = CASE WHEN g.object_type = 'organization' THEN g.object_id::uuid END
       WHERE p.id = $1 GROUP BY p.id`,
      [personId],
    )) as Row[];
    assert(row, 'a session belongs to a person');
    const { id, name, email, locale, email_confirmed: emailConfirmed, memberships, roles } = row;
    const secondFactorRequired = unproved && roles.length > 0;
    return {
      person: { id, name, email, locale, emailConfirmed },
      memberships: memberships.map((one) => ({ ...one, mayOffer: mayOfferAs(one) })),
      roles: secondFactorRequired ? [] : roles,
      secondFactorRequired,
      consentsAsked: await this.consents.asked(personId),
    };
  }
}

/** By this role alone: who has another one in the same organization is listed with it too. */
const mayOfferAs = ({ organization, role }: Omit<Membership, 'mayOffer'>): boolean =>
  mayOfferFor({ organizations: [{ id: organization.id, role }] }, organization);
