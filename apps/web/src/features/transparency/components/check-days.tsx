import { Link, useHydrated } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { Problem } from '../../../lib/api.js';
import { day as dayName } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { DIGESTS_SHOWN, dayFile, useDigests, type Digest } from '../api/sheets.js';
import { checkDay, type DayVerdict } from '../check-day.js';

const CHAIN = 7;
const said = (day: string): string => dayName(`${day}T00:00:00Z`, 'UTC');
const short = (digest: string): string => `${digest.slice(0, 4)}…${digest.slice(-4)}`;

/** The last days as a chain: each digest goes into the next. */
function Chain({ days, chosen }: { days: readonly Digest[]; chosen: string }): ReactNode {
  return (
    <ol className="day-chain" aria-label={t('books:check.digest')}>
      {days
        .slice(0, CHAIN)
        .reverse()
        .map(({ day, digest }) => (
          <li key={day} aria-current={day === chosen ? 'true' : undefined}>
            <Link to="/balance" search={(old) => ({ ...old, day })} resetScroll={false} aria-label={said(day)}>
              {Number(day.slice(8))}
            </Link>
            <span className="code tiny" title={digest}>
              {short(digest)}
            </span>
          </li>
        ))}
    </ol>
  );
}

/** What was checked, in words; the digest in full, to compare with what a person wrote down. */
function Verdict({ verdict, day }: { verdict: DayVerdict; day: string }): ReactNode {
  const good = verdict.faults.length === 0;
  return (
    <Notice look={good ? 'good' : 'bad'} role={good ? 'status' : 'alert'}>
      <h3 className="h-small" data-verdict={good ? 'good' : 'bad'}>
        {t(good ? 'books:check.good' : 'books:check.bad')}
      </h3>
      <ul className="said-list gap-top-2">
        <li>{t('books:check.said.downloaded', { count: verdict.transfers, day: said(day) })}</li>
        {good && <li>{t('books:check.said.chain', { count: verdict.transfers })}</li>}
        {good && <li>{t(verdict.comparedBefore ? 'books:check.said.before' : 'books:check.said.beforeUnknown')}</li>}
        {good && (
          <li>
            {t('books:check.said.digest')} <span className="code break digest-whole">{verdict.digest}</span>
          </li>
        )}
        {verdict.faults.map(({ code, line }) => (
          <li key={`${code} ${line}`}>{t(`books:check.fault.${code}`, { line })}</li>
        ))}
      </ul>
      <p className="small gap-top-2">{t(good ? 'books:check.said.proves' : 'books:check.said.wrong')}</p>
    </Notice>
  );
}

interface Run {
  day: string;
  lines: number;
  verdict: DayVerdict | null;
  problem: Problem | null;
}

/** Downloads the day as anybody can and computes its digests here. A second day that is begun meanwhile overtakes the first. */
function useCheck(): { run: Run | null; start: (close: Digest, before: Digest | null) => Promise<void> } {
  const [run, setRun] = useState<Run | null>(null);
  const start = async (close: Digest, before: Digest | null): Promise<void> => {
    const { day } = close;
    const change = (changes: Partial<Run>): void => setRun((now) => (now?.day === day ? { ...now, ...changes } : now));
    setRun({ day, lines: 0, verdict: null, problem: null });
    try {
      const answer = await fetch(dayFile(day), {
        headers: { accept: 'application/x-ndjson' },
        credentials: 'same-origin',
      });
      if (!answer.ok) throw new Problem(answer.status, `http.${answer.status}`, '');
      change({ verdict: await checkDay(await answer.text(), close, before, (lines) => change({ lines })) });
    } catch (error) {
      change({ problem: error instanceof Problem ? error : new Problem(0, 'web.no-connection', '') });
    }
  };
  return { run, start };
}

function CheckOne({ days, chosen }: { days: readonly Digest[]; chosen: Digest }): ReactNode {
  const { run, start } = useCheck();
  const secure = !useHydrated() || typeof crypto.subtle === 'object'; // a server cannot know
  const own = run?.day === chosen.day ? run : null;
  const before = days[days.indexOf(chosen) + 1] ?? null;
  const busy = own !== null && own.verdict === null && own.problem === null;
  return (
    <div className="stack gap-top-5">
      <p className="small muted">
        {said(chosen.day)}. {t('books:check.lines')}: {count(chosen.transfers)}. {t('books:check.digest')}:{' '}
        <span className="code break digest-whole">{chosen.digest}</span>
      </p>
      {secure ? (
        <p className="row row-wrap">
          <Button look="main" busy={busy} onClick={() => void start(chosen, before)}>
            <Icon name="shield" small />
            {t(own?.verdict ? 'books:check.again' : 'books:check.go')}
          </Button>
          <span className="small muted">
            {busy && own.lines > 0 ? t('books:check.progress', { count: count(own.lines) }) : t('books:check.note')}
          </span>
        </p>
      ) : (
        <Notice look="wait">{t('books:check.insecure')}</Notice>
      )}
      <ProblemNotice problem={own?.problem ?? null} onRetry={() => void start(chosen, before)} />
      {own?.verdict && <Verdict verdict={own.verdict} day={chosen.day} />}
      <p className="small muted">
        {t('books:check.command')}{' '}
        <code className="command">npx lepta verify-ledger --export lepta-ledger-{chosen.day}.ndjson</code>
      </p>
      <p className="small">
        <a href={dayFile(chosen.day)} download>
          <Icon name="down" small /> {t('books:check.file')}
        </a>
      </p>
    </div>
  );
}

/** The published digests, and the check of any of their days in the browser. */
export function CheckDays({ chosen }: { chosen: string | undefined }): ReactNode {
  const query = useDigests();
  return (
    <section aria-labelledby="check-title">
      <h2 className="h-section" id="check-title">
        {t('books:check.title')}
      </h2>
      <p className="muted gap-top-2">{t('books:check.lead')}</p>
      <Loaded query={query} bones={<Bones rows={2} height={90} />}>
        {(days) => {
          const shown = days.slice(0, DIGESTS_SHOWN);
          const day = shown.find((one) => one.day === chosen) ?? shown[0];
          if (!day)
            return (
              <p className="sheet pad gap-top-5">
                {t('books:check.none')} {t('books:check.already')} <Link to="/v">{t('books:check.byCode')}</Link>.
              </p>
            );
          return (
            <>
              <Chain days={shown} chosen={day.day} />
              <Choose days={shown} day={day.day} />
              <CheckOne key={day.day} days={days} chosen={day} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Choose({ days, day }: { days: readonly Digest[]; day: string }): ReactNode {
  return (
    <details className="gap-top-3">
      <summary className="small">{t('books:check.older')}</summary>
      <ul className="chips day-chips gap-top-2">
        {days.map((one) => (
          <li key={one.day}>
            <Link
              className="chip chip-dense"
              to="/balance"
              search={(old) => ({ ...old, day: one.day })}
              resetScroll={false}
              aria-current={one.day === day ? 'true' : undefined}
            >
              {said(one.day)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="hint">{t('books:check.chooseHint')}</p>
    </details>
  );
}
