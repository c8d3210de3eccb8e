import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TurnPages } from '../../../components/more-pages.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { dayTime } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useMailWords, useZone } from '../../installation/api/installation.js';
import { setOwnContact, useContactLooks, useOwnContact, type OwnContact } from '../api/meeting.js';
import { ContactFields, filledIn } from './contact-form.js';

/** It begins with what is known, so that saving it never takes away what nobody saw. */
function OwnContactFields({ known }: { known: OwnContact | null }): ReactNode {
  const [contact, setContact] = useState<OwnContact>(() =>
    Object.fromEntries(Object.entries(known ?? {}).flatMap(([key, text]) => (text ? [[key, text]] : []))),
  );
  const [done, setDone] = useState(false);
  const action = useAction(setOwnContact, { refresh: ['own-contact'], onDone: () => setDone(true) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDone(false);
    const said = filledIn(contact);
    void action.run(Object.keys(said).length > 0 ? said : null);
  };
  return (
    <form className="stack gap-top-4" onSubmit={submit}>
      <ContactFields value={contact} error={action.error} onChange={setContact} />
      {done && (
        <Notice look="good" role="status">
          <p>{t('meeting:own.done')}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" look="main" busy={action.busy}>
          {t('meeting:own.save')}
        </Button>
      </p>
    </form>
  );
}

/** What is shared with each yes unless something else is said. */
export function OwnContactForm(): ReactNode {
  const query = useOwnContact();
  return <Loaded query={query}>{({ contact }) => <OwnContactFields known={contact} />}</Loaded>;
}

/** Who read how to reach the person: once a reader, match and day. */
export function ContactLooks(): ReactNode {
  const zone = useZone();
  const mailWords = useMailWords();
  const [cursor, setCursor] = useState<string>();
  const query = useContactLooks(cursor);
  return (
    <section className="sec" aria-labelledby="looks">
      <h2 className="h-block" id="looks">
        {t('meeting:looks.title')}
      </h2>
      <p className="muted sec-p">{t('meeting:looks.text')}</p>
      <div className="sheet pad-l">
        <Loaded query={query}>
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <p className="muted">{t('meeting:looks.none')}</p>
            ) : (
              <>
                <ul className="lines">
                  {items.map((look) => (
                    <li key={look.id} className="row between row-wrap">
                      <div>
                        <p className="strong">{look.reader}</p>
                        {look.by && (
                          <p className="small">
                            {look.by === 'page' ? t('meeting:looks.page') : mailWords('meeting:looks.mail')}
                          </p>
                        )}
                        <p className="small muted">
                          <Link to="/matches/$id" params={{ id: look.match.id }}>
                            {look.match.title}
                          </Link>
                        </p>
                      </div>
                      <time className="small muted" dateTime={look.at}>
                        {dayTime(look.at, zone)}
                      </time>
                    </li>
                  ))}
                </ul>
                <TurnPages cursor={cursor} next={nextCursor} onTurn={setCursor} />
              </>
            )
          }
        </Loaded>
      </div>
    </section>
  );
}
