import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Need } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';

/** To the report of a need, and until when it is owed. */
export function ReportLink({ need }: { need: Need }): ReactNode {
  const zone = useCatalogue('places').get(need.place)?.timeZone;
  return (
    <div className="panel-body row row-wrap">
      <Link
        className={`btn ${need.reportDueAt ? 'btn-main' : 'btn-quiet'}`}
        to="/desk/$org/reports/$need"
        params={{ org: need.organization.id, need: need.id }}
      >
        {t(need.reportDueAt ? 'reports:open' : 'reports:openAgain')}
      </Link>
      {need.reportDueAt && (
        <span className="small muted">{t('reports:due', { day: day(need.reportDueAt, zone) })}</span>
      )}
    </div>
  );
}
