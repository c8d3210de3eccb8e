import { useEffect, useRef, useState, type RefObject } from 'react';
import { surroundings } from './surroundings.js';

/** Calls `come` when the element is at most a tenth of a screen away. Answers what ends the watch. */
export function whenNear(element: Element | null, come: () => void): (() => void) | undefined {
  if (!element) return undefined;
  const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && come(), {
    rootMargin: '10% 0px',
  });
  watch.observe(element);
  return () => watch.disconnect();
}

/** True from when the element is near, and from then on: what only a reader who gets there needs is loaded by then. */
export function useNear(place: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => (near ? undefined : whenNear(place.current, () => setNear(true))), [near, place]);
  return near;
}

/** For `lazy`: a part whose file a browser asks for once it is opened; until then what the server has drawn of it stands as it is. */
export function onceOpened<T>(load: () => Promise<T>): { readonly load: () => Promise<T>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((go) => (open = go));
  return { load: () => (surroundings() ? load() : opened.then(load)), open: () => open() };
}

/** Opens a part when its place is near, or as soon as another view of it is asked for than the server has drawn. Answers the place. */
export function useOpenedNear(part: { readonly open: () => void }, view = ''): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef(view);
  useEffect(() => (view === drawn.current ? whenNear(place.current, part.open) : part.open()), [part, view]);
  return place;
}
