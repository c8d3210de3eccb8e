import type { ReactNode } from 'react';
import { Icon } from '../../../components/marks.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import type { Contact, Meeting } from '../api/meeting.js';

function Reach({ contact }: { contact: Contact }): ReactNode {
  const { phone, email, hours, note } = contact;
  return (
    <>
      <ul className="reach">
        {phone && (
          <li>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
              <Icon name="call" />
              <span className="num">{phone}</span>
            </a>
          </li>
        )}
        {email && (
          <li>
            <a href={`mailto:${email}`}>
              <Icon name="mail" />
              {email}
            </a>
          </li>
        )}
      </ul>
      {!phone && !email && <p className="muted gap-top-3">{t('meeting:noWay')}</p>}
      {(hours || note) && <p className="small muted gap-top-2 break">{[hours, note].filter(Boolean).join('. ')}</p>}
    </>
  );
}

/** How to reach the other side, beside what the other side sees of this one. */
export function MeetingContacts({ meeting }: { meeting: Meeting }): ReactNode {
  const { contact, shared, contactsUntil, acceptedAt } = meeting;
  const own = shared
    ? [[shared.name, shared.phone, shared.email].filter(Boolean).join(', '), shared.note].filter(Boolean)
    : [];
  return (
    <section className="sheet pair" aria-label={t('meeting:reach')}>
      <div>
        {contact ? (
          <>
            <div className="row">
              <span className="avatar" aria-hidden="true">
                {(contact.name ?? '?')
                  .replace(/[^\p{L}\d]/gu, '')
                  .slice(0, 1)
                  .toUpperCase()}
              </span>
              <h2 className="h-small break">{contact.name}</h2>
            </div>
            <Reach contact={contact} />
          </>
        ) : (
          <>
            <h2 className="h-small">{t('meeting:reach')}</h2>
            <p className="muted gap-top-3">{t(acceptedAt ? 'meeting:closed' : 'meeting:notYet')}</p>
          </>
        )}
      </div>
      <div>
        <h2 className="h-small">{t('meeting:seen')}</h2>
        <ul className="seen">
          {own.map((line) => (
            <li key={line}>
              <Icon name="check" />
              <span>{line}</span>
            </li>
          ))}
          {own.length === 0 && (
            <li>
              <Icon name="info" />
              <span>{t('meeting:nothingShared')}</span>
            </li>
          )}
        </ul>
        {contact && (
          <p className="small muted gap-top-3">
            {contactsUntil ? t('meeting:closesOn', { day: day(contactsUntil, meeting.timeZone) }) : t('meeting:closes')}
          </p>
        )}
      </div>
    </section>
  );
}
