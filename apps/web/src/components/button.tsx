import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Look = 'main' | 'quiet' | 'plain' | 'no';
interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  busy?: boolean;
  size?: '' | 'large' | 'dense';
  wide?: boolean;
}

/** A busy button keeps its width and its word, says so to screen readers, and takes no second click. */
export function Button({
  look = 'quiet',
  busy = false,
  size = '',
  wide = false,
  className = '',
  children,
  onClick,
  type = 'button',
  ...rest
}: Props): ReactNode {
  const classes = ['btn', `btn-${look}`, size && `btn-${size}`, wide && 'btn-wide', busy && 'is-busy', className]
    .filter(Boolean)
    .join(' ');
  return (
    <button
      {...rest}
      type={type}
      className={classes}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}
