import type { StatementEntry } from './statement.queries.js';

/** What an entry of a statement and its state are called, in files and on paper. */
export const ENTRY_WORDS = {
  ru: {
    kinds: {
      pledge: 'обещано',
      raise: 'добавлено',
      delivery: 'передано',
      loss: 'потеряно в пути',
      release: 'снято с обещания',
      surplus: 'сверх нужды',
      stock: 'на склад',
      use: 'использовано',
      found: 'нашлось при пересчёте',
      assembly: 'набор',
      move: 'между складами',
      mirror: 'возврат',
    },
    states: { posted: 'проведено', held: 'в резерве', voided: 'резерв снят', promised: 'обещание', lost: 'не дошло' },
  },
  en: {
    kinds: {
      pledge: 'promised',
      raise: 'added',
      delivery: 'handed over',
      loss: 'lost on the way',
      release: 'promise ended',
      surplus: 'beyond the need',
      stock: 'to stock',
      use: 'used',
      found: 'found at a count',
      assembly: 'kit',
      move: 'between stores',
      mirror: 'taken back',
    },
    states: {
      posted: 'posted',
      held: 'reserved',
      voided: 'reservation ended',
      promised: 'promise',
      lost: 'did not arrive',
    },
  },
} as const;

/** Nothing of what is only held, or was and is free again, was handed over: it is a promise. */
export const entryName = ({ kind, state }: Pick<StatementEntry, 'kind' | 'state'>, locale: 'ru' | 'en'): string =>
  ENTRY_WORDS[locale].kinds[kind === 'delivery' && (state === 'held' || state === 'voided') ? 'pledge' : kind];
