import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Icon, Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { placeName, t } from '../../../lib/words.js';
import { usePlaces } from '../../catalogue/api/catalogue.js';
import { useMailWords, useZone } from '../../installation/api/installation.js';
import { giveRole, STAFF_ROLES, takeRole, type Grant, type Person, type StaffRole } from '../api/people.js';

const REFRESH = ['attention', 'people', 'audit', 'first-day'];

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase())
    .join('');
export const whereOf = ({ role, place }: Grant): string =>
  place?.name ?? t(role === 'official' ? 'administration:people.noPlace' : 'administration:people.everywhere');

/** Amber: nothing is wrong, a person has to do something. */
export function Asleep({ grant }: { grant: Grant }): ReactNode {
  return (
    <Tag look="wait">
      <Icon name="moon" small />
      {t(`administration:people.asleep.${grant.asleep ?? 'no-second-factor'}`)}
    </Tag>
  );
}

/** Opens in place, and says what becomes of what they have decided. */
function TakeBack({ person, grant, onClose }: { person: Person; grant: Grant; onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const action = useAction(takeRole, { refresh: REFRESH, onDone: onClose });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ person: person.id, grant: grant.id, reason: reason.trim() });
    focusFirstError(form.current);
  };
  return (
    <form ref={form} className="gap-top-3" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('administration:people.whyTake')}
        hint={t('administration:people.takeWarning')}
        placeholder={t('administration:people.whyTakeHint')}
        required
        maxLength={500}
        autoFocus
        value={reason}
        error={action.error('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemNotice problem={action.general} />
      <p className="row row-wrap gap-top-3">
        <Button type="submit" look="no" size="dense" disabled={reason.trim() === ''} busy={action.busy}>
          {t('administration:people.take')}
        </Button>
        <Button look="plain" size="dense" onClick={onClose}>
          {t('administration:people.leave')}
        </Button>
        {reason.trim() === '' && <span className="tiny muted">{t('administration:people.needsReason')}</span>}
      </p>
    </form>
  );
}

