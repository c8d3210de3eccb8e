import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { t } from '../../../lib/words.js';
import { SORTS, type QueueView, type ReviewPage } from '../api/reviews.js';
import { caseLike, FindCase } from './find-case.js';
import { QueueList } from './queue-list.js';

interface Props {
  page: ReviewPage;
  view: QueueView;
  /** The case in the address. */
  chosen: string | undefined;
  shown: string | undefined;
  going: string | undefined;
  onOpen: () => void;
  /** The case in hand has ready reasons: they are found too. */
  reasons: boolean;
  keys: boolean;
}

/** What comes after the page, and how much the reader does not see: never what it is. */
function Under({ page, view }: Pick<Props, 'page' | 'view'>): ReactNode {
  const { items, rest, hidden } = page;
  const last = items.at(-1);
  if (rest + hidden === 0) return null;
  return (
    <p className="small muted pad-s" data-under>
      {rest > 0 &&
        last &&
        `${t(view.sort === 'due' ? 'moderation:rest.due' : 'moderation:rest.risk', { count: rest, risk: last.risk })} `}
      {hidden > 0 && <span data-hidden={hidden}>{t('moderation:rest.hidden', { count: hidden })}</span>}
    </p>
  );
}

/** The queue in its order, the way to its next page, and what is not on it. */
export function QueuePanel({ page, view, chosen, shown, going, onOpen, reasons, keys }: Props): ReactNode {
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const items = words.trim() === '' ? page.items : page.items.filter((one) => caseLike(one, words));
  return (
    <nav className="mod-list" aria-label={t('moderation:queue')}>
      <div className="panel-head">
        <div className="seg seg-dense" role="group" aria-label={t('moderation:sort.title')}>
          {SORTS.map((sort) => (
            <Link
              key={sort}
              to="/moderation"
              search={{ section: view.section, sort, case: chosen }}
              aria-current={sort === view.sort ? 'true' : undefined}
            >
              {t(`moderation:sort.${sort}`)}
            </Link>
          ))}
        </div>
      </div>
      <FindCase
        {...{ words, reasons, keys }}
        onWords={setWords}
        found={items.length}
        onFirst={() => {
          const [first] = items;
          if (!first) return;
          onOpen();
          void navigate({ to: '/moderation', search: { ...view, case: first.id } });
        }}
      />
      <QueueList items={items} view={view} shown={shown} going={going} onOpen={onOpen} />
      <Under page={page} view={view} />
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
