import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../lib/words.js';
import { Button } from './button.js';

/** What was decided is done in ten seconds: until then it can be taken back, or done at once. It has the focus that the pressed button lost. */
export function UndoBox({ words, undo, now }: { words: string; undo: () => void; now: () => void }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="prop-part" role="status" data-undo>
      <p className="small strong">{words}</p>
      <Button look="quiet" size="dense" onClick={undo}>
        {t('undo.back')}
      </Button>
      <Button look="plain" size="dense" onClick={now}>
        {t('undo.now')}
      </Button>
    </div>
  );
}
