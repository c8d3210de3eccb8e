import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { useKeysSwitch } from '../../../lib/keys.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { useReviews } from '../api/reviews.js';
import { useCaseKeys } from './case-keys.js';
import { ReviewCase } from './review-case.js';

const route = getRouteApi('/moderation');
const STATUSES = ['open', 'escalated'] as const;

/** The queue by risk: the riskiest first, each with its reasons and the decisions this moderator may take. */
export function ModerationPage(): ReactNode {
  const search = route.useSearch();
  const { data: session } = useSession();
  const moderator = session?.roles.includes('moderator') ?? false;
  const status = STATUSES.find((s) => s === search.status) ?? 'open';
  const query = useReviews(status, search.cursor, moderator);
  const [keys, switchKeys] = useKeysSwitch();
  useCaseKeys(keys);
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  if (!moderator) return <NotFoundPage />;
  return (
    <div className="wrap work-page">
      <PageHead title={t('moderation:title')} />
      <div className="work-top">
        <div>
          <h1 className="h-work">{t('moderation:title')}</h1>
          <p className="small muted">
            <span aria-live="polite">
              {query.data &&
                t('moderation:waiting', {
                  count: query.data.items.length,
                  shown: `${count(query.data.items.length)}${query.data.nextCursor ? '+' : ''}`,
                })}
            </span>{' '}
            ·{' '}
            <Link to="/moderation/mine" search={{}}>
              {t('moderation:mine.title')}
            </Link>{' '}
            ·{' '}
            <Link to="/admin/audit" search={{}}>
              {t('administration:audit.title')}
            </Link>
          </p>
        </div>
        <nav className="seg seg-dense push" aria-label={t('moderation:queue')}>
          {STATUSES.map((s) => (
            <Link key={s} to="/moderation" search={{ status: s }} aria-current={s === status ? 'true' : undefined}>
              {t(`moderation:status.${s}`)}
            </Link>
          ))}
        </nav>
      </div>
      <p className="row row-wrap small muted only-wide keys-line">
        <span>
          {keys ? (
            <>
              {t('moderation:keys')} <span className="kbd">J</span> <span className="kbd">K</span>
            </>
          ) : (
            t('moderation:keysOff')
          )}
        </span>
        <button type="button" className="btn btn-plain btn-dense" aria-pressed={keys} onClick={switchKeys}>
          {t('moderation:keysSwitch')}
        </button>
      </p>
      <Loaded query={query} bones={<Bones rows={3} height={140} />}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty level={2} title={t('moderation:empty')}>
              <p>{t('moderation:emptyText')}</p>
            </Empty>
          ) : (
            <div className="stack">
              {page.items.map((review) => (
                <ReviewCase key={review.id} review={review} keys={keys} />
              ))}
            </div>
          )
        }
      </Loaded>
      {query.data?.nextCursor && (
        <p className="gap-top-4">
          <Link className="btn btn-quiet" to="/moderation" search={{ status, cursor: query.data.nextCursor }}>
            {t('needs:more')}
          </Link>
        </p>
      )}
    </div>
  );
}
