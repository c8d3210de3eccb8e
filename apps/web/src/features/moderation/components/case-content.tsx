import type { ReactNode } from 'react';
import type { Review } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';

type Content = Review['subject'];

/** A text with what was flagged marked in it; the mark says by which rule. */
function Marked({ text, marks }: Pick<Content['texts'][number], 'text' | 'marks'>): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    parts.push(
      text.slice(at, mark.at),
      <mark key={mark.at} className="flagged" data-mark={mark.code} title={t(`moderation:mark.${mark.code}`)}>
        {text.slice(mark.at, mark.at + mark.length)}
        <span className="sr"> ({t(`moderation:mark.${mark.code}`)})</span>
      </mark>,
    );
    at = mark.at + mark.length;
  }
  return (
    <p className="case-text">
      {parts}
      {text.slice(at)}
    </p>
  );
}

/** What each decision does to the books, before it is taken. */
function Effects({ effects }: { effects: NonNullable<Content['effects']> }): ReactNode {
  const amounts = useAmounts();
  return (
    <div className="table-scroll gap-top-3" tabIndex={0} role="group" aria-label={t('moderation:effects')}>
      <table className="ledger ledger-dense" data-effects>
        <caption className="small muted">{t('moderation:effects')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('moderation:effect.account')}</th>
            {(['now', 'approve', 'return'] as const).map((when) => (
              <th key={when} scope="col" className="r">
                {t(`moderation:effect.${when}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {effects.rows.map((row) => (
            <tr key={row.account} data-account={row.account}>
              <th scope="row">{t(`moderation:effect.${row.account.replace('.', '-')}`)}</th>
              {(['now', 'approve', 'return'] as const).map((when) => (
                <td key={when} className={`r${row[when] === row.now ? ' muted' : ' strong'}`}>
                  {amounts.say(row[when], effects.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is decided about, beside the decision: the words, the photos, how the organization has done, what would move. */
export function CaseContent({ subject }: { subject: Content }): ReactNode {
  const { history } = subject;
  const photos = subject.photos.filter(({ urls }) => urls !== null);
  return (
    <>
      {subject.texts
        .filter(({ field, marks, text }) => field !== 'title' || marks.length > 0 || text !== subject.title)
        .map((one) => (
          <div key={one.field} className="gap-top-3" data-text={one.field}>
            <p className="tiny muted">
              {t(
                one.from
                  ? `moderation:words.${one.from}`
                  : subject.type === 'complaint' || (subject.type === 'appeal' && one.field === 'reason')
                    ? `moderation:words.${subject.type}`
                    : `moderation:text.${one.field}`,
              )}
            </p>
            <Marked text={one.text} marks={one.marks} />
          </div>
        ))}
      {photos.length > 0 && (
        <ul className="row row-wrap gap-top-3" aria-label={t('moderation:photos')}>
          {photos.map((photo) => (
            <li key={photo.id}>
              <a href={photo.urls?.large}>
                <img src={photo.urls?.small} alt={photo.alt ?? ''} width={120} height={90} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {history && (
        <p className="small muted gap-top-3" data-history>
          {[
            history.verifiedAt
              ? t('moderation:history.verified', { day: day(history.verifiedAt) })
              : t('moderation:history.notVerified'),
            t('moderation:history.needs', { count: history.needs }),
            t('moderation:history.returned', { count: history.returned }),
            t('moderation:history.kept', { count: history.kept }),
            t('moderation:history.broken', { count: history.broken }),
          ].join('\u00a0· ')}
        </p>
      )}
      {subject.effects && <Effects effects={subject.effects} />}
    </>
  );
}
