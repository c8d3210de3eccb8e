import { Fragment, useState, type ReactNode } from 'react';

export interface Keeping<T> {
  /** What was just saved is what the form now stands on; `anew`: it is also filled with it. */
  keep: (saved: T, anew?: boolean) => void;
  /** Begins the form anew with what stands now; undefined while that is what it was filled with. */
  take: (() => void) | undefined;
}
interface Props<T> {
  now: T;
  version: (value: T) => unknown;
  children: (read: T, keeping: Keeping<T>) => ReactNode;
}

/**
 * A form stands on what it was filled with. Whatever arrives meanwhile (another person's change, a refused save) neither takes away what is being typed
 * nor lets it overwrite something unseen: the reader decides to take it.
 */
export function Kept<T>({ now, version, children }: Props<T>): ReactNode {
  const [read, setRead] = useState({ value: now, turn: 0 });
  const keep = (value: T, anew = false): void => setRead(({ turn }) => ({ value, turn: anew ? turn + 1 : turn }));
  const newer = version(now) !== version(read.value);
  return (
    <Fragment key={read.turn}>
      {children(read.value, { keep, take: newer ? () => keep(now, true) : undefined })}
    </Fragment>
  );
}
