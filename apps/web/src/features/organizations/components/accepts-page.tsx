import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Checks } from '../../../components/checks.js';
import { FieldError } from '../../../components/field.js';
import { Kept, type Keeping } from '../../../components/kept.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { PageHead } from '../../../components/page.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { CONDITIONS } from '../../../lib/conditions.js';
import { focusFirstError } from '../../../lib/form.js';
import { nameOf, t } from '../../../lib/words.js';
import { useCategories, useGoods } from '../../catalogue/api/catalogue.js';
import { useSession } from '../../identity/api/session.js';
import { saveAccepts, useOrganization, type Accepts, type Organization } from '../api/organizations.js';
import { deskGate } from './desk-gate.js';
import { DeskPath } from './desk-path.js';

const route = getRouteApi('/desk/$org/accepts');

/** Things by category; a category that has some chosen stands open. */
function NotNow({ chosen, onChange }: { chosen: readonly string[]; onChange: (codes: string[]) => void }): ReactNode {
  const goods = useGoods().data ?? [];
  const [opened] = useState(chosen);
  return useCategories().data?.map((category) => {
    const things = goods.filter((thing) => thing.category === category.code);
    if (things.length === 0) return null;
    const count = things.filter(({ code }) => chosen.includes(code)).length;
    return (
      <details key={category.code} open={things.some(({ code }) => opened.includes(code))}>
        <summary>
          {nameOf(category)}
          {count > 0 && <span className="muted"> · {t('organizations:accepts.chosen', { count })}</span>}
        </summary>
        <div className="gap-top-2 gap-below-4">
          <Checks
            legend={t('organizations:accepts.notNow')}
            choices={things.map((thing) => ({ code: thing.code, label: nameOf(thing) }))}
            chosen={chosen}
            onChange={onChange}
          />
        </div>
      </details>
    );
  });
}

function AcceptsForm({ organization, keep, take }: Keeping<Organization> & { organization: Organization }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const [accepts, setAccepts] = useState<Accepts>(
    (organization.accepts as Accepts | null) ?? { conditions: [], notNow: [] },
  );
  const [done, setDone] = useState(false);
  const action = useAction(saveAccepts, {
    refresh: ['organization', 'need', 'needs'],
    onDone: (saved) => {
      keep(saved);
      setDone(true);
    },
  });
  const wrong = action.error('accepts.notNow');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setDone(false);
    await action.run({ organization, accepts });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack-6" onSubmit={(event) => void submit(event)}>
      <section className="sheet pad-l stack" aria-labelledby="conditions">
        <h2 className="h-block" id="conditions">
          {t('organizations:accepts.conditions')}
        </h2>
        <p className="small muted">{t('organizations:accepts.conditionsText')}</p>
        <Checks
          legend={t('organizations:accepts.take')}
          choices={CONDITIONS.map((code) => ({ code, label: t(`things:conditions.${code}`) }))}
          chosen={accepts.conditions}
          onChange={(conditions) => setAccepts({ ...accepts, conditions: conditions as Accepts['conditions'] })}
        />
      </section>
      <section className="sheet pad-l stack" aria-labelledby="not-now">
        <h2 className="h-block" id="not-now">
          {t('organizations:accepts.notNow')}
        </h2>
        <p className="small muted">{t('organizations:accepts.notNowText')}</p>
        <NotNow chosen={accepts.notNow} onChange={(notNow) => setAccepts({ ...accepts, notNow })} />
        {wrong && <FieldError id="not-now-error">{wrong}</FieldError>}
      </section>
      {done && (
        <Notice look="good" role="status">
          <p>{t('organizations:accepts.done')}</p>
        </Notice>
      )}
      <ProblemNotice problem={action.general} onTake={take} />
      <p>
        <Button type="submit" look="main" size="large" busy={action.busy}>
          {t('organizations:accepts.save')}
        </Button>
      </p>
    </form>
  );
}

/** What an organization takes in all its needs for things, and what it has enough of at present. */
export function AcceptsPage(): ReactNode {
  const { org } = route.useParams();
  const { data: session } = useSession();
  const membership = session?.memberships.find(({ organization }) => organization.id === org);
  const query = useOrganization(org, Boolean(membership));
  const gate = deskGate(session, membership !== undefined);
  if (gate) return gate;
  return (
    <div className="wrap page-form">
      <PageHead title={t('organizations:accepts.title')} />
      <DeskPath org={org} />
      <header className="page-head">
        <h1 className="h-page">{t('organizations:accepts.title')}</h1>
        <p className="lead">{t('organizations:accepts.lead')}</p>
      </header>
      <Loaded query={query}>
        {(organization) =>
          organization.can.includes('edit-contacts') ? (
            <Kept now={organization} version={(one) => one.version}>
              {(read, keeping) => <AcceptsForm organization={read} {...keeping} />}
            </Kept>
          ) : (
            <Notice>
              <p>{t('organizations:accepts.notYours')}</p>
            </Notice>
          )
        }
      </Loaded>
    </div>
  );
}
