import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Review } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';

type Content = Review['subject'];

/** A text with what was flagged marked in it; the mark says by which rule, and bears the number of its reason. */
function Marked({
  text,
  marks,
  reasons,
}: Pick<Content['texts'][number], 'text' | 'marks'> & Pick<Review, 'reasons'>): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    const number = reasons.findIndex(({ code }) => code === mark.code) + 1;
    parts.push(
      text.slice(at, mark.at),
      <mark key={mark.at} className="flagged" data-mark={mark.code} title={t(`moderation:mark.${mark.code}`)}>
        {text.slice(mark.at, mark.at + mark.length)}
        {number > 0 && <sup aria-hidden="true">{number}</sup>}
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

/** How the organization has done so far. */
function History({ subject }: { subject: Content & { history: NonNullable<Content['history']> } }): ReactNode {
  const { history, organization } = subject;
  return (
    <section className="case-side" aria-label={t('moderation:history.title')} data-history>
      <h3>{t('moderation:history.title')}</h3>
      {organization && (
        <p className="small strong">
          <Link to="/organizations/$id" params={{ id: organization.id }} search={{}}>
            {organization.shortName}
          </Link>
        </p>
      )}
      <ul className="small muted">
        <li>
          {history.verifiedAt
            ? t('moderation:history.verified', { day: day(history.verifiedAt) })
            : t('moderation:history.notVerified')}
        </li>
        {(['needs', 'returned', 'kept', 'broken'] as const).map((one) => (
          <li key={one}>{t(`moderation:history.${one}`, { count: history[one] })}</li>
        ))}
      </ul>
    </section>
  );
}

interface Props extends Pick<Review, 'reasons'> {
  subject: Content;
}

/** What is decided about, beside the decision: the words, the photos, how the organization has done, what would move. */
export function CaseContent({ subject, reasons }: Props): ReactNode {
  const { history } = subject;
  const photos = subject.photos.filter(({ urls }) => urls !== null);
  const texts = subject.texts.filter(
    ({ field, marks, text }) => field !== 'title' || marks.length > 0 || text !== subject.title,
  );
  const voices = texts.filter(({ from }) => from);
  return (
    <>
      <div className={history && texts.length + photos.length > 0 ? 'case-in' : 'gap-top-3'}>
        <div className={voices.length > 0 ? 'voices' : undefined}>
          {texts.map((one) => (
            <div key={`${one.field} ${one.from}`} className={one.from ? 'voice' : 'gap-top-3'} data-text={one.field}>
              <p className="tiny muted">
                {t(
                  one.from
                    ? `moderation:words.${one.from}`
                    : subject.type === 'complaint' || (subject.type === 'appeal' && one.field === 'reason')
                      ? `moderation:words.${subject.type}`
                      : `moderation:text.${one.field}`,
                )}
              </p>
              <Marked text={one.text} marks={one.marks} reasons={reasons} />
            </div>
          ))}
          {subject.type === 'match' && voices.length === 1 && (
            <div className="voice" data-text="none">
              <p className="tiny muted">
                {t(`moderation:words.${voices[0]?.from === 'donor' ? 'organization' : 'donor'}`)}
              </p>
              <p className="muted">{t('moderation:words.none')}</p>
            </div>
          )}
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
        </div>
        {history && <History subject={{ ...subject, history }} />}
      </div>
      {subject.effects && <Effects effects={subject.effects} />}
    </>
  );
}
