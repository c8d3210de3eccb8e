import type { Match, Need } from '../../lib/api-types.js';

/** What an organization has to do by when; of a company what it pays, hands over or answers. */
export interface Deadline {
  readonly kind: 'answer' | 'confirm' | 'renew' | 'ends' | 'report' | 'pay' | 'give' | 'agree';
  /** The match, the transfer or the need that it is about. */
  readonly id: string;
  readonly at: string;
  readonly what: string;
}

interface Answer {
  readonly id: string;
  readonly at: string;
  readonly status: string;
  readonly text: string;
  readonly offer: { readonly donor: string };
}
interface Report {
  readonly id: string;
  readonly title: string;
  readonly dueAt: string | null;
}
interface Known {
  /** Waiting for the organization's word, whatever their order; only a yes that is held lapses. */
  readonly answers: readonly Answer[];
  readonly matches: readonly Pick<Match, 'id' | 'status' | 'deadline' | 'text' | 'offer'>[];
  readonly needs: readonly Pick<Need, 'id' | 'title' | 'status' | 'deadline' | 'freshUntil' | 'can'>[];
  readonly reports: readonly Report[];
}

/** All of them, the nearest first; what is overdue stands before the rest. Of a need that is to be renewed before it ends, the renewal is told alone. */
export function deadlinesOf({ answers, matches, needs, reports }: Known): Deadline[] {
  const all: Deadline[] = [
    ...answers
      .filter(({ status }) => status === 'held')
      .map(({ id, at, text, offer }) => ({ kind: 'answer' as const, id, at, what: `${offer.donor}, ${text}` })),
    ...matches.flatMap(({ id, status, deadline, text, offer }) =>
      status === 'delivered' && deadline
        ? [{ kind: 'confirm' as const, id, at: deadline, what: `${offer.donor}, ${text}` }]
        : [],
    ),
    ...needs
      .filter(({ status }) => status === 'open' || status === 'partly_met')
      .map(({ id, title, deadline, freshUntil, can }) =>
        freshUntil && can.includes('renew') && freshUntil < deadline
          ? { kind: 'renew' as const, id, at: freshUntil, what: title }
          : { kind: 'ends' as const, id, at: deadline, what: title },
      ),
    ...reports.flatMap(({ id, title, dueAt }) =>
      dueAt ? [{ kind: 'report' as const, id, at: dueAt, what: title }] : [],
    ),
  ];
  return nearestFirst(all);
}

interface Promised {
  /** Of its pledges. */
  readonly transfers: readonly {
    readonly id: string;
    readonly due: number;
    readonly deadline: string;
    readonly what: string;
  }[];
  /** In which the next word is the company's. */
  readonly matches: readonly Pick<Match, 'id' | 'can' | 'deadline' | 'text' | 'need'>[];
}

/** Of a company: the transfers that are to be paid, and the matches that wait for it, the nearest first. */
export function promisedBy({ transfers, matches }: Promised): Deadline[] {
  return nearestFirst([
    ...transfers
      .filter(({ due }) => due > 0)
      .map(({ id, deadline, what }) => ({ kind: 'pay' as const, id, at: deadline, what })),
    ...matches.flatMap(({ id, can, deadline, text, need }) => {
      const kind = can.includes('accept') ? ('agree' as const) : ('give' as const);
      return deadline ? [{ kind, id, at: deadline, what: `${need.organization.shortName}, ${text}` }] : [];
    }),
  ]);
}

const nearestFirst = (all: readonly Deadline[]): Deadline[] =>
  [...all].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