function Role({ person, grant }: { person: Person; grant: Grant }): ReactNode {
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const by = grant.grantedBy
    ? t('administration:people.givenBy', { day: day(grant.grantedAt, zone), name: grant.grantedBy.name })
    : t('administration:people.given', { day: day(grant.grantedAt, zone) });
  return (
    <div className="role" data-role={grant.role}>
      <span>
        <b>{t(`administration:people.role.${grant.role}`)}</b>, {whereOf(grant)}{' '}
        {grant.asleep && <Asleep grant={grant} />}
        <br />
        <span className="tiny muted break">
          {by}
          {grant.reason && `: ${t('administration:people.quoted', { words: grant.reason })}`}
        </span>
      </span>
      {grant.can.includes('revoke') ? (
        <Button look="no" size="dense" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('administration:people.takeOpen')}
        </Button>
      ) : (
        <span />
      )}
      {open && <TakeBack person={person} grant={grant} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** What stands in the way of the role once it is given, as far as it can be known before. */
function Foreseen({ person, role }: { person: Person; role: StaffRole }): ReactNode {
  const what = !person.emailConfirmed
    ? 'address'
    : role !== 'official' && person.secondFactor.length === 0
      ? 'factor'
      : role === 'moderator'
        ? 'moderator'
        : null;
  return (
    what && (
      <Notice look="wait">
        <p className="small">{t(`administration:people.foreseen.${what}`)}</p>
      </Notice>
    )
  );
}

function Give({ person }: { person: Person }): ReactNode {
  const has = (role: StaffRole): boolean =>
    role !== 'official' && person.roles.some((grant) => grant.role === role && grant.revokedAt === null);
  const free = STAFF_ROLES.filter((role) => !has(role));
  const [chosen, setChosen] = useState<StaffRole>('moderator');
  const role = has(chosen) ? (free[0] ?? 'official') : chosen;
  const [place, setPlace] = useState('');
  const [reason, setReason] = useState('');
  const places = usePlaces();
  const form = useRef<HTMLFormElement>(null);
  const action = useAction(giveRole, { refresh: REFRESH, onDone: () => setReason('') });
  const { error } = action;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({
      person: person.id,
      role,
      ...(role === 'official' && place !== '' ? { place } : {}),
      reason: reason.trim(),
    });
    focusFirstError(form.current);
  };
  return (
    <form ref={form} className="person-part" onSubmit={(event) => void submit(event)}>
      <h3>
        {t(
          person.roles.some(({ revokedAt }) => revokedAt === null)
            ? 'administration:people.giveMore'
            : 'administration:people.give',
        )}
      </h3>
      <fieldset>
        <legend className="sr">{t('administration:people.roleLegend')}</legend>
        {STAFF_ROLES.map((one) => (
          <label key={one} className={`opt${has(one) ? ' is-off' : ''}`}>
            <input
              type="radio"
              name="role"
              value={one}
              disabled={has(one)}
              checked={one === role}
              onChange={() => setChosen(one)}
            />
            <span>
              <b>{t(`administration:people.role.${one}`)}</b>
              <br />
              <span className="muted">
                {t(has(one) ? 'administration:people.hasIt' : `administration:people.may.${one}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="stack gap-top-3">
        {role === 'official' && (
          <SelectField
            label={t('administration:people.place')}
            required
            value={place}
            error={error('place')}
            onChange={(event) => setPlace(event.target.value)}
          >
            <option value="">{t('administration:people.choosePlace')}</option>
            {places.data?.map((one) => (
              <option key={one.code} value={one.code}>
                {placeName(one)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={t('administration:people.why')}
          hint={t('administration:people.whyHint')}
          required
          maxLength={500}
          value={reason}
          error={error('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Foreseen person={person} role={role} />
        <ProblemNotice problem={action.general} />
        <Button type="submit" look="main" wide busy={action.busy}>
          {useMailWords()('administration:people.giveGo')}
        </Button>
      </div>
    </form>
  );
}

/** Who gave or took a role, and why; nothing where neither is known. */
function Step({ verb, by, why }: { verb: 'gave' | 'took'; by: Grant['grantedBy']; why: string | null }): ReactNode {
  if (!by && !why) return null;
  const who = by ? t(`administration:people.${verb}By`, { name: by.name }) : t(`administration:people.${verb}`);
  return (
    <>
      <br />
      {why ? `${who}: ${t('administration:people.quoted', { words: why })}` : who}
    </>
  );
}

/** One person beside the table: what they have, what they had, what can be given. */
export function PersonPanel({ person, opened }: { person: Person; opened: boolean }): ReactNode {
  const zone = useZone();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus();
  }, [opened, person.id]); // on a phone it stands far below the row that opened it
  const now = person.roles.filter(({ revokedAt }) => revokedAt === null);
  const before = person.roles.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <section className="panel" aria-labelledby="person" data-person={person.id}>
      <div className="person-head">
        <span className="avatar" aria-hidden="true">
          {initials(person.name)}
        </span>
        <div>
          <h2 className="h-small" id="person" tabIndex={-1} ref={heading}>
            {person.name}
          </h2>
          <p className="small muted">
            {person.email},{' '}
            {t(person.emailConfirmed ? 'administration:people.confirmed' : 'administration:people.unconfirmed')}
          </p>
        </div>
      </div>
      <div className="person-part">
        <h3>{t('administration:people.roles')}</h3>
        {now.length === 0 ? (
          <p className="small muted">{t('administration:people.noRoles')}</p>
        ) : (
          now.map((grant) => <Role key={grant.id} person={person} grant={grant} />)
        )}
        {person.lastAdministrator && <p className="small muted gap-top-3">{t('administration:people.last')}</p>}
      </div>
      <Give key={person.id} person={person} />
      <div className="person-part">
        <h3>{t('administration:people.history')}</h3>
        {before.length === 0 ? (
          <p className="small muted">{t('administration:people.noHistory')}</p>
        ) : (
          <ul className="stack small">
            {before.map((grant) => (
              <li key={grant.id}>
                <b>{t(`administration:people.role.${grant.role}`)}</b>, {whereOf(grant)}
                <br />
                <span className="tiny muted break">
                  {t('administration:people.taken', {
                    from: day(grant.grantedAt, zone),
                    until: day(grant.revokedAt ?? grant.grantedAt, zone),
                  })}
                  <Step verb="gave" by={grant.grantedBy} why={grant.reason} />
                  <Step verb="took" by={grant.revokedBy} why={grant.revokeReason} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="small gap-top-3">
          <Link to="/admin/audit" search={{ subjectType: 'person', subjectId: person.id }}>
            {t('administration:people.inLog')}
          </Link>
        </p>
        <p className="small gap-top-3">
          <Link to="/admin/requests" search={{ new: true, person: person.id }}>
            {t('administration:requests.fromPerson')}
          </Link>
        </p>
      </div>
    </section>
  );
}
