import { DAY_MS, REPORT_WITHIN_DAYS } from '#kernel';

/** How far an organization is trusted: 0 nobody has checked it, 1 checked, 2 and 3 with papers and a history. */
export type TrustLevel = 0 | 1 | 2 | 3;

/** What the level is computed from. */
export interface TrustFacts {
  readonly verified: boolean;
  readonly informal: boolean;
  readonly vouched: boolean;
  /** Papers that a moderator has accepted. */
  readonly documents: number;
  readonly verifiedAt: Date | null;
  /** Needs that were met, whether reported on or not. */
  readonly fulfilled: number;
  /** Since when the longest unreported one of them is met; null: all are reported on. */
  readonly unreportedSince: Date | null;
}

type TrustCode = 'verified' | 'papers' | 'history' | 'reports';

export interface TrustReason {
  readonly code: TrustCode;
  readonly holds: boolean;
  readonly sentence: string;
}

export interface Trust {
  readonly level: TrustLevel;
  readonly reasons: readonly TrustReason[];
  /** When the next level is lost unless it is reported on what was received; null: nothing is about to be lost. */
  readonly fadesAt: Date | null;
}

export const TRUST = {
  historyNeeds: 5,
  historyDays: 180,
  reportWithinDays: REPORT_WITHIN_DAYS,
  fadeEveryDays: 30,
} as const;

/** A verified organization never falls below 1: taking that back is a decision of people, a suspension. */
export function trustOf(facts: TrustFacts, now: Date, locale: 'ru' | 'en'): Trust {
  const papers = facts.informal ? facts.vouched : facts.documents > 0;
  const days = facts.verifiedAt ? (now.getTime() - facts.verifiedAt.getTime()) / DAY_MS : 0;
  const history = facts.fulfilled >= TRUST.historyNeeds && days >= TRUST.historyDays;
  const earned = facts.verified ? 1 + Number(papers) + Number(history) : 0;
  const lost = lostLevels(facts.unreportedSince, now);
  const level = Math.max(Math.min(earned, 1), earned - lost) as TrustLevel;
  const sentences: readonly [TrustCode, boolean][] = [
    ['verified', facts.verified],
    ['papers', papers],
    ['history', history],
    ['reports', lost === 0],
  ];
  const reasons = sentences.map(([code, holds]) => ({ code, holds, sentence: sentence(code, holds, facts, locale) }));
  const fadesAt =
    facts.unreportedSince && level > 1
      ? new Date(facts.unreportedSince.getTime() + (TRUST.reportWithinDays + lost * TRUST.fadeEveryDays) * DAY_MS)
      : null;
  return { level, reasons, fadesAt };
}

/** One level once a report is missing for longer than it may, another one each month after that. */
function lostLevels(unreportedSince: Date | null, now: Date): number {
  if (!unreportedSince) return 0;
  const late = (now.getTime() - unreportedSince.getTime()) / DAY_MS - TRUST.reportWithinDays;
  return late < 0 ? 0 : 1 + Math.floor(late / TRUST.fadeEveryDays);
}

type LocalizedMessage = { readonly ru: string; readonly en: string };

const SENTENCES: Readonly<Record<TrustCode, { readonly yes: LocalizedMessage; readonly no: LocalizedMessage }>> = {
  verified: {
    yes: { ru: 'Модератор проверил карточку.', en: 'A moderator has checked the record.' },
    no: { ru: 'Карточку ещё не проверили.', en: 'The record has not been checked yet.' },
  },
  papers: {
    yes: { ru: 'Документы приложены, модератор их принял.', en: 'Documents are attached and accepted by a moderator.' },
    no: { ru: 'Принятых документов пока нет.', en: 'There are no accepted documents yet.' },
  },
  history: {
    yes: {
      ru: `Закрыто не меньше ${TRUST.historyNeeds} нужд, прошло больше полугода после проверки.`,
      en: `At least ${TRUST.historyNeeds} needs were met, more than half a year has passed since the check.`,
    },
    no: {
      ru: `История ещё короткая: нужно ${TRUST.historyNeeds} закрытых нужд и полгода после проверки.`,
      en: `The history is still short: it takes ${TRUST.historyNeeds} needs met and half a year since the check.`,
    },
  },
  reports: {
    yes: { ru: 'За полученное отчитываются вовремя.', en: 'It is reported in time on what was received.' },
    no: {
      ru: `Нет отчёта о полученном больше ${TRUST.reportWithinDays} дней.`,
      en: `A report on what was received has been missing for more than ${TRUST.reportWithinDays} days.`,
    },
  },
};

const VOUCHED: { readonly yes: LocalizedMessage; readonly no: LocalizedMessage } = {
  yes: { ru: 'За группу ручается муниципалитет.', en: 'The municipality vouches for the group.' },
  no: { ru: 'Муниципалитет ещё не поручился за группу.', en: 'The municipality has not vouched for the group yet.' },
};

function sentence(code: TrustCode, holds: boolean, { informal }: TrustFacts, locale: 'ru' | 'en'): string {
  const said = code === 'papers' && informal ? VOUCHED : SENTENCES[code];
  return said[holds ? 'yes' : 'no'][locale];
}
