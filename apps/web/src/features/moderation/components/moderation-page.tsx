import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';
import { NotFoundPage } from '../../../app/not-found.js';
import { PageHead } from '../../../components/page.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { ProblemNotice } from '../../../components/notice.js';
import { count } from '../../../lib/amount.js';
import type { Problem } from '../../../lib/api.js';
import type { Review } from '../../../lib/api-types.js';
import { useKeysSwitch } from '../../../lib/keys.js';
import { t } from '../../../lib/words.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { hasRole, useSession } from '../../identity/api/session.js';
import { mayDecide, SORTS, useReview, useReviewCounts, useReviews, type QueueView } from '../api/reviews.js';
import { useHold } from '../api/holds.js';
import { useCaseKeys } from './case-keys.js';
import { KeysLine } from './keys-line.js';
import { ModerationRoom, SECTIONS } from './moderation-room.js';
import { QueuePanel } from './queue-panel.js';
import { hasReadyReasons } from './ready-reasons.js';
import { ReviewCase } from './review-case.js';
import { usePendingDecision } from './pending-decision.js';

const route = getRouteApi('/moderation');

const MINUTE_MS = 60_000;
/** «5 ч 20 мин»: how long something has waited. */
function hoursAgo(iso: string): string {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(iso)) / MINUTE_MS));
  return t('moderation:ago', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** What waits in the section, and since when the oldest does. */
function Head({
  view,
  waiting,
  children,
}: {
  view: QueueView;
  waiting: number | undefined;
  children: ReactNode;
}): ReactNode {
  const { data } = useReviewCounts(true);
  const oldest = view.section === 'open' && view.sort !== 'mine' ? data?.oldestAt : null;
  return (
    <div className="work-top mod-top">
      <div>
        <h1 className="h-work">{t(`moderation:section.${view.section}`)}</h1>
        <p className="small muted">
          <span aria-live="polite">
            {waiting !== undefined && t('moderation:waiting', { count: waiting, shown: count(waiting) })}
          </span>
          {oldest != null && t('moderation:oldest', { ago: hoursAgo(oldest) })}
        </p>
      </div>
      {children}
    </div>
  );
}

/** On a phone the list and the case are two screens: the way back, and to the neighbours. */
function Steps({
  items,
  of,
  at,
  view,
  onOpen,
}: {
  items: readonly Review[];
  /** How many there are; undefined where the page is not the first. */
  of: number | undefined;
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
      {at >= 0 && of !== undefined && (
        <span className="small muted">{t('moderation:place', { at: at + 1, of: count(of) })}</span>
      )}
      <span className="row push">
        {neighbour(-1)}
        {neighbour(1)}
      </span>
    </nav>
  );
}

/** Which keys a case has. */
const keysOf = (review: Review | undefined): 'handOver' | 'need' | 'case' | 'appeal' =>
  review?.appeal ? 'appeal' : review?.subject.effects ? 'handOver' : review?.subject.description ? 'need' : 'case';

/** The section, the order and the page that stand in the address. */
function useView(): QueueView {
  const search = route.useSearch();
  return {
    section: SECTIONS.find((one) => one === search.section) ?? 'open',
    sort: SORTS.find((one) => one === search.sort) ?? 'risk',
    cursor: search.cursor,
  };
}

/** List, case, decision: the list by risk or by what is due first, the case with what was flagged in it, and beside it what this moderator may decide. */
export function ModerationPage(): ReactNode {
  const { data: session } = useSession();
  const { section } = useView();
  if (session === null) return <SignInFirst />;
  if (!session)
    return (
      <div className="wrap page-narrow">
        <Bones rows={3} />
      </div>
    );
  if (!hasRole(session, ['moderator', 'administrator'])) return <NotFoundPage />; // an administrator decides what was passed on
  return (
    <ModerationRoom here={section}>
      <Work />
    </ModerationRoom>
  );
}

/** What stands beside the list where no case does: that there is none, or why it cannot be shown. */
function NoCase({ problem, children }: { problem: Problem | null; children: ReactNode }): ReactNode {
  return (
    <div className="mod-both mod-none">
      {children}
      {problem ? (
        <ProblemNotice problem={problem} />
      ) : (
        <Empty level={2} title={t('moderation:empty')}>
          <p>{t('moderation:emptyText')}</p>
        </Empty>
      )}
    </div>
  );
}

function Work(): ReactNode {
  const chosen = route.useSearch().case;
  const view = useView();
  const query = useReviews(view, true);
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

  const listed = chosen
    ? items.find(({ id }) => id === chosen)
    : items.find(({ id }) => id !== pending.value?.review.id);
  const alone = useReview(chosen, query.data !== undefined && !listed);
  const review = listed ?? (chosen ? alone.data : undefined);
  useHold(review?.id === chosen ? review : undefined, pending.value?.review.id);
  const at = items.findIndex(({ id }) => id === review?.id);
  const step = useRef<(by: 1 | -1) => void>(() => undefined);
  useLayoutEffect(() => {
    step.current = (by) => {
      const to = chosen ? items[at + by] : items[0];
      if (!to) return;
      focusRef.current = true;
      open(to.id);
    };
  });
  useCaseKeys(
    keys,
    chosen !== undefined,
    useCallback((by) => step.current(by), []),
  );
  const asked = (): void => void (focusRef.current = true);
  const waiting = query.data && !view.cursor ? items.length + query.data.rest : undefined;
  return (
    <div className="wrap-wide work-page">
      <PageHead title={t('moderation:title')} />
      <Head view={view} waiting={waiting}>
        <KeysLine
          keys={keys}
          of={keysOf(review)}
          shut={review?.shut?.can.includes('look') ?? false}
          like={review?.reasons.some(({ similarNeed }) => similarNeed !== null) ?? false}
          onSwitch={switchKeys}
        />
      </Head>
      {pending.problem && <ProblemNotice problem={pending.problem} />}
      <Loaded query={query} bones={<Bones rows={5} height={140} />}>
        {(page) => (
          <div className="mod mod-3" data-open={chosen ? true : undefined}>
            <QueuePanel
              {...{ page, view, chosen }}
              shown={review?.id}
              going={pending.value?.review.id}
              onOpen={asked}
              reasons={review?.id === chosen && review !== undefined && hasReadyReasons(review)}
              keys={keys}
            />
            {chosen && <Steps items={page.items} of={waiting} at={at} view={view} onOpen={asked} />}
            {review ? (
              <ReviewCase
                key={review.id}
                {...{ review, keys, pending, focusRef }}
                inHand={chosen === review.id}
                toCorrect={view.section === 'to-correct' && listed !== undefined}
              />
            ) : chosen && !alone.error && page.items.length > 0 ? (
              <div className="mod-both">
                <Bones rows={4} />
              </div>
            ) : (
              <NoCase problem={chosen ? (alone.error as Problem | null) : null}>{pending.box(keys)}</NoCase>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}
