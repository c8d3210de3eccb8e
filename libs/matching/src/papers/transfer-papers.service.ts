import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { isMember, type Actor } from '#identity';
import { Clock, dayAt, refuseForm } from '#kernel';
import { Ledger, readNeedBook, type NeedBook } from '#ledger';
import { maySee, NeedEntity } from '#needs';
import { titleInMails } from '#forms';
import { mayKnowMatch, speaksFor } from '../match-life.rules.js';
import { refuse as refuseMatch } from '../match-life.refusals.js';
import { givenThings, paperMatch, type PaperMatch, type PaperParty } from './transfer-papers.queries.js';
import {
  contractOf,
  hasAct,
  kopecksOf,
  mayReadPapers,
  mayStateValue,
  stateOfPaper,
  takesValue,
  type Handed,
  type PaperState,
} from './transfer-papers.rules.js';
import { refuse } from './papers.refusals.js';

type PaperKind = 'act' | 'contract';

/** What there is of papers on a match, for its two sides and their accountants. */
export interface PapersView {
  readonly act: boolean;
  readonly contract: 'none' | 'may' | 'must';
  /** As the giver states it, in kopecks. */
  readonly value: { readonly amount: number; readonly text: string; readonly paper: string | null } | null;
  readonly can: readonly 'state-value'[];
}

/** A paper with its number: the same for good. `title` of a private need is its category. */
export interface NumberedPaper extends PaperMatch {
  readonly number: number;
  readonly year: number;
  readonly title: string;
  readonly timeZone: string;
}

/** What came to a need and what was handed out of it. */
export interface Distribution extends NeedBook {
  readonly number: number;
  readonly title: string;
  readonly unit: string;
  readonly item: string | null;
  readonly category: string;
  readonly place: string;
  readonly timeZone: string;
  readonly beneficiaries: number | null;
  readonly received: number;
  readonly organization: PaperParty;
}

/** One line in the list of papers of a company. */
export interface GivenPaper {
  readonly match: string;
  /** Of the need; of a private one the name of its category. */
  readonly title: string;
  readonly organization: string;
  readonly item: string | null;
  readonly unit: string;
  /** What came; what was promised as long as nothing has. */
  readonly amount: number;
  /** `ready`: the receipt is confirmed; `receiver`: handed over, the receiver confirms; `hand-over`: agreed on. */
  readonly state: PaperState;
  readonly at: Date | null;
  readonly act: { readonly number: number; readonly year: number } | null;
  readonly contract: 'none' | 'may' | 'must';
  /** As the company states it, in kopecks. */
  readonly value: number | null;
  /** Whether the reader is a side of it: an accountant reads its papers, and no more. */
  readonly opensMatch: boolean;
}

/** Lines of a list of papers: what waits comes first, so that none of it is left out before old acts are. */
export const GIVEN_PAPERS = 50;

/** Entries of a need that stand on one list. */
const ROWS = 500;

