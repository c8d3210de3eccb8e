import { count } from '../../../lib/amount.js';
import { hasWords, t } from '../../../lib/words.js';
import type { EntryEdit } from '../api/editor.js';

/** The number; «до 5» where it is not said more exactly. */
export const said = (number: number | null): string => (number === null ? t('catalogue:fewerThanFive') : count(number));

/** «12 нужд и до 5 вкладов». */
export const saidUses = (needs: number | null, offers: number | null): string =>
  t('catalogue:usedBy', {
    needs: needs ?? 0,
    offers: offers ?? 0,
    needsShown: said(needs),
    offersShown: said(offers),
    fewNeeds: String(needs === null),
    fewOffers: String(offers === null),
  });

const value = (one: unknown): string => (Array.isArray(one) ? one.join(', ') : String(one ?? '\u2013'));

/** What an edit did, as sentences without its author. */
export function saidEdit({ action, before, after, wordsAdded, wordsRemoved }: EntryEdit): string {
  if (action !== 'change') return t(`catalogue:edit.${action}`);
  const added = [...(wordsAdded.ru ?? []), ...(wordsAdded.en ?? [])];
  const removed = [...(wordsRemoved.ru ?? []), ...(wordsRemoved.en ?? [])];
  return [
    ...Object.keys(after).map((field) =>
      t('catalogue:edit.field', {
        field: hasWords(`catalogue:field.${field}`) ? t(`catalogue:field.${field}`) : field,
        before: value(before[field]),
        after: value(after[field]),
      }),
    ),
    ...(added.length > 0 ? [t('catalogue:edit.words', { count: added.length, words: added.join(', ') })] : []),
    ...(removed.length > 0
      ? [t('catalogue:edit.wordsGone', { count: removed.length, words: removed.join(', ') })]
      : []),
  ].join(' ');
}
