import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { useClipboard } from '../../../lib/clipboard.js';
import { t } from '../../../lib/words.js';

/** Something to copy into the bank's form. Where a page may not write to the clipboard (no https) the text stands there to be selected. */
export function CopyLine({ label, value, code = false }: { label: string; value: string; code?: boolean }): ReactNode {
  const { able, state, copy } = useClipboard();
  const copied = state === 'copied';
  return (
    <div className="copyline">
      <span className="copyline-words">
        <span className="small muted">{label}</span> <b className={code ? 'code break' : 'break'}>{value}</b>
      </span>
      {able && (
        <Button size="dense" look="plain" aria-label={t('payments:copy', { what: label })} onClick={() => copy(value)}>
          {copied ? t('copied') : t('payments:copyShort')}
        </Button>
      )}
      <span role="status" className="sr">
        {copied && t('copied')}
      </span>
    </div>
  );
}
