import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction, type Action } from '../../../lib/action.js';
import type { Need } from '../../../lib/api-types.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { copyNeed, useNeeds } from '../api/needs.js';

const ENDED: Need['status'][] = ['met', 'reported', 'closed', 'withdrawn', 'expired'];

/** A draft from a need that was; afterwards its page, where the deadline can be set right and the draft sent. */
function useCopy(): Action<string> {
  const navigate = useNavigate();
  return useAction(copyNeed, {
    refresh: ['needs'],
    onDone: (need) => void navigate({ to: '/needs/$id', params: { id: need.id } }),
  });
}

function Failed({ action }: { action: Action<string> }): ReactNode {
  return (
    <>
      <ProblemNotice problem={action.problem} />
      {action.problem?.fields.map((f) => (
        <p className="error" key={f.field + f.code}>
          {f.message}
        </p>
      ))}
    </>
  );
}

export function CopyNeed({ id, dense = false }: { id: string; dense?: boolean }): ReactNode {
  const action = useCopy();
  return (
    <>
      <Button size={dense ? 'dense' : ''} look="plain" busy={action.busy} onClick={() => void action.run(id)}>
        {t('needsDesk:copy.again')}
      </Button>
      <Failed action={action} />
    </>
  );
}

/** "Like last winter": the form may begin with a need that has ended. Nothing where there is none. */
export function CopyOfEarlier({ org }: { org: string }): ReactNode {
  const places = useCatalogue('places');
  const earlier = useNeeds({ organization: org, status: ENDED, limit: 100 }).data?.items ?? [];
  const [id, setId] = useState('');
  const action = useCopy();
  if (earlier.length === 0) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (id) void action.run(id);
  };
  return (
    <details className="sheet panel-more gap-below-4">
      <summary>{t('needsDesk:copy.title')}</summary>
      <form className="pad stack" onSubmit={submit}>
        <SelectField
          label={t('needsDesk:copy.which')}
          hint={t('needsDesk:copy.hint')}
          required
          value={id}
          onChange={(event) => setId(event.target.value)}
        >
          <option value="">{t('form.choose')}</option>
          {earlier.map((need) => (
            <option
              key={need.id}
              value={need.id}
            >{`${typograph(need.title)} (${day(need.deadline, places.get(need.place)?.timeZone)})`}</option>
          ))}
        </SelectField>
        <Failed action={action} />
        <p>
          <Button type="submit" look="quiet" busy={action.busy}>
            {t('needsDesk:copy.go')}
          </Button>
        </p>
      </form>
    </details>
  );
}
