import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Need } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { editNeed } from '../api/needs.js';

/** The text that a moderator proposed with the return, whole, and taken in one press; sending it again stays the author's. */
export function SuggestedText({ need }: { need: Need }): ReactNode {
  const action = useAction(editNeed, {
    refresh: ['needs'],
    onDone: () => goToOutcome('[data-suggested-taken]', t('needsDesk:suggested.taken')),
  });
  const { suggestedText } = need;
  if (!suggestedText || !need.can.includes('edit')) return null;
  const taken = suggestedText === need.description;
  return (
    <div className="panel-body" data-suggested>
      <h3 className="h-dense">{t('needsDesk:suggested.title')}</h3>
      {taken ? (
        <p className="small good" tabIndex={-1} data-suggested-taken>
          {t('needsDesk:suggested.taken')}
        </p>
      ) : (
        <>
          <blockquote className="gap-top-2 break pre">{suggestedText}</blockquote>
          <ProblemNotice problem={action.problem} />
          <p className="gap-top-3">
            <Button
              look="main"
              busy={action.busy}
              onClick={() =>
                void action.run({ id: need.id, version: need.version, changes: { description: suggestedText } })
              }
            >
              {t('needsDesk:suggested.take')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}
