import { useState, type ReactNode } from 'react';
import { SelectField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { hasWords, t } from '../../../lib/words.js';
import { useMailWords } from '../../installation/api/installation.js';
import { choose, useChoices, type Choice, type MailKind } from '../api/notifications.js';

/** Which mails come, kind by kind, beside the list that has everything all the same. */
export function MailChoices(): ReactNode {
  const query = useChoices();
  const mailWords = useMailWords();
  const [saved, setSaved] = useState(false);
  const action = useAction(choose, { refresh: ['mail-choices'], onDone: () => setSaved(true) });
  return (
    <section className="panel notice-mails" aria-labelledby="mails">
      <div className="panel-head">
        <h2 className="h-dense" id="mails">
          {t('notifications:mails')}
        </h2>
      </div>
      <div className="panel-body">
        <p className="small muted">{mailWords('notifications:mailsText')}</p>
        <Loaded query={query}>
          {({ kinds, choices }) => (
            <div className="notice-choices">
              {(Object.entries(choices) as [MailKind, Choice[]][])
                .filter(([kind, offered]) => offered.length > 1 && hasWords(`notifications:kind.${kind}`))
                .map(([kind, offered]) => (
                  <SelectField
                    key={kind}
                    label={t(`notifications:kind.${kind}`)}
                    value={kinds[kind]}
                    onChange={(event) => void action.run({ [kind]: event.target.value as Choice })}
                  >
                    {offered.map((choice) => (
                      <option key={choice} value={choice}>
                        {/* these are written once a week at most, so that "at once" and "once a day" would be untrue */}
                        {kind === 'following' && choice !== 'off'
                          ? t(choice === 'digest' ? 'notifications:newsInDigest' : 'notifications:newsAtOnce')
                          : t(`notifications:choice.${choice}`)}
                      </option>
                    ))}
                  </SelectField>
                ))}
            </div>
          )}
        </Loaded>
        <p className="small good" role="status">
          {saved && !action.problem && t('notifications:saved')}
        </p>
        <ProblemNotice problem={action.problem} />
      </div>
    </section>
  );
}
