import { useEffect, useState, type RefObject } from 'react';

/** True from when the element is at most a tenth of a screen away, and from then on: what only a reader who gets there needs is loaded by then. */
export function useNear(place: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (near || !element) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '10% 0px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [near, place]);
  return near;
}
