import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Kind } from '../lib/api-types.js';
import { useNear } from '../lib/near.js';
import { patternOf, seeded } from './plate-names.js';

const COLOURS: Record<Kind, readonly string[]> = {
  money: ['spruce', 'river'],
  goods: ['larch', 'mist', 'brick'],
  time: ['plum', 'plum', 'river'],
};

interface Props {
  kind: Kind;
  category: string;
  sphere: string;
  seed: string;
  width?: number;
  height?: number;
}

/** A need without its own photograph gets a printed pattern of the thing itself. Decoration: hidden from screen readers, and drawn by the browser when a reader comes near, where it costs no bytes. */
export function Plate({ kind, category, sphere, seed, width = 600, height = 200 }: Props): ReactNode {
  const pattern = patternOf(category, sphere);
  const [drawn, setDrawn] = useState('');
  const place = useRef<SVGSVGElement>(null);
  const near = useNear(place);
  useEffect(() => {
    if (!near) return;
    let here = true;
    void import('./plate-patterns.js').then(
      ({ drawPattern }) =>
        setTimeout(() => {
          if (here) setDrawn(drawPattern(pattern, width, height, seed));
        }), // each by itself: a list of them holds no hand
      () => undefined,
    ); // a page without its decoration is whole
    return () => {
      here = false;
    };
  }, [near, pattern, width, height, seed]);
  const colours = COLOURS[kind];
  const colour = pattern === 'logs' ? 'spruce' : colours[Math.floor(seeded(seed)() * colours.length)];
  return (
    <svg
      ref={place}
      className={`plate pl-${colour}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawn }}
    />
  );
}
