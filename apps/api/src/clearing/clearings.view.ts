import { funnelView, type MovedShares, type ShareRow } from '#engine';
import type { Catalogue } from '#catalogue';
import type { ClearingLine, ClearingSummary, ClearingUnmet, OrganizationShare } from '#clearing';
import type { Kind, Locale } from '#kernel';
import { listedNeedView } from '../needs/listed-need.js';
import type { ClearingAnswer, LineAnswer, OrganizationShareAnswer, UnmetItemAnswer } from './clearings.answers.js';

/** A run as everybody may read it: who started it is not said, only whether it was the clock. */
export function clearingView(row: ClearingSummary): ClearingAnswer {
  const { id, number, status, kinds, dryRun, inputDigest, planDigest, failure, report } = row;
  return {
    id,
    number,
    status,
    kinds,
    dryRun,
    inputDigest,
    planDigest,
    failure,
    at: row.at.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    by: row.by === null ? 'clock' : 'administrator',
    askedGap: row.gap,
    weights: { version: row.weightsVersion ?? 0, weights: { ...row.weights } },
    offers: report?.offers ?? null,
    needs: report?.needs ?? null,
    pairs: report?.pairs ?? null,
    matches: report?.matches ?? null,
    gap: report?.gap ?? null,
    flowGap: report?.flowGap ?? null,
    byUnit: (report?.byUnit ?? []).map((unit) => ({ ...unit, search: unit.search ?? [] })), // older runs kept no search
    byPlace: named(report?.byPlace, 'place'),
    bySphere: named(report?.bySphere, 'sphere'),
    compared: report?.compared
      ? {
          weights: report.compared.weights,
          fairness: report.compared.fairness,
          byPlace: named(report.compared.byPlace, 'place'),
          bySphere: named(report.compared.bySphere, 'sphere'),
        }
      : null,
    moved: movedView(report?.moved),
    fairness: report?.fairness ?? null,
    seconds: report?.seconds ?? null,
    can: [],
  };
}

function movedView(moved: MovedShares | undefined): ClearingAnswer['moved'] {
  return moved ? { ...moved, places: moved.places.map(({ key, ...row }) => ({ place: key, ...row })) } : null;
}

const named = <K extends string>(
  rows: readonly ShareRow[] | undefined,
  name: K,
): (Omit<ShareRow, 'key'> & Record<K, string>)[] =>
  (rows ?? []).map(({ key, ...row }) => ({ [name]: key, ...row }) as Omit<ShareRow, 'key'> & Record<K, string>);

export function organizationView({ name, key, at: _, ...row }: OrganizationShare): OrganizationShareAnswer {
  return { organization: { id: key, shortName: name }, ...row };
}

/** @param full whether offers are named: they are their donors' own */
export function lineView(row: ClearingLine, full: boolean, catalogue: Catalogue): LineAnswer {
  const { line, kind, amount, unit, score, parts, outcome, status } = row;
  return {
    line,
    need: listedNeedView(row, catalogue),
    offer: full ? row.offerId : null,
    kind,
    amount,
    unit,
    score,
    parts,
    outcome,
    status,
  };
}

/** A need that was left out; where nothing fitted it, with how the offers fell away. */
export function unmetView(row: ClearingUnmet, locale: Locale, catalogue: Catalogue): UnmetItemAnswer {
  const { funnel, kind } = row.details as { funnel?: readonly number[]; kind: Kind };
  return {
    need: listedNeedView(row, catalogue),
    reason: row.reason,
    details: row.details as UnmetItemAnswer['details'],
    funnel: funnel ? funnelView(kind, funnel, locale) : [],
  };
}
