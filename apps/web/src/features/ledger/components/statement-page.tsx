import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, KindMark } from '../../../components/marks.js';
import { PageHead } from '../../../components/page.js';
import { Empty, Loaded } from '../../../components/states.js';
import type { Statement } from '../../../lib/api-types.js';
import { dateIn, day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, hasWords, nameOf, t } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';
import { OwnSide } from '../../identity/components/own-side.js';
import { SignInFirst } from '../../identity/components/sign-in-first.js';
import { useSession } from '../../identity/api/session.js';
import { fileOf, useStatement, type Period } from '../api/statements.js';
import { StatementPeriod } from './statement-period.js';
import { StatementTable } from './statement-table.js';
import { SumCards } from './sum-cards.js';

const route = getRouteApi('/me/statement');

/** What is agreed and has not arrived: beside the sums, in none of them. */
function Held({ statement: { held, matches, timeZone } }: { statement: Statement }): ReactNode {
  const amounts = useAmounts();
  const goods = useCatalogue('goods');
  if (held.length === 0) return null;
  const known = new Map(matches.map((match) => [match.id, match]));
  return (
    <section className="gap-top-8" aria-labelledby="held">
      <div className="statement-head">
        <h2 className="h-block" id="held">
          {t('statement:held')}
        </h2>
        <span className="small muted">{t('statement:inNoSum')}</span>
      </div>
      <ul className="sheet statement-pend">
        {held.map((entry) => {
          const match = known.get(entry.match ?? '');
          const item = entry.item ? nameOf(goods.get(entry.item), PENDING_NAME) : t(`kind.${entry.kind}`);
          const state = match && hasWords(`matches:status.${match.status}`) ? t(`matches:status.${match.status}`) : '';
          return (
            <li key={entry.id}>
              <KindMark kind={entry.kind} size="s" />
              <span className="grow">
                {match ? (
                  <Link to="/matches/$id" params={{ id: match.id }}>
                    {typograph(match.title)}
                  </Link>
                ) : (
                  item
                )}
                {match && (
                  <span className="muted">
                    {match.organization.shortName} · {item}
                  </span>
                )}
              </span>
              <span className="muted statement-where">
                {[state, day(match?.deliveredAt ?? entry.at, timeZone)].filter(Boolean).join(', ')}
              </span>
              <b className="num">{amounts.say(entry.amount, entry.unit)}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Code({ code }: { code: string }): ReactNode {
  return (
    <div className="statement-code">
      <Icon name="shield" />
      <div className="grow">
        <p>
          <b>{t('offers:code')}</b> <span className="code">{code}</span>
        </p>
        <p className="small muted">{t('statement:codeText')}</p>
      </div>
      <Link className="btn btn-quiet btn-dense" to="/v/$code" params={{ code }}>
        {t('statement:codeLook')}
      </Link>
    </div>
  );
}

function Body({
  statement,
  open,
  organization,
}: {
  statement: Statement;
  open: string | undefined;
  organization: string | undefined;
}): ReactNode {
  const empty = statement.units.length === 0 && statement.held.length === 0;
  return (
    <>
      <SumCards sums={statement.sums} from={statement.from} to={statement.to} />
      <p className="tiny muted gap-top-2">{t('statement:neverAdded')}</p>
      {empty ? (
        <div className="gap-top-8">
          <Empty level={2} title={t('statement:empty')}>
            <p>{t('statement:emptyText')}</p>
            <p className="gap-top-3 no-print">
              <Link className="btn btn-main" to="/offer" search={{}}>
                {t('nav.offer')}
              </Link>
            </p>
          </Empty>
        </div>
      ) : (
        <>
          <Held statement={statement} />
          <StatementTable statement={statement} open={open} organization={organization} />
        </>
      )}
      <Code code={statement.verificationCode} />
    </>
  );
}

/** `/me/statement`: one's account as a bank statement. Every figure is the server's, the files are of the same days. */
export function StatementPage(): ReactNode {
  const { from, to, row } = route.useSearch();
  const period: Period = { from, to };
  const navigate = route.useNavigate();
  const session = useSession();
  if (session.data === null) return <SignInFirst />;
  return (
    <div className="wrap with-side">
      <PageHead title={t('statement:title')} />
      {session.data && <OwnSide />}
      {session.data && (
        <StatementShown
          period={period}
          open={row}
          name={session.data.person.name}
          onChoose={(days) => void navigate({ search: days })}
        />
      )}
    </div>
  );
}

/** A statement of a running year ends today; the year is said, as it is printed. */
function daysOf({ from, to }: { from: string; to: string }): string {
  const until = [to, dateIn(0)].sort()[0] ?? to;
  const last = day(until, 'UTC');
  const year = until.slice(0, 4);
  return t('statement:days', { from: day(from, 'UTC'), to: last.includes(year) ? last : `${last}\u00a0${year}` });
}

/** The statement of these days, with its files; `name`: of whose books. */
export function StatementShown({
  period,
  open,
  name,
  onChoose,
}: {
  period: Period;
  open: string | undefined;
  name: string;
  onChoose: (days: { from: string; to: string }) => void;
}): ReactNode {
  const statement = useStatement(period);
  const shown = statement.data;
  return (
    <div className="side-main">
      <header className="statement-top">
        <div>
          <h1 className="h-page">{t('statement:title')}</h1>
          <p className="muted">
            {name}
            {shown ? `. ${daysOf(shown)}` : ''}
          </p>
        </div>
        <div className="row row-wrap no-print">
          {(['pdf', 'csv', 'xlsx'] as const).map((format) => (
            <a key={format} className="btn btn-quiet btn-dense" href={fileOf(format, period)} download>
              <Icon name="down" small />
              {t(`statement:${format}`)}
            </a>
          ))}
          <button type="button" className="btn btn-quiet btn-dense" onClick={() => window.print()}>
            {t('statement:print')}
          </button>
        </div>
      </header>
      {shown && (
        <StatementPeriod
          days={{ from: period.from ?? shown.from, to: period.to ?? shown.to }}
          timeZone={shown.timeZone}
          onChoose={onChoose}
        />
      )}
      <Loaded query={statement}>
        {(known) => <Body statement={known} open={open} organization={period.organization} />}
      </Loaded>
    </div>
  );
}
