import type { ReactNode } from 'react';
import type { Kind } from '../lib/api-types.js';
import { t } from '../lib/words.js';

export function Icon({ name, small }: { name: string; small?: boolean }): ReactNode {
  return (
    <svg className={small ? 'icon icon-s' : 'icon'} aria-hidden="true" viewBox="0 0 24 24">
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** Circle, square, dial: the three kinds are told apart without colour. */
export function KindMark({ kind, size = '' }: { kind: Kind; size?: '' | 's' | 'l' }): ReactNode {
  return (
    <svg className={`kind k-${kind}${size ? ` kind-${size}` : ''}`} viewBox="0 0 26 26" aria-hidden="true">
      <use href={`#k-${kind}`} />
    </svg>
  );
}

export function Logo(): ReactNode {
  return (
    <svg aria-hidden="true" viewBox="0 0 34 34">
      <use href="#logo" />
    </svg>
  );
}

/** What was and what is, with an arrow between: drawn, because the letters of the pages have none. */
export function FromTo({ from, to }: { from: ReactNode; to: ReactNode }): ReactNode {
  return (
    <span className="from-to">
      {from} <Icon name="arrow" small />
      <span className="sr">{t('becomes')}</span> {to}
    </span>
  );
}

type TagLook = '' | 'good' | 'wait' | 'warn' | 'time' | 'line';
export function Tag({ look = '', children }: { look?: TagLook; children: ReactNode }): ReactNode {
  return <span className={`tag${look ? ` tag-${look}` : ''}`}>{children}</span>;
}
