import type { ReactNode } from 'react';
import { useLater } from '../lib/later.js';
import type { Problem } from '../lib/api.js';
import { t } from '../lib/words.js';
import { ProblemNotice } from './notice.js';

/** Bones of the size of what will stand here, not before 300 ms, without shimmer. */
export function Bones({ rows = 3, height = 76 }: { rows?: number; height?: number }): ReactNode {
  const late = useLater(300);
  return (
    <div
      className="bones"
      role="status"
      aria-busy="true"
      aria-label={t('state.loading')}
      style={{ minHeight: rows * (height + 16) }}
    >
      {late && Array.from({ length: rows }, (_, row) => <span key={row} className="bone" style={{ height }} />)}
    </div>
  );
}

/** Says what empty means and where to look next. */
export function Empty({
  title,
  children,
  level = 3,
}: {
  title: string;
  children?: ReactNode;
  level?: 2 | 3;
}): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="sheet empty">
      <Heading className="h-small">{title}</Heading>
      {children}
    </div>
  );
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  bones?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Known data stays on the screen while it is read again; a failure stands above it. */
export function Loaded<T>({ query, bones, children }: LoadedProps<T>): ReactNode {
  return (
    <>
      {query.error && (
        <ProblemNotice
          problem={query.error as Problem}
          reading={query.data === undefined}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data !== undefined ? children(query.data) : query.error ? null : (bones ?? <Bones />)}
    </>
  );
}
