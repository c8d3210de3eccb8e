import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';

/** A number, or that nobody knows it. */
export function known<T>(value: T | null, say: (value: T) => ReactNode): ReactNode {
  return value === null ? <span className="not-measured">{t('administration:health.unknown')}</span> : say(value);
}

export function Panel({ name, aside, children }: { name: string; aside?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className="panel" aria-labelledby={`health-${name}`}>
      <div className="panel-head">
        <h2 className="h-dense" id={`health-${name}`}>
          {t(`administration:health.${name}`)}
        </h2>
        {aside && <span className="small muted push">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
