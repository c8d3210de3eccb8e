import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { t } from '../../../lib/words.js';

/** From the books, locked; or the organization's own, a field. */
export function Part({
  title,
  from,
  children,
}: {
  title: ReactNode;
  from: 'book' | 'own' | 'wished';
  children: ReactNode;
}): ReactNode {
  return (
    <section className="report-part">
      <div className="report-head">
        {typeof title === 'string' ? <h2 className="h-block">{title}</h2> : title}
        <span className="report-from">
          <Icon name={from === 'own' ? 'chat' : 'rows'} small />
          {t(`reports:from.${from}`)}
        </span>
      </div>
      {children}
    </section>
  );
}
