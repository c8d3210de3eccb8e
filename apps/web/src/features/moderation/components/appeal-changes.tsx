import type { ReactNode } from 'react';
import type { Review } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, nameOf, placeName, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';

type Changes = NonNullable<NonNullable<Review['appeal']>['changes']>;
type Field = Changes[number]['field'];

/** A field as people read it: codes by their names, times as days, amounts with their unit. */
function useSaid(unit: string | null): (field: Field, value: string) => string {
  const zone = useZone();
  const amounts = useAmounts();
  const places = useCatalogue('places');
  const categories = useCatalogue('categories');
  return (field, value) => {
    if (field === 'amount') return unit ? amounts.say(Number(value), unit) : value;
    if (field === 'place') return placeName(places.get(value), PENDING_NAME);
    if (field === 'category') return nameOf(categories.get(value), PENDING_NAME);
    if (field === 'from' || field === 'deadline') return day(value, zone);
    return typograph(value);
  };
}

/** Of an appeal: what is not as it was when it was refused. Nothing is said where nobody knows how it was. */
export function AppealChanges({ review }: { review: Review }): ReactNode {
  const said = useSaid(review.subject.need?.unit ?? null);
  const changes = review.appeal?.changes;
  if (!changes) return null;
  return (
    <section className="case-part" data-changes>
      <h3>{t('moderation:since.title')}</h3>
      {changes.length === 0 ? (
        <p className="small muted">{t('moderation:since.nothing')}</p>
      ) : (
        <dl className="since">
          {changes.map(({ field, before, after }) => (
            <div key={field} data-changed={field}>
              <dt className="small muted">{t(`moderation:since.field.${field}`)}</dt>
              <dd>
                <span className="sr">{t('moderation:since.before')} </span>
                <del className="break">{before === null ? t('moderation:since.none') : said(field, before)}</del>
                <span className="sr"> {t('moderation:since.after')} </span>
                <ins className="break">{after === null ? t('moderation:since.none') : said(field, after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
