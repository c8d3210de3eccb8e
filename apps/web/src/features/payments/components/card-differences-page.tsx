import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { AdminRoom } from '../../installation/components/admin-room.js';
import { useMayEnter } from '../../identity/api/session.js';
import { useInstallation, useZone } from '../../installation/api/installation.js';
import { compareAgain, useCardDifferences, type CardDifferences } from '../api/card.js';
import { CardDifferenceLines } from './card-differences.js';

function Compared({ found }: { found: CardDifferences }): ReactNode {
  const zone = useZone();
  const action = useAction(compareAgain, { refresh: ['card-differences'] });
  const cards = useInstallation().data?.takesCards === true;
  return (
    <div className="stack-6">
      {found.comparedAt ? (
        <p className="muted">
          {t('cardDesk:differences.last', {
            when: dayTime(found.comparedAt, zone),
            looked: found.looked,
            mended: found.mended,
          })}
        </p>
      ) : (
        <p className="muted">{t(cards ? 'cardDesk:differences.never' : 'cardDesk:differences.noCards')}</p>
      )}
      {found.again ? (
        <Notice look="wait" role="status">
          <p>{t('cardDesk:differences.coming')}</p>
        </Notice>
      ) : (
        cards &&
        found.comparedAt && (
          <p>
            <Button size="dense" busy={action.busy} onClick={() => void action.run({})}>
              {t('cardDesk:differences.again')}
            </Button>
          </p>
        )
      )}
      <ProblemNotice problem={action.problem} />
      {found.items.length > 0 ? (
        <CardDifferenceLines items={found.items} />
      ) : (
        found.comparedAt && (
          <Empty level={2} title={t('cardDesk:differences.none')}>
            <p>{t('cardDesk:differences.noneText')}</p>
          </Empty>
        )
      )}
    </div>
  );
}

/** `/admin/cards`: in what Stripe and the books differ, and what is to be done about it. */
export function CardDifferencesPage(): ReactNode {
  const may = useMayEnter(['administrator']) ?? false;
  const query = useCardDifferences(may);
  return (
    <AdminRoom room="cards" lead={query.data ? t('administration:cards.lead', { count: query.data.items.length }) : ''}>
      <Loaded query={query} bones={<Bones rows={3} />}>
        {(found) => <Compared found={found} />}
      </Loaded>
    </AdminRoom>
  );
}
