import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { AreaField, TextField } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { recordRequest, REQUESTS_CHANGED, WRITTEN_WAYS } from '../api/erasure-requests.js';
import { usePeople, usePerson, type Person } from '../api/people.js';
import { initials } from './person-panel.js';

const route = getRouteApi('/admin/requests');

function Found({ words }: { words: string }): ReactNode {
  const search = route.useSearch();
  const query = usePeople({ q: words }, true);
  return (
    <Loaded query={query} bones={<Bones rows={2} height={40} />}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Notice>
            <p className="small">{t('administration:requests.nobody')}</p>
          </Notice>
        ) : (
          <>
            <h3>{t('administration:requests.found')}</h3>
            <ul className="stack">
              {items.map((person) => (
                <li key={person.id} className="who-cell" data-found={person.id}>
                  <span className="avatar avatar-s" aria-hidden="true">
                    {initials(person.name)}
                  </span>
                  <span>
                    <Link to="/admin/requests" search={{ ...search, person: person.id }} resetScroll={false}>
                      {person.name}
                    </Link>
                    <br />
                    <span className="tiny muted">{person.email}</span>
                  </span>
                </li>
              ))}
            </ul>
            {nextCursor && <p className="tiny muted">{t('administration:requests.more', { count: items.length })}</p>}
          </>
        )
      }
    </Loaded>
  );
}

/** Who asks: found by name or address, which the log keeps. */
function WhoAsks(): ReactNode {
  const [words, setWords] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim().length > 1) setSaid(words.trim());
  };
  return (
    <div className="person-part stack">
      <h3>{t('administration:requests.who')}</h3>
      <form role="search" className="row" onSubmit={find}>
        <label className="searchbox grow">
          <span className="sr">{t('administration:requests.find')}</span>
          <Icon name="search" />
          <input
            className="input"
            type="search"
            maxLength={100}
            placeholder={t('administration:requests.findHint')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <Button type="submit">{t('administration:requests.findGo')}</Button>
      </form>
      <div aria-live="polite">{said !== null && <Found words={said} />}</div>
    </div>
  );
}

function Asked({ person, today }: { person: Person; today: string }): ReactNode {
  const navigate = route.useNavigate();
  const [way, setWay] = useState<(typeof WRITTEN_WAYS)[number]>('letter');
  const [cameOn, setCameOn] = useState(today);
  const [said, setSaid] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const action = useAction(recordRequest, {
    refresh: REQUESTS_CHANGED,
    onDone: ({ id }) => void navigate({ search: { request: id } }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ person: person.id, way, cameOn, ...(said.trim() === '' ? {} : { said: said.trim() }) });
    focusFirstError(form.current);
  };
  return (
    <form ref={form} className="person-part stack" onSubmit={(event) => void submit(event)}>
      <div className="row between row-wrap">
        <span className="break">
          <b>{person.name}</b>
          <br />
          <span className="tiny muted">{person.email}</span>
        </span>
        <Link className="small" to="/admin/requests" search={{ new: true }} resetScroll={false}>
          {t('administration:requests.other')}
        </Link>
      </div>
      <fieldset>
        <legend className="label">{t('administration:requests.wayLegend')}</legend>
        {WRITTEN_WAYS.map((one) => (
          <label key={one} className="opt">
            <input type="radio" name="way" value={one} checked={one === way} onChange={() => setWay(one)} />
            <span>{t(`administration:requests.wayOf.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('administration:requests.cameDay')}
        hint={t('administration:requests.cameDayHint')}
        type="date"
        max={today}
        required
        value={cameOn}
        error={action.error('cameOn')}
        onChange={(event) => setCameOn(event.target.value)}
      />
      <AreaField
        label={t('administration:requests.said')}
        hint={t('administration:requests.saidHint')}
        optional
        rows={3}
        maxLength={500}
        value={said}
        error={action.error('said')}
        onChange={(event) => setSaid(event.target.value)}
      />
      <ProblemNotice problem={action.general} />
      <p className="row row-wrap">
        <Button type="submit" look="main" busy={action.busy}>
          {t('administration:requests.recordGo')}
        </Button>
        <Link className="btn btn-plain" to="/admin/requests" search={{}}>
          {t('administration:requests.cancel')}
        </Link>
      </p>
    </form>
  );
}

/**
 * A request that came by letter or in person is written down: who asks, how and when it came.
 * @param today the day that it is in the region
 */
export function RequestForm({
  person: id,
  today,
}: {
  person: string | undefined;
  today: string | undefined;
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const person = usePerson(id, true);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel" aria-labelledby="new-request">
      <div className="panel-head">
        <h2 className="h-dense" id="new-request" tabIndex={-1} ref={heading}>
          {t('administration:requests.new')}
        </h2>
      </div>
      {id === undefined ? (
        <WhoAsks />
      ) : (
        <Loaded query={person} bones={<Bones rows={3} />}>
          {(one) => today && <Asked person={one} today={today} />}
        </Loaded>
      )}
    </section>
  );
}
