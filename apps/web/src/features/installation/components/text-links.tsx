import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { t } from '../../../lib/words.js';

/** To the texts of the operator that are agreed to. */
export function TextLinks(): ReactNode {
  return (
    <p className="small">
      <Link to="/privacy" search={{}}>
        {t('installation:privacy')}
      </Link>{' '}
      ·{' '}
      <Link to="/rules" search={{}}>
        {t('installation:rules')}
      </Link>
    </p>
  );
}
