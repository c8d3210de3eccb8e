import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BalanceBar } from '../../../components/balance.js';
import { KindMark } from '../../../components/marks.js';
import { Plate } from '../../../components/plate.js';
import type { Category, Need, Place } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { daysUntil, pastDeadline } from '../../../lib/days-until.js';
import { typograph } from '../../../lib/typograph.js';
import { nameOf, placeName, t } from '../../../lib/words.js';
import { writtenIn } from '../../../lib/written-in.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';

export interface Lists {
  categories: Map<string, Category>;
  places: Map<string, Place>;
}

/** What is still needed and until when, that it is enough if everybody brings what they promised, or how it has ended. */
function LeftLine({ need, places }: { need: Need; places: Map<string, Place> }): ReactNode {
  const amounts = useAmounts();
  const zone = places.get(need.place)?.timeZone;
  const days = daysUntil(need.deadline, zone);
  if (pastDeadline(need.status))
    return (
      <div className="need-line">
        <span>{t(`needs:status.${need.status}`)}</span>
      </div>
    );
  return (
    <div className="need-line">
      {need.balance.open > 0 ? (
        <span>
          {t('needs:left')} <b className="num">{amounts.say(need.balance.open, need.balance.unit)}</b>
        </span>
      ) : (
        <span>{need.balance.reserved > 0 ? t('needs:enoughIfBrought') : t('needs:collected')}</span>
      )}
      <span className={days <= 16 && need.balance.open > 0 ? 'warn strong' : undefined} data-deadline>
        {days < 0 ? t('needs:overdue') : t('needs:by', { day: day(need.deadline, zone) })}
      </span>
    </div>
  );
}

/** Who asks, in the language of its name, and where. */
function Where({ need, lists }: { need: Need; lists: Lists }): ReactNode {
  const name = need.organization.shortName || need.organization.name;
  return (
    <>
      <span lang={writtenIn(name)}>{name}</span>
      {`\u00a0· ${placeName(lists.places.get(need.place), need.place)}`}
    </>
  );
}

export function NeedCard({ need, lists, lead = false }: { need: Need; lists: Lists; lead?: boolean }): ReactNode {
  const category = lists.categories.get(need.category);
  return (
    <article className={`need${lead ? ' need-lead' : ''}`} data-need={need.id}>
      <div className="plate-box">
        <Plate
          kind={need.kind}
          category={need.category}
          sphere={need.sphere}
          seed={need.id}
          width={lead ? 520 : 600}
          height={lead ? 520 : 200}
        />
      </div>
      <div className="need-body">
        <div className="need-meta">
          <KindMark kind={need.kind} size="s" />
          <span>{nameOf(category, need.category)}</span>
        </div>
        <h3>
          <Link to="/needs/$id" params={{ id: need.id }} lang={writtenIn(need.title)}>
            {typograph(need.title)}
          </Link>
        </h3>
        <p className="who">
          <Where need={need} lists={lists} />
        </p>
        {lead && need.description && (
          <p className="muted gap-top-3 lead-text" lang={writtenIn(need.description)}>
            {typograph(need.description)}
          </p>
        )}
        <div className="need-foot">
          <BalanceBar balance={need.balance} kind={need.kind} size={lead ? '' : 's'} />
          <LeftLine need={need} places={lists.places} />
        </div>
      </div>
    </article>
  );
}

export function NeedRow({ need, lists, level = 2 }: { need: Need; lists: Lists; level?: 2 | 3 }): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  const category = lists.categories.get(need.category);
  return (
    <article className="rowcard" data-need={need.id}>
      <div className="plate-box">
        <Plate kind={need.kind} category={need.category} sphere={need.sphere} seed={need.id} width={150} height={150} />
      </div>
      <div>
        <div className="need-meta row-meta">
          <KindMark kind={need.kind} size="s" />
          <span className="small muted">{nameOf(category, need.category)}</span>
        </div>
        <Heading className="h-row">
          <Link to="/needs/$id" params={{ id: need.id }} lang={writtenIn(need.title)}>
            {typograph(need.title)}
          </Link>
        </Heading>
        <p className="small muted gap-below-2">
          <Where need={need} lists={lists} />
        </p>
        <BalanceBar balance={need.balance} kind={need.kind} size="s" />
        <LeftLine need={need} places={lists.places} />
      </div>
    </article>
  );
}
