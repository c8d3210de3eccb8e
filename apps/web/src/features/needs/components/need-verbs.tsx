import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Need } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { needVerb, type NeedVerb } from '../api/needs.js';

const LOOK: Record<NeedVerb, 'main' | 'quiet' | 'no'> = {
  submit: 'main',
  renew: 'quiet',
  close: 'quiet',
  withdraw: 'no',
};
const VERBS: readonly NeedVerb[] = ['submit', 'renew', 'close', 'withdraw'];

/**
 * The verbs that the server allows now. What cannot be taken back asks once more.
 * @param photoPicked a file is chosen and not added: in review no photo can be added, so that submitting waits for it
 */
export function NeedVerbs({
  need,
  dense = false,
  photoPicked = false,
}: {
  need: Need;
  dense?: boolean;
  photoPicked?: boolean;
}): ReactNode {
  const [sure, setSure] = useState<NeedVerb | null>(null);
  const [held, setHeld] = useState(false);
  const action = useAction(needVerb, {
    refresh: ['needs', 'matches', 'why-not', 'appeals'],
    onDone: ({ id, status }) => {
      setSure(null);
      const word = t(`needs:status.${status}`);
      goToOutcome(`[data-after="${id} ${status}"]`, word, status === 'in_review' ? undefined : word);
    },
  });
  const verbs = VERBS.filter((verb) => need.can.includes(verb));
  if (verbs.length === 0 && !action.problem) return null;
  const size = dense ? ('dense' as const) : ('' as const);
  return (
    <div className={dense ? undefined : 'panel-body'}>
      <div className="danger-zone">
        {verbs.map((verb) => (
          <Button
            key={verb}
            size={size}
            look={LOOK[verb]}
            busy={action.busy && sure === null}
            aria-expanded={verb === 'withdraw' || verb === 'close' ? sure === verb : undefined}
            onClick={() => {
              setHeld(verb === 'submit' && photoPicked);
              if (verb === 'submit' && photoPicked) return;
              if (verb === 'withdraw' || verb === 'close') setSure(sure === verb ? null : verb);
              else void action.run({ id: need.id, verb });
            }}
          >
            {t(`needsDesk:verb.${verb}`)}
          </Button>
        ))}
      </div>
      {held && photoPicked && (
        <div className="gap-top-3">
          <Notice look="wait" role="alert">
            <p>{t('needsDesk:photoPicked')}</p>
          </Notice>
        </div>
      )}
      {sure && (
        <div className="prop-part">
          <p className="small">{t(`needsDesk:sure.${sure}`)}</p>
          <Button
            look="no"
            size={size}
            busy={action.busy}
            autoFocus
            onClick={() => void action.run({ id: need.id, verb: sure })}
          >
            {t(`needsDesk:verb.${sure}`)}
          </Button>
          <Button look="plain" size={size} onClick={() => setSure(null)}>
            {t('form.close')}
          </Button>
        </div>
      )}
      {action.problem && (
        <div className="gap-top-3">
          <ProblemNotice problem={action.problem} />
          {action.problem.fields.map((f) => (
            <p className="error" key={f.field + f.code}>
              {f.message}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
