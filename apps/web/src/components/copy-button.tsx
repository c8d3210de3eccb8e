import type { ReactNode } from 'react';
import { useClipboard } from '../lib/clipboard.js';
import { t } from '../lib/words.js';
import { Button } from './button.js';
import { Icon } from './marks.js';

/** Puts a text on the clipboard and says so where the button stands; no button where the page may not. */
export function CopyButton({
  text,
  label,
  children,
}: {
  text: string;
  label: string;
  children?: ReactNode;
}): ReactNode {
  const { able, state, copy } = useClipboard();
  const copied = state === 'copied';
  if (!able) return null;
  return (
    <>
      {children ? (
        <Button look="plain" onClick={() => copy(text)}>
          <Icon name={copied ? 'check' : 'copy'} small />
          {copied ? t('copied') : children}
        </Button>
      ) : (
        <button type="button" className="icon-btn" aria-label={label} onClick={() => copy(text)}>
          <Icon name={copied ? 'check' : 'copy'} small />
        </button>
      )}
      <span role="status" className="sr">
        {copied && t('copied')}
      </span>
    </>
  );
}
