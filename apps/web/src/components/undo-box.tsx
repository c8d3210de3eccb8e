import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { afterLeaving } from '../lib/outcome.js';
import { t } from '../lib/words.js';
import { Button } from './button.js';

interface Props {
  words: string;
  undo: () => void;
  now: () => void;
  /** Keys decide on this page: then one takes it back, too. */
  keys?: boolean;
}

/** What was decided is done in ten seconds: until then it can be taken back, or done at once. It has the focus that the pressed button lost, and does not take it along when it goes. */
export function UndoBox({ words, undo, now, keys = false }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) afterLeaving();
    };
  }, []);
  return (
    <div ref={box} tabIndex={-1} className="prop-part" role="status" data-undo>
      <p className="small strong">{words}</p>
      <Button
        look="quiet"
        size="dense"
        onClick={undo}
        {...(keys ? { 'data-key': 'KeyZ', 'aria-keyshortcuts': 'Z' } : {})}
      >
        {t('undo.back')}
        {keys && (
          <span className="kbd only-wide" aria-hidden="true">
            Z
          </span>
        )}
      </Button>
      <Button look="plain" size="dense" onClick={now}>
        {t('undo.now')}
      </Button>
    </div>
  );
}
