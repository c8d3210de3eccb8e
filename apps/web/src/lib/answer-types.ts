/** What answers about different nouns have in common. */
export type Kind = 'money' | 'goods' | 'time';
export const KINDS: readonly Kind[] = ['money', 'goods', 'time'];

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** `urls` are null until the worker has opened the file; `shown` is false while only its own side sees it. */
export interface Photo {
  id: string;
  status: 'waiting' | 'ready' | 'refused';
  alt: string | null;
  urls: { small: string; large: string } | null;
  shown: boolean;
  reason: string | null;
}
