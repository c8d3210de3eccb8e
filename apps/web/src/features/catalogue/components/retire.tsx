import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import { restoreEntry, retireEntry, type EntryEditor } from '../api/editor.js';
import { said } from './said.js';

/** Out of use, or back into it. Whether it needs something in its place is decided by the server; standing offers are a reason to choose it first. */
export function Retire({
  entry,
  others,
}: {
  entry: EntryEditor;
  others: readonly { code: string; name: string }[];
}): ReactNode {
  const zone = useZone();
  const [successor, setSuccessor] = useState('');
  const [reason, setReason] = useState('');
  const refresh = ['catalogue-editor', 'catalogue'];
  const [retire, restore] = [
    useAction(retireEntry, {
      refresh,
      onDone: () => {
        setSuccessor('');
        setReason('');
      },
    }),
    useAction(restoreEntry, { refresh }),
  ];
  const { type, code, version, uses } = entry;
  const needed = uses.standingOffers !== 0;
  if (entry.can.includes('restore')) {
    const after = others.find((one) => one.code === entry.successor)?.name;
    return (
      <>
        <h3>{t('catalogue:retiredTitle')}</h3>
        {restore.problem && <ProblemNotice problem={restore.problem} />}
        <div className="retire">
          <p>
            {t('catalogue:retiredSince', {
              date: entry.retiredAt ? day(entry.retiredAt, zone) : '',
              after: after ?? '',
              has: after ? 'yes' : 'no',
            })}
          </p>
          <Button size="dense" busy={restore.busy} onClick={() => void restore.run({ type, code, version })}>
            {t('catalogue:restore')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <h3>{t('catalogue:retireTitle')}</h3>
      {retire.problem && <ProblemNotice problem={retire.problem} />}
      <div className="retire">
        <p>{t('catalogue:retireText', { open: said(uses.needs) })}</p>
        <div className="cat-row">
          <SelectField
            label={t('catalogue:successor')}
            optional={!needed}
            value={successor}
            onChange={(event) => setSuccessor(event.target.value)}
          >
            <option value="">{t('catalogue:noSuccessor')}</option>
            {others
              .filter((one) => one.code !== code)
              .map((one) => (
                <option key={one.code} value={one.code}>
                  {one.name}
                </option>
              ))}
          </SelectField>
          <TextField
            label={t('catalogue:reason')}
            optional
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        {needed && successor === '' && (
          <p className="tiny muted">{t('catalogue:successorFirst', { shown: said(uses.standingOffers) })}</p>
        )}
        <Button
          look="no"
          size="dense"
          busy={retire.busy}
          disabled={needed && successor === ''}
          onClick={() =>
            void retire.run({
              type,
              code,
              version,
              form: { successor: successor || undefined, reason: reason || undefined },
            })
          }
        >
          {t('catalogue:retire')}
        </Button>
      </div>
    </>
  );
}
