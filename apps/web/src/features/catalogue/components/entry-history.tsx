import type { ReactNode } from 'react';
import { day } from '../../../lib/dates.js';
import { t } from '../../../lib/words.js';
import { useZone } from '../../installation/api/installation.js';
import type { EntryEditor } from '../api/editor.js';
import { saidEdit } from './said.js';

export function EntryHistory({ entry }: { entry: EntryEditor }): ReactNode {
  const zone = useZone();
  return (
    <>
      <h3>{t('catalogue:history')}</h3>
      <ol className="cat-log" data-history>
        {entry.history.map((edit) => (
          <li key={edit.version}>
            <time dateTime={edit.at}>{day(edit.at, zone)}</time>
            <span>
              <b>{edit.person.name}</b>: {saidEdit(edit)} {edit.reason && <q>{edit.reason}</q>}
            </span>
          </li>
        ))}
        {entry.history.at(-1)?.action !== 'add' && (
          <li>
            <span />
            <span>{t('catalogue:fromFiles')}</span>
          </li>
        )}
      </ol>
    </>
  );
}
