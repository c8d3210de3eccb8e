import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Bones, Empty, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { useMayEnter, useSession } from '../api/session.js';
import { STAFF_ROLES, usePeople, usePerson, type People, type Person } from '../api/people.js';
import { AdminRoom } from '../../installation/components/admin-room.js';
import { Asleep, initials, PersonPanel, whereOf } from './person-panel.js';

const route = getRouteApi('/admin/people');

function Row({ person, on, me }: { person: Person; on: boolean; me: boolean }): ReactNode {
  const zone = useZone();
  const search = route.useSearch();
  const asleep = person.roles.find((grant) => grant.asleep !== null);
  return (
    <tr className={on ? 'is-on' : asleep ? 'is-asleep' : undefined} data-person-row={person.id}>
      <td>
        <span className="who-cell">
          <span className="avatar avatar-s" aria-hidden="true">
            {initials(person.name)}
          </span>
          <span>
            <Link
              to="/admin/people"
              search={{ ...search, person: person.id }}
              aria-current={on ? 'true' : undefined}
              resetScroll={false}
            >
              {person.name}
            </Link>
            <br />
            <span className="tiny muted">{me ? t('administration:people.you') : person.email}</span>
          </span>
        </span>
      </td>
      <td>
        {person.roles.length === 0 ? (
          <span className="muted">{t('administration:people.noRole')}</span>
        ) : (
          person.roles.map((grant) => (
            <span key={grant.id} className="block">
              {t(`administration:people.role.${grant.role}`)}
              <br />
              <span className="tiny muted">{whereOf(grant)}</span>
            </span>
          ))
        )}
      </td>
      <td>
        {asleep ? (
          <Asleep grant={asleep} />
        ) : (
          <span className="small">
            {person.secondFactor.length === 0
              ? '—'
              : t(`administration:people.factor.${person.secondFactor[0] ?? 'totp'}`)}
          </span>
        )}
      </td>
      <td className="r muted">{person.lastSeenAt ? dayTime(person.lastSeenAt, zone) : '—'}</td>
    </tr>
  );
}

function Chips({ people }: { people: People | undefined }): ReactNode {
  const { q, role, asleep, person } = route.useSearch();
  const navigate = route.useNavigate();
  const sleeping = people ? Object.values(people.counts).reduce((sum, one) => sum + one.all - one.awake, 0) : undefined;
  const chip = (label: ReactNode, n: number | undefined, pressed: boolean, search: object): ReactNode => (
    <button
      type="button"
      className="chip chip-dense"
      aria-pressed={pressed}
      onClick={() => void navigate({ search: { q, person, ...search } })}
    >
      {label} {n !== undefined && <span className="n">{count(n)}</span>}
    </button>
  );
  return (
    <div className="chips chips-scroll" role="group" aria-label={t('administration:people.which')}>
      {chip(t('administration:people.all'), undefined, !role && !asleep, {})}
      {STAFF_ROLES.map((one) => (
        <span key={one}>
          {chip(t(`administration:people.many.${one}`), people?.counts[one].all, role === one, { role: one })}
        </span>
      ))}
      {chip(
        <>
          <Icon name="moon" small />
          {t('administration:people.sleeping')}
        </>,
        sleeping,
        asleep === true,
        { asleep: true },
      )}
    </div>
  );
}

function Table({ people }: { people: People }): ReactNode {
  const search = route.useSearch();
  const me = useSession().data?.person.id;
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('administration:people.table')}>
        <table className="ledger ledger-dense ledger-lines people-t">
          <thead>
            <tr>
              <th scope="col">{t('administration:people.who')}</th>
              <th scope="col">{t('administration:people.roleAndPlace')}</th>
              <th scope="col">{t('administration:people.secondFactor')}</th>
              <th scope="col" className="r">
                {t('administration:people.seen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.items.map((person) => (
              <Row key={person.id} person={person} on={person.id === search.person} me={person.id === me} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="panel-foot row between row-wrap">
        <span>{t('administration:people.shown', { count: people.items.length })}</span>
        {people.nextCursor && (
          <Link to="/admin/people" search={{ ...search, cursor: people.nextCursor }}>
            {t('needs:more')}
          </Link>
        )}
        {search.cursor && (
          <Link to="/admin/people" search={{ ...search, cursor: undefined }}>
            {t('needs:fromStart')}
          </Link>
        )}
      </p>
    </>
  );
}

/** `/admin/people`: who has which role, given and taken here. Words find everybody who has an account. */
export function PeoplePage(): ReactNode {
  const { person: chosen, role, ...others } = route.useSearch();
  const filters = { ...others, role: STAFF_ROLES.find((one) => one === role) };
  const navigate = route.useNavigate();
  const mayEnter = useMayEnter(['administrator']) ?? false;
  const query = usePeople(filters, mayEnter);
  const person = usePerson(chosen, mayEnter);
  const [words, setWords] = useState(filters.q ?? '');
  const box = useRef<HTMLInputElement>(null);
  const first = useRef(chosen); // whom the address named: nobody has asked for them here, the focus stays where it is
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const q = words.trim();
    void navigate({ search: { ...filters, cursor: undefined, person: chosen, q: q.length > 1 ? q : undefined } });
  };
  const counts = query.data?.counts;
  const lead = counts
    ? t('administration:people.lead', {
        moderators: counts.moderator.all,
        administrators: counts.administrator.all,
        officials: counts.official.all,
        asleep: Object.values(counts).reduce((sum, one) => sum + one.all - one.awake, 0),
      })
    : '';
  return (
    <AdminRoom room="people" lead={lead}>
      <div className="bench bench-r">
        <section className="panel" aria-label={t('administration:people.title')}>
          <div className="people-find">
            <form role="search" className="row" onSubmit={find}>
              <label className="searchbox grow">
                <span className="sr">{t('administration:people.find')}</span>
                <Icon name="search" />
                <input
                  ref={box}
                  className="input"
                  type="search"
                  maxLength={100}
                  placeholder={t('administration:people.findHint')}
                  value={words}
                  onChange={(event) => setWords(event.target.value)}
                />
              </label>
              <Button type="submit">{t('administration:people.findGo')}</Button>
            </form>
            <Chips people={query.data} />
          </div>
          <Loaded query={query} bones={<Bones rows={5} height={40} />}>
            {(people) =>
              people.items.length === 0 ? (
                <Empty level={2} title={t('administration:people.none')}>
                  <p>{t('administration:people.noneText')}</p>
                </Empty>
              ) : (
                <Table people={people} />
              )
            }
          </Loaded>
        </section>
        {chosen === undefined ? (
          <section className="panel" aria-labelledby="nobody">
            <div className="panel-head">
              <h2 className="h-dense" id="nobody">
                {t('administration:people.giveHow')}
              </h2>
            </div>
            <div className="panel-body stack">
              <p className="small">{t('administration:people.giveHowText')}</p>
              <p>
                <Button look="main" onClick={() => box.current?.focus()}>
                  <Icon name="search" small />
                  {t('administration:people.find')}
                </Button>
              </p>
            </div>
          </section>
        ) : (
          <Loaded query={person} bones={<Bones rows={4} />}>
            {(one) => <PersonPanel key={one.id} person={one} opened={chosen !== first.current} />}
          </Loaded>
        )}
      </div>
    </AdminRoom>
  );
}
