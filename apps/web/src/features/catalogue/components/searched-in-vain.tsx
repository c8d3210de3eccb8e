import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { count } from '../../../lib/amount.js';
import { t } from '../../../lib/words.js';
import { useVainSearches } from '../api/editor.js';

const SHOWN = 3;

/** What people searched in vain, each to be taken as a synonym of this entry. */
export function SearchedInVain({
  taken,
  onAdd,
}: {
  taken: readonly string[];
  onAdd: (lang: 'ru' | 'en', words: string) => void;
}): ReactNode {
  const left = (useVainSearches().data ?? []).filter(({ words }) => !taken.includes(words)).slice(0, SHOWN);
  return left.map(({ words, times }) => (
    <p key={words} className="small muted" data-vain={words}>
      {t('catalogue:searchedInVain', { count: times, shown: count(times), words })}{' '}
      <Button
        size="dense"
        look="plain"
        aria-label={t('catalogue:addWords', { words })}
        onClick={() => onAdd(/\p{Script=Cyrillic}/u.test(words) ? 'ru' : 'en', words)}
      >
        {t('catalogue:addWord')}
      </Button>
    </p>
  ));
}
