import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { erase, useInTheWay } from '../api/account.js';
import { changePerson } from '../api/session.js';
import { OwnPassword } from './own-words.js';

/** Everything that is kept, to take away. */
export function OwnData(): ReactNode {
  return (
    <section className="sec" aria-labelledby="data">
      <h2 className="h-block" id="data">
        {t('identity:security.data')}
      </h2>
      <div className="sheet pad-l row between row-wrap">
        <p className="grow">{t('identity:security.dataText')}</p>
        <a className="btn btn-quiet" href="/api/v1/me/export" download>
          {t('identity:security.export')}
        </a>
      </div>
    </section>
  );
}

/** What an erasure takes and what it leaves, one of the two. */
export function Lines({ of }: { of: 'goes' | 'stays' }): ReactNode {
  return (
    <div>
      <h3 className="h-dense">{t(`identity:erasing.${of}.title`)}</h3>
      <ul className="ticks">
        {(['a', 'b', 'c', 'd'] as const).map((one) => (
          <li key={one}>{t(`identity:erasing.${of}.${one}`)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Where each of the others is ended; a promise has a link of its own. */
const WAYS = {
  'identity.only-owner': { to: '/desk', label: 'toDesk' },
  'identity.last-administrator': { to: '/admin/people', label: 'toPeople' },
  'trip.aboard': { to: '/me/trips', label: 'toTrips' },
} as const;

/** Whatever stands in the way, said before anybody tries: what was promised, and what else the server knows. */
function InTheWay(): ReactNode {
  const { data } = useInTheWay();
  if (!data || data.obstacles.length === 0) return null;
  return (
    <Notice look="wait">
      {data.obstacles.map(({ code, organization }) => {
        if (code === 'identity.matches-under-way') return null;
        const { to, label } = WAYS[code];
        return (
          <p key={`${code} ${organization}`} data-obstacle={code}>
            {t(`identity:erasing.obstacle.${code}`, { organization: organization ?? '' })}{' '}
            <Link to={to}>{t(`identity:erasing.${label}`)}</Link>
          </p>
        );
      })}
      {data.count > 0 && <p>{t('identity:erasing.inTheWay', { count: data.count })}</p>}
      <ul>
        {data.promised.map(({ id, text, need }) => (
          <li key={id} data-in-the-way={id}>
            <Link to="/matches/$id" params={{ id }}>
              {t('identity:erasing.promised', { amount: text, need: need.title })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The end of an account, which says beforehand what goes and what stays. */
export function Erasing({ onErased }: { onErased: () => void }): ReactNode {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const action = useAction(erase, {
    onDone: () => {
      onErased();
      changePerson(client, null);
    },
  });
  return (
    <section className="sec" aria-labelledby="erasing">
      <h2 className="h-block" id="erasing">
        {t('identity:erasing.title')}
      </h2>
      <p className="muted sec-p">{t('identity:erasing.text')}</p>
      <div className="sheet">
        <div className="goes-stays">
          <Lines of="goes" />
          <Lines of="stays" />
        </div>
        <div className="sec-foot stack">
          <InTheWay />
          <Button look="no" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('identity:security.erase')}
          </Button>
          {open && (
            <form
              className="stack"
              onSubmit={(event) => {
                event.preventDefault();
                void action.run(password);
              }}
            >
              <p>{t('identity:security.eraseText')}</p>
              <OwnPassword value={password} error={action.error('password')} onChange={setPassword} />
              <ProblemNotice problem={action.problem} />
              <p className="row row-wrap">
                <Button type="submit" look="no" busy={action.busy}>
                  {t('identity:security.eraseGo')}
                </Button>
                <Button look="plain" onClick={() => setOpen(false)}>
                  {t('form.cancel')}
                </Button>
              </p>
            </form>
          )}
        </div>
      </div>
    </section>
  );
}