/** Papers on things that changed hands, filled from the books. */
@Injectable()
export class TransferPapers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
  ) {}

  async view(actor: Actor, matchId: string): Promise<PapersView> {
    const match = await this.known(actor, matchId);
    const { value, valuePaper } = match;
    const can = takesValue(match) && mayStateValue(actor, match.parties) ? (['state-value'] as const) : [];
    return {
      act: hasAct(handed(match)),
      contract: contractOf(handed(match)),
      value:
        value === null
          ? null
          : { amount: value, text: formatAmount(value, 'kopeck', actor.locale, this.catalogue), paper: valuePaper },
      can,
    };
  }

  /** What the giver's own paper says that the things are worth; null takes it back. */
  async stateValue(
    actor: Actor,
    matchId: string,
    said: { readonly quantity: string | null; readonly paper?: string | null },
  ): Promise<void> {
    const match = await this.known(actor, matchId);
    if (!mayStateValue(actor, match.parties)) refuseMatch('match.not-yours');
    if (!takesValue(match)) refuse('papers.no-value');
    if (said.quantity === null) {
      await this.source.query('DELETE FROM stated_values WHERE match_id = $1', [matchId]);
      return;
    }
    const amount = kopecksOf(said.quantity);
    if (amount === null) refuseForm([{ field: 'quantity', code: 'papers.not-a-sum' }]);
    await this.source.query(
      'INSERT INTO stated_values (match_id, amount, paper, stated_at) VALUES ($1, $2, $3, $4) ON CONFLICT (match_id) DO UPDATE SET amount = $2, paper = $3, stated_at = $4',
      [matchId, amount, said.paper?.trim() || null, this.clock.now()],
    );
  }

  /** @throws papers.no-act before the books say that something came */
  async act(actor: Actor, matchId: string): Promise<NumberedPaper> {
    const match = await this.known(actor, matchId);
    if (!hasAct(handed(match))) refuse('papers.no-act');
    return this.numbered(match, 'act', match.parties.organizationId);
  }

  /** Numbered, as acts are, by the organization that receives: it keeps the list of both. @throws papers.no-contract */
  async contract(actor: Actor, matchId: string): Promise<NumberedPaper> {
    const match = await this.known(actor, matchId);
    if (contractOf(handed(match)) === 'none') refuse('papers.no-contract');
    return this.numbered(match, 'contract', match.parties.organizationId);
  }

  /** Acts of what an organization gives, and what they wait for. For its own people. */
  async ofGiver(actor: Actor, organizationId: string): Promise<GivenPaper[]> {
    if (!isMember(actor, organizationId)) refuseMatch('match.not-found');
    const opensMatch = speaksFor(actor, organizationId);
    const things = await givenThings(this.source, organizationId, GIVEN_PAPERS);
    const kept = things.filter(({ status, arrived }) => status !== 'confirmed' || arrived > 0); // nothing came: no act
    return kept.map((given) => ({
      match: given.id,
      title: titleInMails(this.catalogue, { category: given.category, title: given.needTitle }, actor.locale),
      organization: given.organization,
      item: given.item,
      unit: given.unit,
      amount: given.status === 'confirmed' ? given.arrived : given.promised,
      state: stateOfPaper(given.status),
      at: given.confirmedAt ?? given.acceptedAt,
      act: given.act,
      contract: contractOf({ ...given, kind: 'goods', company: true }),
      value: given.value,
      opensMatch,
    }));
  }

  /** For the people of the organization that hands out. @throws papers.nothing-came, need.not-found as a match that is not there */
  async distribution(actor: Actor, needId: string): Promise<Distribution> {
    const need = await this.source.manager.findOneBy(NeedEntity, { id: needId });
    if (!need || !maySee(actor, need)) return refuseMatch('match.not-found');
    if (!isMember(actor, need.organizationId)) refuseMatch('match.not-yours');
    const received = (await this.ledger.needBalances(this.source, [needId])).get(needId)?.received ?? 0;
    if (need.kind !== 'goods' || received === 0) refuse('papers.nothing-came');
    const [organization] = (await this.source.query(
      'SELECT name, true AS organization, inn, kpp, ogrn, place FROM organizations WHERE id = $1',
      [need.organizationId],
    )) as [PaperParty];
    const { number, baseUnit: unit, item, category, place, beneficiaries } = need;
    return {
      ...(await readNeedBook(this.source, needId, ROWS)),
      number,
      title: titleInMails(this.catalogue, need, 'ru'),
      unit,
      item,
      category,
      place,
      timeZone: this.timeZoneOf(place),
      beneficiaries,
      received,
      organization,
    };
  }

  private async known(actor: Actor, matchId: string): Promise<PaperMatch> {
    const match = await paperMatch(this.source, matchId);
    if (match && mayReadPapers(actor, match.parties)) return match;
    return refuseMatch(match && mayKnowMatch(actor, match.parties) ? 'match.not-yours' : 'match.not-found');
  }

  /** The organization is locked while its next number is taken, so that two papers never have one. */
  private async numbered(match: PaperMatch, kind: PaperKind, organizationId: string): Promise<NumberedPaper> {
    const timeZone = this.timeZoneOf(match.needPlace);
    const now = this.clock.now();
    const find = 'SELECT number, year FROM transfer_papers WHERE match_id = $1 AND kind = $2';
    const [issued] = await this.source.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
      const before = (await tx.query(find, [match.id, kind])) as { number: number; year: number }[];
      if (before.length > 0) return before;
      return (await tx.query(
        `INSERT INTO transfer_papers (match_id, kind, organization_id, year, number, issued_at)
         SELECT $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5 FROM transfer_papers WHERE organization_id = $3 AND kind = $2 AND year = $4 RETURNING number, year`,
        [match.id, kind, organizationId, Number(dayAt(timeZone, now).slice(0, 4)), now],
      )) as { number: number; year: number }[];
    });
    if (!issued) throw new Error(`Match ${match.id} has no ${kind} after one was numbered`);
    const title = titleInMails(this.catalogue, { category: match.category, title: match.needTitle }, 'ru');
    return { ...match, ...issued, title, timeZone };
  }

  private timeZoneOf(place: string): string {
    return this.catalogue.place(place)?.timeZone ?? 'UTC';
  }
}

const handed = ({ kind, status, arrived, value, giver }: PaperMatch): Handed => ({
  kind,
  status,
  arrived,
  value,
  company: giver.organization,
});
