import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actorOf, type Actor } from '#identity';
import { Clock } from '#kernel';
import { organizationSummaries } from '#organizations';
import { audit, LinkToken, tokenHash, type Tx } from '#platform';
import { mayManage } from './access.rules.js';
import type { NeedStatus } from './lifecycle.rules.js';
import { NeedEntity } from './need.entity.js';
import { NeedsService } from './needs.service.js';
import { refuse } from './needs.refusals.js';

/** What the page behind a link shows before anything is done. */
export interface RenewalView {
  readonly need: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly status: NeedStatus;
    readonly deadline: Date;
    readonly freshUntil: Date | null;
    readonly organization: { readonly id: string; readonly shortName: string };
  };
}

interface LinkRow {
  readonly needId: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** Links in mails that renew a need with one click, without sign-in: for one person, once, until a day. */
@Injectable()
export class NeedRenewals {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
  ) {}

  /** Changes nothing: a mail program that looks at links in advance does no harm. */
  async look(token: string): Promise<RenewalView> {
    const { link } = await this.usable(this.source.manager, token);
    return this.view(this.source.manager, link.needId);
  }

  /** Renews as the person whom the link was written to, who must still work for the organization. */
  async renew(token: string): Promise<RenewalView> {
    return this.source.transaction(async (tx) => {
      const { link, actor } = await this.usable(tx, token, true);
      await this.needs.renewWithin(tx, actor, link.needId);
      await tx.query('UPDATE need_renewal_links SET used_at = $2 WHERE token_hash = $1', [
        tokenHash(token),
        this.clock.now(),
      ]);
      await audit(tx, {
        personId: actor.personId,
        action: 'need.renew-by-link',
        subjectType: 'need',
        subjectId: link.needId,
      });
      return this.view(tx, link.needId);
    });
  }

  private async usable(tx: Tx, token: string, lock = false): Promise<{ link: LinkRow; actor: Actor }> {
    const rows: LinkRow[] = await tx.query(
      `SELECT need_id AS "needId", person_id AS "personId", expires_at AS "expiresAt", used_at AS "usedAt" FROM need_renewal_links WHERE token_hash = $1${lock ? ' FOR UPDATE' : ''}`,
      [tokenHash(token)],
    );
    const link = rows[0] ?? refuse('need.renewal-link-unknown');
    const actor = await actorOf(tx, link.personId, 'web', this.clock.now());
    const need = await tx.findOneBy(NeedEntity, { id: link.needId });
    if (!actor || !need || !mayManage(actor, need)) return refuse('need.renewal-link-unknown');
    if (link.usedAt !== null) refuse('need.renewal-link-used');
    if (link.expiresAt <= this.clock.now()) refuse('need.renewal-link-expired');
    return { link, actor };
  }

  private async view(tx: Tx, needId: string): Promise<RenewalView> {
    const { id, number, title, status, deadline, freshUntil, organizationId } = await tx.findOneByOrFail(NeedEntity, {
      id: needId,
    });
    const shortName = (await organizationSummaries(tx, [organizationId])).get(organizationId)?.shortName ?? '';
    return {
      need: { id, number, title, status, deadline, freshUntil, organization: { id: organizationId, shortName } },
    };
  }
}

/** The database keeps the hash of what the link proves itself by. @param key SESSION_SECRET, under which the token waits for its mail to leave */
export async function issueRenewalLink(
  tx: Tx,
  needId: string,
  personId: string,
  expiresAt: Date,
  key: string | null,
): Promise<LinkToken> {
  const token = new LinkToken(key, expiresAt);
  await tx.query(
    'INSERT INTO need_renewal_links (token_hash, need_id, person_id, expires_at) VALUES ($1, $2, $3, $4)',
    [token.hash, needId, personId, expiresAt],
  );
  return token;
}
