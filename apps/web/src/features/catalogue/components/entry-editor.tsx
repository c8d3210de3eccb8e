import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { KindMark } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { KINDS } from '../../../lib/api-types.js';
import { count } from '../../../lib/amount.js';
import { hasWords, nameOf, t } from '../../../lib/words.js';
import { changeEntry, type ChangeForm, type EntryEditor, type EntryType } from '../api/editor.js';
import { useUnits } from '../api/catalogue.js';
import { EntryHistory } from './entry-history.js';
import { Retire } from './retire.js';
import { said, saidUses } from './said.js';
import { SearchedInVain } from './searched-in-vain.js';
import { UnitsField, WordsField } from './words-field.js';

type Line = 'nameRu' | 'nameEn' | 'hintRu' | 'symbolRu' | 'symbolEn' | 'ruOne' | 'ruFew' | 'ruMany';
type UnitList = 'goodsUnits' | 'timeUnits' | 'otherUnits';
/** Single lines that can be changed, by sort of entry. */
const LINES: Readonly<Record<EntryType, readonly Line[]>> = {
  category: ['nameRu', 'nameEn'],
  item: ['nameRu', 'nameEn'],
  skill: ['nameRu', 'nameEn'],
  group: ['nameRu', 'nameEn'],
  sphere: ['nameRu', 'nameEn', 'hintRu'],
  unit: ['nameRu', 'nameEn', 'symbolRu', 'symbolEn', 'ruOne', 'ruFew', 'ruMany'],
};
const UNITS: Readonly<Partial<Record<EntryType, readonly UnitList[]>>> = {
  category: ['goodsUnits', 'timeUnits'],
  item: ['otherUnits'],
};
/** What can name an entry: no need names a sphere, and ended needs are counted of categories alone. */
const COUNTED: Readonly<Partial<Record<EntryType, readonly ('needs' | 'endedNeeds' | 'offers' | 'standingOffers')[]>>> =
  {
    sphere: ['offers', 'standingOffers'],
    category: ['needs', 'endedNeeds', 'offers', 'standingOffers'],
    item: ['needs', 'offers', 'standingOffers'],
  };
const SEARCHED: readonly EntryType[] = ['category', 'item', 'skill', 'sphere'];

/** What is sent: only what differs from what stands there. */
function changesOf(entry: EntryEditor, draft: ChangeForm): ChangeForm {
  const known: Record<string, unknown> = { ...entry.fields, synonyms: entry.synonyms };
  return Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field])),
  );
}

function Units({
  entry,
  field,
  draft,
  put,
}: {
  entry: EntryEditor;
  field: UnitList;
  draft: ChangeForm;
  put: (field: string, value: unknown) => void;
}): ReactNode {
  const units = useUnits().data ?? [];
  const locked = new Map(entry.uses.units.map(({ unit, needs, offers }) => [unit, saidUses(needs, offers)]));
  const label = t(`catalogue:field.${field}`);
  return (
    <div>
      <h3>{label}</h3>
      <UnitsField
        label={label}
        chosen={(draft[field] ?? entry.fields[field]) as string[]}
        main={entry.fields.defaultUnit as string}
        locked={locked}
        choices={units.map((unit) => ({ code: unit.code, name: nameOf(unit) }))}
        onChange={(value) => put(field, value)}
      />
    </div>
  );
}

