import type { ReactNode } from 'react';
import type { Review } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { REASON_KEYS } from './case-keys.js';

/** What authors are asked to put right again and again; each begins with what the program found, where it found that. */
const READY: Readonly<Record<string, readonly string[]>> = {
  card: ['card-number', 'personal-account', 'phone-for-transfer', 'complaint-card'],
  contacts: ['phone', 'phone-for-transfer', 'email', 'link'],
  health: ['health-of-a-person', 'complaint-private'],
  twice: ['duplicate'],
  sum: ['large-sum', 'offer-amount'],
  unclear: [],
  faces: [],
  papers: ['not-verified-yet', 'commercial-account'],
};
/** Of these the words and pictures are their author's to put right. */
const OF = ['need', 'need_edit', 'organization', 'offer', 'report'];

export const hasReadyReasons = ({ subject, can }: Review): boolean =>
  OF.includes(subject.type) && can.includes('return');

/** What is marked in the text itself stands in the words from the beginning: its reason needs no press. */
export const markedReasons = (review: Review): string => {
  const marked = new Set(review.subject.texts.flatMap(({ marks }) => marks.map(({ code }) => code)));
  if (!hasReadyReasons(review)) return '';
  return Object.entries(READY)
    .filter(([, codes]) => codes.some((one) => marked.has(one)))
    .map(([code]) => t(`moderation:ready.text.${code}`))
    .join('\n');
};

/** The ready reasons whose name or words have what is looked for. */
export const readyLike = (found: (words: string) => boolean): readonly string[] =>
  Object.keys(READY).filter((code) =>
    found(`${t(`moderation:ready.name.${code}`)} ${t(`moderation:ready.text.${code}`)}`),
  );

interface Props {
  review: Review;
  keys: boolean;
  text: string;
  onChange: (text: string) => void;
}

/** Ready reasons, those of the marks first: a press puts one into what the author reads, another press takes it out. Own words stay. */
export function ReadyReasons({ review, keys, text, onChange }: Props): ReactNode {
  const found = new Set(review.reasons.map(({ code }) => code));
  const marked = (code: string): boolean => (READY[code] ?? []).some((one) => found.has(one));
  const codes = Object.keys(READY).sort((a, b) => Number(marked(b)) - Number(marked(a)));
  const toggle = (words: string): void =>
    onChange(
      text.includes(words)
        ? text
            .replace(words, '')
            .replace(/\n{2,}/g, '\n')
            .trim()
        : [text.trim(), words].filter(Boolean).join('\n'),
    );
  return (
    <div role="group" aria-label={t('moderation:ready.title')}>
      <p className="small muted gap-below-2">{t('moderation:ready.title')}</p>
      <ul className="chips gap-below-4">
        {codes.map((code, at) => {
          const words = t(`moderation:ready.text.${code}`);
          const digit = keys && at < REASON_KEYS ? at + 1 : null;
          return (
            <li key={code}>
              <button
                type="button"
                className="chip chip-dense"
                aria-pressed={text.includes(words)}
                data-ready={code}
                onClick={() => toggle(words)}
                {...(digit ? { 'data-key': `Digit${digit}`, 'aria-keyshortcuts': String(digit) } : {})}
              >
                {t(`moderation:ready.name.${code}`)}
                {digit && (
                  <span className="kbd only-wide" aria-hidden="true">
                    {digit}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
