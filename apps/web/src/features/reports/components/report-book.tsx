import type { ReactNode } from 'react';
import { KindMark, Tag } from '../../../components/marks.js';
import type { Kind } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { PENDING_NAME, nameOf, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import type { Book } from '../api/reports.js';

/** «5 ноября – 7 декабря», or one day. */
export const span = ({ first, last }: Pick<Book, 'first' | 'last'>, zone: string | undefined): string => {
  if (!first || !last) return '';
  const [from, to] = [day(first, zone), day(last, zone)];
  return from === to ? from : `${from} – ${to}`;
};

/** Those who wished to be named, and how many did not. */
export function Wall({ givers }: { givers: Book['givers'] }): ReactNode {
  const unnamed = givers.named - givers.names.length;
  return (
    <ul className="chips" data-givers>
      {givers.names.map((name, at) => (
        <li key={at}>
          <Tag look="good">{name}</Tag>
        </li>
      ))}
      {unnamed > 0 && (
        <li>
          <Tag>{t('reports:moreNamed', { count: unnamed })}</Tag>
        </li>
      )}
      {givers.nameless > 0 && (
        <li>
          <Tag>{t('reports:nameless', { count: givers.nameless })}</Tag>
        </li>
      )}
      {givers.standing > 0 && (
        <li>
          <Tag>{t('reports:standing', { count: givers.standing })}</Tag>
        </li>
      )}
    </ul>
  );
}

/** What came, what was lost, what was not brought; each in the words of the books. */
export function Came({ book, kind, zone }: { book: Book; kind: Kind; zone: string | undefined }): ReactNode {
  const amounts = useAmounts();
  const say = (amount: number): string => amounts.say(amount, book.unit);
  const when = span(book, zone);
  return (
    <div className="report-came">
      <div>
        <KindMark kind={kind} />
        <b className="num" data-report="received">
          {say(book.received)}
        </b>
        <p>
          {t(`reports:arrivals.${kind}`, { count: book.arrivals })}
          {book.arrivals > 1 && book.smallest !== null && kind === 'money'
            ? `, ${t('reports:smallest', { amount: say(book.smallest) })}`
            : ''}
          {when && (
            <>
              <br />
              {when}
            </>
          )}
        </p>
      </div>
      {book.lost > 0 && (
        <div>
          <KindMark kind={kind} />
          <b className="num" data-report="lost">
            {say(book.lost)}
          </b>
          <p>{t('reports:lost')}</p>
        </div>
      )}
      {book.missing.matches > 0 && (
        <div>
          <KindMark kind={kind} />
          <b className="num" data-report="missing">
            {say(book.missing.amount)}
          </b>
          <p>{t('reports:missing', { count: book.missing.matches })}</p>
        </div>
      )}
    </div>
  );
}

/** The entries themselves, oldest first, with the sum that they add up to. */
export function BookRows({ book, kind, zone }: { book: Book; kind: Kind; zone: string | undefined }): ReactNode {
  const amounts = useAmounts();
  const goods = useCatalogue('goods');
  const say = (amount: number): string => amounts.say(amount, book.unit);
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('reports:rows')}>
      <table className="ledger ledger-dense">
        <thead>
          <tr>
            <th scope="col">{t('reports:when')}</th>
            <th scope="col">{t('reports:whatFromWhom')}</th>
            <th scope="col" className="r">
              {t('reports:amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {book.rows.map((row, at) => (
            <tr key={at}>
              <td className="nowrap">
                <time dateTime={row.at}>{day(row.at, zone)}</time>
              </td>
              <td className="break">
                {row.item ? nameOf(goods.get(row.item), PENDING_NAME) : t(`reports:kind.${kind}`)}
                <br />
                <span className="tiny muted">{row.giver ?? t('reports:withoutName')}</span>
              </td>
              <td className="r num nowrap">{say(row.amount)}</td>
            </tr>
          ))}
          {book.arrivals > book.rows.length && (
            <tr>
              <td colSpan={3} className="muted">
                {t('reports:moreRows', { count: book.arrivals - book.rows.length })}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('reports:sum')}
            </th>
            <td className="r num strong" data-report="summed">
              {say(book.summed)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
