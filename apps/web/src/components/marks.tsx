import type { ReactNode } from 'react';
import type { Kind } from '../lib/api-types.js';

export function Icon({ name, small }: { name: string; small?: boolean }): ReactNode {
  return <svg className={small ? 'icon icon-s' : 'icon'} aria-hidden="true" viewBox="0 0 24 24"><use href={`#i-${name}`} /></svg>;
}

/** Circle, square, dial: the three kinds are told apart without colour. */
export function KindMark({ kind, size = '' }: { kind: Kind; size?: '' | 's' | 'l' }): ReactNode {
  return <svg className={`kind k-${kind}${size ? ` kind-${size}` : ''}`} viewBox="0 0 26 26" aria-hidden="true"><use href={`#k-${kind}`} /></svg>;
}

export function Logo(): ReactNode {
  return <svg aria-hidden="true" viewBox="0 0 34 34"><use href="#logo" /></svg>;
}

type TagLook = '' | 'good' | 'wait' | 'warn' | 'time' | 'line';
export function Tag({ look = '', children }: { look?: TagLook; children: ReactNode }): ReactNode {
  return <span className={`tag${look ? ` tag-${look}` : ''}`}>{children}</span>;
}
