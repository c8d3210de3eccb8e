import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Tag } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { useInstallation, useZone } from '../../installation/api/installation.js';
import {
  changeRole,
  invite,
  removeMember,
  ROLES,
  takeBack,
  useInvitations,
  useMembers,
  type Invitation,
  type Member,
  type OrganizationRole,
} from '../api/organizations.js';
import { DeskPath } from './desk-path.js';
import { deskGate } from './desk-gate.js';

const route = getRouteApi('/desk/$org/people');
const REFRESH = ['members', 'session'];
const roleName = (role: OrganizationRole): string => t(`organizations:role.${role}`);

function MemberLine({ member, org }: { member: Member; org: string }): ReactNode {
  const zone = useZone();
  const [sure, setSure] = useState(false);
  const role = useAction(changeRole, { refresh: REFRESH });
  const remove = useAction(removeMember, { refresh: REFRESH });
  const leaving = member.can.includes('leave');
  const word = leaving ? 'leave' : 'remove';
  return (
    <li>
      <div className="row between row-wrap">
        <div>
          <p className="strong break">{member.person.name}</p>
          <p className="small muted break">
            {member.person.email} · {t('organizations:members.since', { day: day(member.since, zone) })}
          </p>
        </div>
        <div className="row row-wrap">
          {member.can.includes('change-role') ? (
            <select
              className="input"
              aria-label={`${t('organizations:members.role')}: ${member.person.name}`}
              value={member.role}
              onChange={(event) =>
                void role.run({ org, person: member.person.id, role: event.target.value as OrganizationRole })
              }
            >
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {roleName(one)}
                </option>
              ))}
            </select>
          ) : (
            <Tag>{roleName(member.role)}</Tag>
          )}
          {(leaving || member.can.includes('remove')) && (
            <Button size="dense" look="plain" aria-expanded={sure} onClick={() => setSure(!sure)}>
              {t(`organizations:members.${word}`)}
            </Button>
          )}
        </div>
      </div>
      {sure && (
        <div className="prop-part">
          <p className="small">
            {t(leaving ? 'organizations:members.reallyLeave' : 'organizations:members.reallyRemove')}
          </p>
          <Button
            look="no"
            size="dense"
            autoFocus
            busy={remove.busy}
            onClick={() => void remove.run({ org, person: member.person.id })}
          >
            {t(`organizations:members.${word}`)}
          </Button>
          <Button look="plain" size="dense" onClick={() => setSure(false)}>
            {t('form.cancel')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={role.problem ?? remove.problem} />
    </li>
  );
}

function InvitationLine({ invitation, org }: { invitation: Invitation; org: string }): ReactNode {
  const zone = useZone();
  const action = useAction(takeBack, { refresh: ['invitations'] });
  return (
    <li className="row between row-wrap">
      <div>
        <p className="strong break">{invitation.email}</p>
        <p className="small muted">
          {roleName(invitation.role)}. {t('organizations:invitation.until', { day: day(invitation.expiresAt, zone) })}
        </p>
      </div>
      <Button size="dense" busy={action.busy} onClick={() => void action.run({ org, id: invitation.id })}>
        {t('organizations:members.takeBack')}
      </Button>
      <ProblemNotice problem={action.problem} />
    </li>
  );
}

/** Owners invite by e-mail; the answer never tells whether the address is known here. */
function Invite({ org }: { org: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const open = useInvitations(org, true);
  const [form, setForm] = useState({ email: '', role: 'coordinator' as OrganizationRole });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const mails = useInstallation().data?.sendsMail ?? true;
  const action = useAction(invite, {
    refresh: ['invitations'],
    onDone: () => {
      setSentTo(form.email.trim());
      setForm({ ...form, email: '' });
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({ org, email: form.email.trim(), role: form.role });
    focusFirstError(element.current);
  };
  return (
    <section className="sheet pad-l gap-top-6" aria-labelledby="invite">
      <h2 className="h-block" id="invite">
        {t('organizations:members.invite')}
      </h2>
      <p className="small muted gap-top-2">{t('organizations:members.inviteText')}</p>
      <form ref={element} className="stack gap-top-4" onSubmit={(event) => void submit(event)}>
        <div className="grid-2">
          <TextField
            label={t('organizations:members.inviteEmail')}
            type="email"
            required
            maxLength={254}
            value={form.email}
            error={action.error('email')}
            onChange={(event) => setForm({ ...form, email: event.target.value })}
          />
          <SelectField
            label={t('organizations:members.role')}
            value={form.role}
            onChange={(event) => setForm({ ...form, role: event.target.value as OrganizationRole })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roleName(role)}
              </option>
            ))}
          </SelectField>
        </div>
        {sentTo && (
          <Notice look={mails ? 'good' : 'wait'} role="status">
            <p>{t(mails ? 'organizations:members.sent' : 'identity:noMails', { email: sentTo })}</p>
          </Notice>
        )}
        <ProblemNotice problem={action.problem} />
        <p>
          <Button type="submit" look="main" busy={action.busy}>
            {t('organizations:members.invite')}
          </Button>
        </p>
      </form>
      {open.data && open.data.items.length > 0 && (
        <>
          <h3 className="h-dense gap-top-6">{t('organizations:members.invited')}</h3>
          <ul className="lines">
            {open.data.items.map((invitation) => (
              <InvitationLine key={invitation.id} invitation={invitation} org={org} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function MembersPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const membership = session?.memberships.find(({ organization }) => organization.id === org);
  const query = useMembers(org, Boolean(membership));
  const gate = deskGate(session, Boolean(membership));
  if (gate || !membership) return gate;
  return (
    <div className="wrap page-form">
      <PageHead title={t('organizations:members.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('organizations:members.title')}</h1>
      </header>
      <Loaded query={query}>
        {(page) => (
          <ul className="sheet pad lines">
            {page.items.map((member) => (
              <MemberLine key={member.person.id} member={member} org={org} />
            ))}
          </ul>
        )}
      </Loaded>
      {membership.role === 'owner' && <Invite org={org} />}
    </div>
  );
}
