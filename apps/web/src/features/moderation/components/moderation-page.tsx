import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { ProblemNotice } from '../../../components/notice.js';
import { count } from '../../../lib/amount.js';
import type { Page, Review } from '../../../lib/api-types.js';
import { useKeysSwitch } from '../../../lib/keys.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { hasRole, useSession } from '../../identity/api/session.js';
import { mayDecide, SORTS, STATUSES, useReview, useReviews, type QueueView } from '../api/reviews.js';
import { useHold } from '../api/holds.js';
import { useCaseKeys } from './case-keys.js';
import { KeysLine } from './keys-line.js';
import { QueueList } from './queue-list.js';
import { ReviewCase } from './review-case.js';
import { usePendingDecision } from './pending-decision.js';
import './moderation.css';

const route = getRouteApi('/moderation');

function Head({
  view,
  items,
  more,
}: {
  view: QueueView;
  items: readonly Review[] | undefined;
  more: boolean;
}): ReactNode {
  return (
    <div className="work-top">
      <div>
        <h1 className="h-work">{t('moderation:title')}</h1>
        <p className="small muted">
          <span aria-live="polite">
            {items &&
              t('moderation:waiting', { count: items.length, shown: `${count(items.length)}${more ? '+' : ''}` })}
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
      <nav className="seg seg-dense push" aria-label={t('moderation:which')}>
        {STATUSES.map((status) => (
          <Link
            key={status}
            to="/moderation"
            search={{ status, sort: view.sort }}
            aria-current={status === view.status ? 'true' : undefined}
          >
            {t(`moderation:status.${status}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** On a phone the list and the case are two screens: the way back, and to the neighbours. */
function Steps({
  items,
  at,
  view,
  onOpen,
}: {
  items: readonly Review[];
  at: number;
  view: QueueView;
  onOpen: () => void;
}): ReactNode {
  const neighbour = (step: 1 | -1): ReactNode => {
    const to = at < 0 ? undefined : items[at + step];
    const words = t(step === 1 ? 'moderation:next' : 'moderation:last');
    return to ? (
      <Link className="btn btn-quiet btn-dense" to="/moderation" search={{ ...view, case: to.id }} onClick={onOpen}>
        {words}
      </Link>
    ) : null;
  };
  return (
    <nav className="mod-steps" aria-label={t('moderation:title')}>
      <Link className="btn btn-plain btn-dense" to="/moderation" search={view}>
        {t('moderation:toQueue')}
      </Link>
      {at >= 0 && <span className="small muted">{t('moderation:place', { at: at + 1, of: items.length })}</span>}
      <span className="row push">
        {neighbour(-1)}
        {neighbour(1)}
      </span>
    </nav>
  );
}

interface ListProps {
  page: Page<Review>;
  view: QueueView;
  /** The case in the address. */
  chosen: string | undefined;
  shown: string | undefined;
  going: string | undefined;
  onOpen: () => void;
}

/** The queue in its order, and the way to its next page. */
function List({ page, view, chosen, shown, going, onOpen }: ListProps): ReactNode {
  return (
    <nav className="mod-list" aria-label={t('moderation:queue')}>
      <div className="panel-head">
        <div className="seg seg-dense" role="group" aria-label={t('moderation:sort.title')}>
          {SORTS.map((sort) => (
            <Link
              key={sort}
              to="/moderation"
              search={{ status: view.status, sort, case: chosen }}
              aria-current={sort === view.sort ? 'true' : undefined}
            >
              {t(`moderation:sort.${sort}`)}
            </Link>
          ))}
        </div>
      </div>
      <QueueList items={page.items} view={view} shown={shown} going={going} onOpen={onOpen} />
      {page.nextCursor && (
        <p className="pad-s">
          <Link
            className="btn btn-quiet btn-dense"
            to="/moderation"
            search={{ ...view, cursor: page.nextCursor, case: undefined }}
          >
            {t('needs:more')}
          </Link>
        </p>
      )}
    </nav>
  );
}

/** Which keys a case has. */
const keysOf = (review: Review | undefined): 'handOver' | 'need' | 'case' =>
  review?.subject.effects ? 'handOver' : review?.subject.description ? 'need' : 'case';

/** List, case, decision: the list by risk or by what is due first, the case with what was flagged in it, and beside it what this moderator may decide. */
export function ModerationPage(): ReactNode {
  const search = route.useSearch();
  const { data: session } = useSession();
  const mayEnter = hasRole(session, ['moderator', 'administrator']); // an administrator decides what was passed on
  const view: QueueView = {
    status: STATUSES.find((one) => one === search.status) ?? 'open',
    sort: SORTS.find((one) => one === search.sort) ?? 'risk',
    cursor: search.cursor,
  };
  const query = useReviews(view, mayEnter);
  const items = query.data?.items ?? [];
  const navigate = useNavigate();
  const [keys, switchKeys] = useKeysSwitch();
  const focusRef = useRef(false);
  const open = (id: string | undefined): void => void navigate({ to: '/moderation', search: { ...view, case: id } });
  const pending = usePendingDecision((id) => {
    const rest = items.filter((one) => one.id === id || mayDecide(one));
    const after = rest[rest.findIndex((one) => one.id === id) + 1] ?? rest.find((one) => one.id !== id);
    open(after?.id);
  }, open);

  const listed = search.case
    ? items.find(({ id }) => id === search.case)
    : items.find(({ id }) => id !== pending.value?.review.id);
  const alone = useReview(search.case, mayEnter && query.data !== undefined && !listed);
  const review = listed ?? (search.case ? alone.data : undefined);
  useHold(review?.id === search.case ? review : undefined, pending.value?.review.id);
  const at = items.findIndex(({ id }) => id === review?.id);
  const step = useRef<(by: 1 | -1) => void>(() => undefined);
  useLayoutEffect(() => {
    step.current = (by) => {
      const to = search.case ? items[at + by] : items[0];
      if (!to) return;
      focusRef.current = true;
      open(to.id);
    };
  });
  useCaseKeys(
    keys && mayEnter,
    search.case !== undefined,
    useCallback((by) => step.current(by), []),
  );

  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  if (!mayEnter) return <NotFoundPage />;
  const asked = (): void => void (focusRef.current = true);
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('moderation:title')} />
      <Head view={view} items={query.data?.items} more={query.data?.nextCursor != null} />
      <KeysLine keys={keys} of={keysOf(review)} onSwitch={switchKeys} />
      {pending.problem && <ProblemNotice problem={pending.problem} />}
      <Loaded query={query} bones={<Bones rows={5} height={140} />}>
        {(page) => (
          <div className="mod mod-3" data-open={search.case ? true : undefined}>
            <List
              page={page}
              view={view}
              chosen={search.case}
              shown={review?.id}
              going={pending.value?.review.id}
              onOpen={asked}
            />
            {search.case && <Steps items={page.items} at={at} view={view} onOpen={asked} />}
            {review ? (
              <ReviewCase
                key={review.id}
                review={review}
                keys={keys}
                pending={pending}
                inHand={search.case === review.id}
                focusRef={focusRef}
              />
            ) : search.case && !alone.error && page.items.length > 0 ? (
              <div className="mod-both">
                <Bones rows={4} />
              </div>
            ) : (
              <div className="mod-both mod-none">
                {pending.box(keys)}
                {alone.error && search.case ? (
                  <ProblemNotice problem={alone.error} />
                ) : (
                  <Empty level={2} title={t('moderation:empty')}>
                    <p>{t('moderation:emptyText')}</p>
                  </Empty>
                )}
              </div>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}
