import { useId, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';

interface Props {
  id: string;
  title: string;
  text: ReactNode;
  label: string;
  open: boolean;
  onOpen: () => void;
  children: ReactNode;
}

/** A line whose form opens in its place: one of a list at a time, so that a page of settings is not a page of forms. */
export function FoldLine({ id, title, text, label, open, onOpen, children }: Props): ReactNode {
  const body = useId();
  return (
    <li id={id}>
      <div className="row between row-wrap">
        <div>
          <p className="strong">{title}</p>
          <p className="small muted break">{text}</p>
        </div>
        <Button
          size="dense"
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          aria-label={`${label}: ${title}`}
          onClick={onOpen}
        >
          {label}
        </Button>
      </div>
      {open && (
        <div id={body} className="fold-form">
          {children}
        </div>
      )}
    </li>
  );
}
