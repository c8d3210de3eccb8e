import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import type { Review } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { readyLike } from './ready-reasons.js';

const plain = (words: string): string => words.toLowerCase().replaceAll('ё', 'е').replaceAll('\u00a0', ' ');
const hasWords = (words: string) => (text: string) => plain(text).includes(plain(words.trim()));

/** Whether a case of the list has what is looked for in what it is called, whose it is, or in the number of its need. */
export const caseLike = ({ subject, appeal }: Review, words: string): boolean =>
  hasWords(words)(
    [
      subject.title,
      subject.organization?.shortName,
      t(`moderation:subject.${subject.type}`),
      subject.need && `№ ${subject.need.number}`,
      appeal && `№ ${appeal.number}`,
    ]
      .filter(Boolean)
      .join(' '),
  );

interface Props {
  words: string;
  onWords: (words: string) => void;
  /** The case in hand has ready reasons. */
  reasons: boolean;
  keys: boolean;
  /** How many cases of the list have it. */
  found: number;
  /** Opens the first of them. */
  onFirst: () => void;
}

const press = (code: string): void => document.querySelector<HTMLButtonElement>(`[data-ready="${code}"]`)?.click();

/** Finds a case of the list, and a ready reason for the case in hand. Enter takes the first of what stands there, Escape gives the keys back to the case. */
export function FindCase({ words, onWords, reasons, keys, found, onFirst }: Props): ReactNode {
  const ready = reasons && words.trim() !== '' ? readyLike(hasWords(words)) : [];
  const [first] = ready;
  return (
    <div className="mod-find" role="search">
      <label className="searchbox">
        <span className="sr">{t('moderation:find.label')}</span>
        <Icon name="search" />
        <input
          className="input"
          type="search"
          maxLength={100}
          placeholder={t('moderation:find.label')}
          value={words}
          data-find
          {...(keys ? { 'aria-keyshortcuts': '/' } : {})}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              onWords('');
              document.querySelector<HTMLElement>('.case')?.focus({ preventScroll: true });
            }
            if (event.key !== 'Enter' || words.trim() === '') return;
            event.preventDefault();
            if (first) press(first);
            else onFirst();
          }}
        />
        {keys && (
          <span className="kbd only-wide" aria-hidden="true">
            /
          </span>
        )}
      </label>
      {ready.length > 0 && (
        <ul className="chips gap-top-2" aria-label={t('moderation:ready.title')}>
          {ready.map((code) => (
            <li key={code}>
              <button type="button" className="chip chip-dense" data-found-reason={code} onClick={() => press(code)}>
                {t(`moderation:ready.name.${code}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="tiny muted" role="status">
        {words.trim() !== '' && t('moderation:find.found', { count: found })}
      </p>
    </div>
  );
}
