import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Kept, type Keeping } from '../../../components/kept.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { useMailWords } from '../../installation/api/installation.js';
import type { HandOverPoint } from '../../matching/api/meeting.js';
import { saveContacts, useOrganization, type Organization, type OrganizationContacts } from '../api/organizations.js';
import { DeskPath } from './desk-path.js';
import { PointFields } from './point-fields.js';
import { deskGate } from './desk-gate.js';

const route = getRouteApi('/desk/$org/contacts');
const NEW_POINT: HandOverPoint = {
  name: '',
  address: '',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' }],
  public: false,
};
const NOBODY: OrganizationContacts = { name: '', phone: '', email: '', hours: '', note: '', public: false };

function ContactsForm({ organization, keep, take }: Keeping<Organization> & { organization: Organization }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const mailWords = useMailWords();
  const [contacts, setContacts] = useState<OrganizationContacts>(organization.contacts ?? NOBODY);
  const [points, setPoints] = useState<HandOverPoint[]>(organization.handOverPoints);
  const [done, setDone] = useState(false);
  const action = useAction(saveContacts, {
    refresh: ['organization'],
    onDone: (saved) => {
      keep(saved);
      setDone(true);
    },
  });
  const { error } = action;
  const field = (name: 'name' | 'phone' | 'email' | 'hours' | 'note', max: number, type = 'text'): ReactNode => (
    <TextField
      label={t(`organizations:contacts.${name}`)}
      type={type}
      hint={name === 'note' ? t('organizations:contacts.noteHint') : undefined}
      optional={name !== 'name'}
      maxLength={max}
      value={contacts[name] ?? ''}
      error={error(`contacts.${name}`)}
      onChange={(event) => setContacts({ ...contacts, [name]: event.target.value })}
    />
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setDone(false);
    await action.run({ organization, contacts, handOverPoints: points });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack-6" onSubmit={(event) => void submit(event)}>
      <section className="sheet pad-l stack" aria-labelledby="contacts">
        <h2 className="h-block" id="contacts">
          {t('organizations:contacts.whom')}
        </h2>
        <p className="small muted">{mailWords('organizations:contacts.text')}</p>
        {field('name', 120)}
        <div className="grid-2">
          {field('phone', 40, 'tel')}
          {field('email', 254, 'email')}
        </div>
        {field('hours', 120)}
        {field('note', 300)}
        <label className="check">
          <input
            type="checkbox"
            checked={contacts.public}
            onChange={(event) => setContacts({ ...contacts, public: event.target.checked })}
          />
          <span>{t('organizations:contacts.public')}</span>
        </label>
      </section>
      <section className="sheet pad-l stack" aria-labelledby="points">
        <h2 className="h-block" id="points">
          {t('organizations:contacts.points')}
        </h2>
        <p className="small muted">{t('organizations:contacts.pointsText')}</p>
        {points.map((point, at) => (
          <PointFields
            key={at}
            point={point}
            at={at}
            error={error}
            onChange={(changed) => setPoints(points.map((one, index) => (index === at ? changed : one)))}
            onRemove={() => setPoints(points.filter((_, index) => index !== at))}
          />
        ))}
        {points.length < 10 && (
          <p>
            <Button onClick={() => setPoints([...points, NEW_POINT])}>{t('organizations:contacts.addPoint')}</Button>
          </p>
        )}
      </section>
      {done && (
        <Notice look="good" role="status">
          <p>{t('organizations:contacts.done')}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.general} onTake={take} />
      <p>
        <Button type="submit" look="main" size="large" busy={action.busy}>
          {t('organizations:contacts.save')}
        </Button>
      </p>
    </form>
  );
}

/** How givers reach an organization, and where they bring things. */
export function ContactsPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const membership = session?.memberships.find(({ organization }) => organization.id === org);
  const query = useOrganization(org, Boolean(membership));
  const gate = deskGate(session, Boolean(membership));
  if (gate) return gate;
  return (
    <div className="wrap page-form">
      <PageHead title={t('organizations:contacts.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('organizations:contacts.title')}</h1>
      </header>
      <Loaded query={query}>
        {(organization) =>
          organization.can.includes('edit-contacts') ? (
            <Kept now={organization} version={(one) => one.version}>
              {(read, keeping) => <ContactsForm organization={read} {...keeping} />}
            </Kept>
          ) : (
            <Notice>
              <p>{t('organizations:contacts.notYours')}</p>
            </Notice>
          )
        }
      </Loaded>
    </div>
  );
}
