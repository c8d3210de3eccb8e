import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day, dayTime, timeOf } from '../../../lib/dates.js';
import type { GuardianConsent } from '../../../lib/api-types.js';
import { tokenOfAddress } from '../../../lib/link-token.js';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { decideConsent, useConsent, type Relation } from '../api/consents.js';

const RELATIONS: readonly Relation[] = ['mother', 'father', 'guardian'];

function Facts({ consent }: { consent: GuardianConsent }): ReactNode {
  const places = useCatalogue('places');
  const { from, until, timeZone, remote, place, meet } = consent;
  const when = consent.anyTime
    ? t('volunteering:anyTime.until', { until: dayTime(until, timeZone) })
    : `${day(from, timeZone)}, ${timeOf(from, timeZone)}–${timeOf(until, timeZone)}`;
  const facts: [string, string | null][] = [
    ['what', consent.title],
    ['when', `${when} (${consent.text})`],
    ['where', `${remote ? t('volunteering:remote') : placeName(places.get(place), PENDING_NAME)}. ${meet}`],
    ['who', consent.organization],
    ['risks', consent.risks],
    ['gear', consent.gear],
  ];
  return (
    <section className="sheet pad-l">
      <dl className="facts-list">
        {facts
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <dt>{t(`signUps:minor.facts.${name}`)}</dt>
              <dd className="pre break">{typograph(text ?? '')}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Decide({ consent, token }: { consent: GuardianConsent; token: string }): ReactNode {
  const [guardian, setGuardian] = useState('');
  const [relation, setRelation] = useState<Relation>('mother');
  const action = useAction(decideConsent, { refresh: ['consent'] });
  return (
    <form
      className="give"
      aria-labelledby="decide"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run({ token, decision: 'given', guardian, relation });
      }}
    >
      <div className="give-part stack">
        <h2 className="h-block" id="decide">
          {t('signUps:minor.decide')}
        </h2>
        {consent.status === 'waiting' && consent.can.length > 0 ? (
          <p className="small muted">
            {t('signUps:minor.noAccount', { until: dayTime(consent.answerUntil, consent.timeZone) })}
          </p>
        ) : (
          <Notice look={consent.status === 'given' ? 'good' : 'wait'} role="status">
            <p>
              {t(
                `signUps:minor.status.${consent.can.length === 0 && consent.status === 'waiting' ? 'lapsed' : consent.status}`,
              )}
            </p>
          </Notice>
        )}
        {consent.can.includes('given') && (
          <>
            <TextField
              label={t('signUps:minor.name')}
              autoComplete="name"
              value={guardian}
              error={action.error('guardian')}
              maxLength={120}
              onChange={(event) => setGuardian(event.target.value)}
              required
            />
            <SelectField
              label={t('signUps:minor.relation')}
              value={relation}
              error={action.error('relation')}
              onChange={(event) => setRelation(event.target.value as Relation)}
            >
              {RELATIONS.map((one) => (
                <option key={one} value={one}>
                  {t(`signUps:minor.relations.${one}`)}
                </option>
              ))}
            </SelectField>
            <Button type="submit" look="main" size="large" wide busy={action.busy}>
              {t('signUps:minor.yes')}
            </Button>
          </>
        )}
        {consent.can.includes('refused') && (
          <Button look="no" wide busy={action.busy} onClick={() => void action.run({ token, decision: 'refused' })}>
            {t(consent.status === 'given' ? 'signUps:minor.takeBack' : 'signUps:minor.no')}
          </Button>
        )}
        <p className="hint">{t('signUps:minor.kept')}</p>
        <ProblemNotice problem={action.general} />
      </div>
    </form>
  );
}

/** One shift, one child, one page, no account: the link is the proof, and opening it alone does nothing. */
export function ConsentPage(): ReactNode {
  const [token] = useState(tokenOfAddress);
  const query = useConsent(token);
  return (
    <div className="wrap">
      <PageHead title={t('signUps:minor.title')} />
      {token ? (
        <Loaded query={query}>
          {(consent) => (
            <>
              <header className="page-head">
                <h1 className="h-page">
                  {typograph(t('signUps:minor.heading', { child: consent.child, age: consent.age }))}
                </h1>
              </header>
              <div className="split split-long">
                <Facts consent={consent} />
                <Decide consent={consent} token={token} />
              </div>
            </>
          )}
        </Loaded>
      ) : (
        <>
          <h1 className="h-page">{t('signUps:minor.title')}</h1>
          <Notice look="wait">
            <p>{t('identity:noToken')}</p>
          </Notice>
        </>
      )}
    </div>
  );
}
