import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { KindMark } from '../../../components/marks.js';
import { MorePages } from '../../../components/more-pages.js';
import { outOf100 } from '../../../components/why.js';
import { count } from '../../../lib/amount.js';
import { dayTime, localDate, timeOf } from '../../../lib/dates.js';
import type { Pages } from '../../../lib/pages.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAnswers, type Answer } from '../api/desk.js';
import { amountWord, standingWord } from '../standing.js';
import { givenLine } from './giver-words.js';

const WEEK_DAYS = 7;
type Group = 'today' | 'week' | 'later' | 'postponed';
const GROUPS: readonly Group[] = ['today', 'week', 'later', 'postponed'];

/** By the calendar of the organization: what ends today, within seven days, later. */
function groupOf(at: string, timeZone: string): Exclude<Group, 'postponed'> {
  const last = (days: number): string => localDate(new Date(Date.now() + days * 86_400_000).toISOString(), timeZone);
  const day = localDate(at, timeZone);
  return day <= last(0) ? 'today' : day < last(WEEK_DAYS) ? 'week' : 'later';
}

interface Props {
  org: string;
  need: string | undefined;
  items: readonly Answer[];
  pages: Pages<Answer>;
  timeZone: string;
  selected: string | undefined;
  postponed: ReadonlySet<string>;
}

function Line({
  answer,
  org,
  need,
  timeZone,
  on,
  group,
}: {
  answer: Answer;
  org: string;
  need: string | undefined;
  timeZone: string;
  on: boolean;
  group: Group | 'closed';
}): ReactNode {
  const given = givenLine(answer.offer);
  const time = group === 'today' ? timeOf(answer.at, timeZone) : dayTime(answer.at, timeZone);
  return (
    <li>
      <Link
        className={`q${on ? ' is-on' : ''}`}
        to="/desk/$org/offers"
        params={{ org }}
        search={{ need, match: answer.id }}
        aria-current={on ? 'true' : undefined}
        data-answer={answer.id}
        data-state={answer.status}
        resetScroll={false}
      >
        <KindMark kind={answer.need.kind} />
        <span className="t">
          {typograph(answer.offer.donor)}, {amountWord(answer)}
        </span>
        <span className="num desk-score">
          <span className="sr">{t('matching:desk.score')} </span>
          {outOf100(answer.score)}
        </span>
        {given && <span className="why-line">{given}</span>}
        <span className="why-line">
          {typograph(answer.need.title)},{' '}
          <span className="nowrap">
            {group === 'closed' ? `${standingWord(answer)} ${time}` : t('matching:desk.by', { time })}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** What was answered costs one row until it is opened. */
function Closed({ org, need, timeZone, selected }: Pick<Props, 'org' | 'need' | 'timeZone' | 'selected'>): ReactNode {
  const [open, setOpen] = useState(false);
  const pages = useAnswers(org, 'answered', need, open);
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <details className="desk-closed" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="desk-group">{t('matching:desk.group.closed')}</summary>
      {open && (
        <ul>
          {items.map((answer) => (
            <Line
              key={answer.id}
              answer={answer}
              org={org}
              need={need}
              timeZone={timeZone}
              on={answer.id === selected}
              group="closed"
            />
          ))}
        </ul>
      )}
      {open && pages.data && items.length === 0 && (
        <p className="small muted panel-body">{t('matching:desk.closedNone')}</p>
      )}
      {open && (
        <div className="panel-foot">
          <MorePages pages={pages} />
        </div>
      )}
    </details>
  );
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** Every word stands somewhere in the line: who gives, how much, of what, for which need. */
function fits(answer: Answer, words: string): boolean {
  const line = plain([answer.offer.donor, answer.text, answer.offer.title, answer.need.title].join(' '));
  return plain(words)
    .split(/\s+/)
    .every((word) => line.includes(word));
}

/** Words look through all that waits: what was not asked for yet is, as soon as a person looks for something. */
function useFound(items: readonly Answer[], pages: Pages<Answer>, words: string): readonly Answer[] {
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = pages;
  const wanted = words !== '' && hasNextPage && !isFetchingNextPage && !isError;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  return words === '' ? items : items.filter((answer) => fits(answer, words));
}

/** By the time until which an answer is awaited, nearest first. */
export function AnswerList({ org, need, items, pages, timeZone, selected, postponed }: Props): ReactNode {
  const [typed, setTyped] = useState('');
  const found = useFound(items, pages, typed.trim());
  const of = (group: Group): Answer[] =>
    found.filter((answer) => (postponed.has(answer.id) ? 'postponed' : groupOf(answer.at, timeZone)) === group);
  return (
    <nav className="desk-list" aria-label={t('matching:desk.list')}>
      {items.length > 1 && (
        <div className="desk-find">
          <input
            className="input input-dense"
            type="search"
            aria-label={t('matching:desk.find')}
            placeholder={t('matching:desk.find')}
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <p className="small muted" role="status">
            {typed.trim() && t('matching:desk.found', { count: found.length })}
          </p>
        </div>
      )}
      {GROUPS.map((group) => {
        const inside = of(group);
        if (inside.length === 0) return null;
        return (
          <section key={group} aria-label={t(`matching:desk.group.${group}`)} data-group={group}>
            <h2 className={`desk-group${group === 'today' ? ' is-hot' : ''}`}>
              {t(`matching:desk.group.${group}`)} <span className="num muted">{count(inside.length)}</span>
            </h2>
            <ul>
              {inside.map((answer) => (
                <Line
                  key={answer.id}
                  answer={answer}
                  org={org}
                  need={need}
                  timeZone={timeZone}
                  on={answer.id === selected}
                  group={group}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {pages.hasNextPage && (
        <div className="panel-foot">
          <MorePages pages={pages} />
        </div>
      )}
      <Closed org={org} need={need} timeZone={timeZone} selected={selected} />
    </nav>
  );
}
