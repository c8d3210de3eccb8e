import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { PERIODS, type Period } from '../api/balance.js';

type At = { to: '/balance'; params?: undefined } | { to: '/places/$code' | '/spheres/$code'; params: { code: string } };

/** The period stands in the address, with whatever else does: its links lead through it without scripts too. */
export function Periods({ period, to, params }: At & { period: Period }): ReactNode {
  return (
    <nav className="seg seg-dense" aria-label={t('periods:title')}>
      {PERIODS.map((one) => (
        <Link
          key={one}
          to={to}
          params={params}
          search={(before: object) => ({ ...before, period: one === 'all' ? undefined : one })}
          resetScroll={false}
          aria-current={one === period ? 'true' : undefined}
          activeOptions={{ exact: true, explicitUndefined: true }}
        >
          {t(`periods:${one}`)}
        </Link>
      ))}
    </nav>
  );
}
