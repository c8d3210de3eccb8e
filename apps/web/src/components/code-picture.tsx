import { useMemo, type ReactNode } from 'react';
import { encode } from 'uqr';

/** A QR code, its dark squares as one path; a camera finds it on paper too. */
export function CodePicture({ text, label }: { text: string; label: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const { data } = encode(text, { border: 1 });
    return {
      size: data.length,
      path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''),
    };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}
