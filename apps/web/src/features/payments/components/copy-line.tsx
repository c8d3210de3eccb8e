import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { t } from '../../../lib/words.js';

/** Something to copy into the bank's form. Where a page may not write to the clipboard (no https) the text stands there to be selected. */
export function CopyLine({ label, value, code = false }: { label: string; value: string; code?: boolean }): ReactNode {
  const [copied, setCopied] = useState(false);
  const able = typeof navigator.clipboard?.writeText === 'function';
  const copy = (): void => void navigator.clipboard.writeText(value).then(() => setCopied(true), () => setCopied(false));
  return (
    <div className="copyline">
      <span className="copyline-words"><span className="small muted">{label}</span> <b className={code ? 'code break' : 'break'}>{value}</b></span>
      {able && <Button size="dense" look="plain" aria-label={t('payments:copy', { what: label })} onClick={copy}>{copied ? t('payments:copied') : t('payments:copyShort')}</Button>}
      <span role="status" className="sr">{copied && t('payments:copied')}</span>
    </div>
  );
}