function Kinds({
  entry,
  draft,
  put,
}: {
  entry: EntryEditor;
  draft: ChangeForm;
  put: (field: string, value: unknown) => void;
}): ReactNode {
  const chosen: readonly string[] = draft.kinds ?? entry.kinds;
  return (
    <fieldset>
      <legend>
        <h3>{t('catalogue:field.kinds')}</h3>
      </legend>
      {KINDS.map((kind) => (
        <label key={kind} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(kind)}
            disabled={entry.kinds.includes(kind)}
            onChange={(event) =>
              put('kinds', event.target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))
            }
          />
          <KindMark kind={kind} size="s" /> {t(`kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Uses({ entry }: { entry: EntryEditor }): ReactNode {
  const named = COUNTED[entry.type];
  if (named === undefined) return null;
  const counts = named.map((key) => [key, entry.uses[key]] as const);
  return (
    <>
      <h3>{t('catalogue:usesTitle')}</h3>
      <dl className="uses">
        {counts.map(([key, number]) => (
          <div key={key}>
            <dt>{t(`catalogue:uses.${key}`, { count: number ?? 5 })}</dt>
            <dd>{said(number)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface PartProps {
  entry: EntryEditor;
  draft: ChangeForm;
  put: (field: string, value: unknown) => void;
}

function Synonyms({ entry, draft, put }: PartProps): ReactNode {
  const synonyms = draft.synonyms ?? entry.synonyms;
  return (
    <>
      {(['ru', 'en'] as const).map((lang) => (
        <div key={lang}>
          <h3>{t(`catalogue:synonyms.${lang}`)}</h3>
          <WordsField
            label={t(`catalogue:synonyms.${lang}`)}
            words={synonyms[lang]}
            before={entry.synonyms[lang]}
            lang={lang}
            onChange={(words) => put('synonyms', { ...synonyms, [lang]: words })}
          />
        </div>
      ))}
      <SearchedInVain
        taken={[...synonyms.ru, ...synonyms.en]}
        onAdd={(lang, words) => put('synonyms', { ...synonyms, [lang]: [...synonyms[lang], words] })}
      />
    </>
  );
}

interface SaveBarProps {
  changed: number;
  reason: string;
  busy: boolean;
  onReason: (reason: string) => void;
  onDrop: () => void;
}

function SaveBar({ changed, reason, busy, onReason, onDrop }: SaveBarProps): ReactNode {
  return (
    <div className="stack">
      <TextField
        label={t('catalogue:reason')}
        optional
        maxLength={500}
        value={reason}
        onChange={(event) => onReason(event.target.value)}
      />
      <div className="savebar" role="status">
        <span>
          <b>{t('catalogue:changed', { count: changed, shown: count(changed) })}</b> {t('catalogue:whatSavingDoes')}
        </span>
        <Button look="plain" size="dense" onClick={onDrop}>
          {t('catalogue:dropChanges')}
        </Button>
        <Button look="main" size="dense" type="submit" busy={busy}>
          {t('catalogue:save')}
        </Button>
      </div>
    </div>
  );
}

/** One entry: what can be said of it, what names it, how it goes out of use, and what was changed. */
export function EntryForm({
  entry: now,
  others,
}: {
  entry: EntryEditor;
  others: readonly { code: string; name: string }[];
}): ReactNode {
  // A draft stands on the entry as it was when the draft began: what others change meanwhile is refused by its version, never overwritten.
  const [begun, setBegun] = useState<{ entry: EntryEditor; draft: ChangeForm } | null>(null);
  const { entry, draft } = begun ?? { entry: now, draft: {} };
  const action = useAction(changeEntry, { refresh: ['catalogue-editor', 'catalogue'], onDone: () => setBegun(null) });
  const put = (field: string, value: unknown): void =>
    setBegun((before) => ({ entry: before?.entry ?? now, draft: { ...before?.draft, [field]: value } }));
  const drop = (): void => {
    action.clear();
    setBegun(null);
  };
  const changes = changesOf(entry, draft);
  const changed = Object.keys(changes).filter((field) => field !== 'reason').length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({ type: entry.type, code: entry.code, version: entry.version, form: changes });
  };
  return (
    <section className="cat-e" aria-labelledby="entry" data-entry={entry.code}>
      <form onSubmit={submit}>
        <div className="cat-head">
          <h2 className="h-small" id="entry">
            {nameOf(entry)}
          </h2>
          <span className="small muted code">{entry.code}</span>
        </div>
        <div className="cat-row">
          {LINES[entry.type].map((field) => (
            <TextField
              key={field}
              label={t(`catalogue:field.${field}`)}
              lang={/En$/.test(field) ? 'en' : 'ru'}
              required
              maxLength={120}
              value={String(draft[field] ?? entry.fields[field] ?? '')}
              error={action.error(field)}
              onChange={(event) => put(field, event.target.value)}
            />
          ))}
        </div>
        {SEARCHED.includes(entry.type) && <Synonyms entry={entry} draft={draft} put={put} />}
        <div className="cat-row">
          {entry.type === 'category' && <Kinds entry={entry} draft={draft} put={put} />}
          {(UNITS[entry.type] ?? []).map((field) => (
            <Units key={field} entry={entry} field={field} draft={draft} put={put} />
          ))}
        </div>
        {entry.flags.length > 0 && (
          <>
            <h3>{t('catalogue:rules')}</h3>
            <ul className="words">
              {entry.flags.map((flag) => (
                <li key={flag} className="word is-plain">
                  {hasWords(`catalogue:flag.${flag}`) ? t(`catalogue:flag.${flag}`) : flag}
                </li>
              ))}
            </ul>
          </>
        )}
        <Uses entry={entry} />
        <ProblemNotice problem={action.general} onTake={now.version === entry.version ? undefined : drop} />
        {changed > 0 && (
          <SaveBar
            changed={changed}
            reason={String(draft.reason ?? '')}
            busy={action.busy}
            onReason={(reason) => put('reason', reason || undefined)}
            onDrop={drop}
          />
        )}
      </form>
      <Retire entry={now} others={others} />
      <EntryHistory entry={now} />
    </section>
  );
}
