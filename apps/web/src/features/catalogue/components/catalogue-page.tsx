import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField } from '../../../components/field.js';
import { Icon, Tag } from '../../../components/marks.js';
import { Bones, Loaded } from '../../../components/states.js';
import { count } from '../../../lib/amount.js';
import { useDebounced } from '../../../lib/later.js';
import { hasWords, nameOf, t } from '../../../lib/words.js';
import { AdminRoom } from '../../installation/components/admin-room.js';
import { useMayEnter } from '../../identity/api/session.js';
import { ENTRY_TYPES, useEntries, useEntry, useFirstFound, type EditedEntry, type EntryType } from '../api/editor.js';
import './catalogue.css';
import { EntryForm } from './entry-editor.js';
import { NewEntry } from './new-entry.js';
import { said } from './said.js';

interface Filters {
  type?: EntryType;
  sphere?: string;
  code?: string;
  new?: boolean;
}
const ADDRESS = '/admin/catalogue';

/** Which entry a word finds: synonyms are the daily work, so this stands on top. */
function WordTester(): ReactNode {
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim().slice(0, 100), 250);
  const { data: found } = useFirstFound(words);
  return (
    <>
      <label className="searchbox">
        <span className="sr">{t('catalogue:tester')}</span>
        <Icon name="search" />
        <input
          className="input input-dense"
          type="search"
          maxLength={100}
          placeholder={t('catalogue:tester')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <p className="small muted" role="status" data-found={found?.code}>
        {words.length > 1 && found === null && t('catalogue:findsNothing', { words })}
        {words.length > 1 && found && (
          <>
            {t('catalogue:finds', { words })} <b>{found.name}</b>,{' '}
            {t(found.matched === found.name ? 'catalogue:byName' : 'catalogue:bySynonym', { matched: found.matched })}
          </>
        )}
      </p>
    </>
  );
}

function Spheres({
  spheres,
  categories,
  chosen,
}: {
  spheres: readonly EditedEntry[];
  categories: readonly EditedEntry[];
  chosen: string;
}): ReactNode {
  const navigate = useNavigate();
  const inside = (code: string): string =>
    count(categories.filter(({ within, retiredAt }) => within === code && retiredAt === null).length);
  return (
    <>
      <nav className="cat-s" aria-label={t('catalogue:spheres')}>
        {spheres.map((sphere) => (
          <Link
            key={sphere.code}
            to={ADDRESS}
            search={{ type: 'category', sphere: sphere.code }}
            aria-current={sphere.code === chosen ? 'true' : undefined}
          >
            <span>{nameOf(sphere)}</span>
            <span className="n">{inside(sphere.code)}</span>
          </Link>
        ))}
      </nav>
      <div className="cat-phone">
        <SelectField
          label={t('catalogue:sphere')}
          value={chosen}
          onChange={(event) => void navigate({ to: ADDRESS, search: { type: 'category', sphere: event.target.value } })}
        >
          {spheres.map((sphere) => (
            <option key={sphere.code} value={sphere.code}>
              {nameOf(sphere)}, {inside(sphere.code)}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  );
}

function Row({
  entry,
  filters,
  current,
  successor,
}: {
  entry: EditedEntry;
  filters: Filters;
  current: boolean;
  successor: string | undefined;
}): ReactNode {
  const kinds = entry.kinds.map((kind) => t(`kind.${kind}`).toLowerCase()).join(', ');
  const flags = entry.flags
    .filter((flag) => hasWords(`catalogue:flag.${flag}`))
    .map((flag) => t(`catalogue:flag.${flag}`));
  const about = entry.retiredAt
    ? successor
      ? t('catalogue:instead', { name: successor })
      : ''
    : [kinds, ...flags].filter(Boolean).join(' · ');
  return (
    <Link
      to={ADDRESS}
      search={{ ...filters, code: entry.code, new: undefined }}
      aria-current={current ? 'true' : undefined}
      className={entry.retiredAt ? 'is-gone' : undefined}
    >
      <b>{nameOf(entry)}</b>
      {entry.retiredAt ? (
        <Tag>{t('catalogue:gone')}</Tag>
      ) : entry.type === 'category' ? (
        <span className="n">{said(entry.openNeeds)}</span>
      ) : (
        <span className="n code">{entry.code}</span>
      )}
      {about !== '' && <small>{about}</small>}
    </Link>
  );
}

function Editor({ type, code, others }: { type: EntryType; code: string; others: readonly EditedEntry[] }): ReactNode {
  const query = useEntry(type, code);
  const choices = others
    .filter(({ retiredAt }) => retiredAt === null)
    .map((one) => ({ code: one.code, name: nameOf(one) }));
  return (
    <Loaded
      query={query}
      bones={
        <section className="cat-e">
          <Bones rows={4} />
        </section>
      }
    >
      {(entry) => <EntryForm key={`${type} ${code}`} entry={entry} others={choices} />}
    </Loaded>
  );
}

function Entries({
  filters,
  entries,
  spheres,
}: {
  filters: Filters;
  entries: readonly EditedEntry[];
  spheres: readonly EditedEntry[];
}): ReactNode {
  const navigate = useNavigate();
  const { type = 'category' } = filters;
  const known = entries.find(({ code }) => code === filters.code);
  const sphere = filters.sphere ?? (type === 'category' ? known?.within : null) ?? spheres[0]?.code ?? '';
  const shown = type === 'category' ? entries.filter(({ within }) => within === sphere) : entries;
  const code = known?.code ?? shown[0]?.code;
  const title = type === 'category' ? nameOf(spheres.find((one) => one.code === sphere)) : t(`catalogue:type.${type}`);
  return (
    <div className={type === 'category' ? 'cat' : 'cat is-flat'}>
      {type === 'category' && <Spheres spheres={spheres} categories={entries} chosen={sphere} />}
      <nav className="cat-c" aria-label={title}>
        <div className="panel-head">
          <h2 className="h-dense">{title}</h2>
          {type === 'category' && <span className="tiny muted push nowrap">{t('catalogue:openNeeds')}</span>}
        </div>
        {shown.map((entry) => (
          <Row
            key={entry.code}
            entry={entry}
            filters={filters}
            current={!filters.new && entry.code === code}
            successor={nameOf(entries.find((one) => one.code === entry.successor)) || undefined}
          />
        ))}
      </nav>
      {filters.new ? (
        <NewEntry
          key={`${type} ${sphere}`}
          type={type}
          sphere={sphere}
          done={(made) =>
            void navigate({
              to: ADDRESS,
              search: { type, sphere: type === 'category' ? sphere : undefined, code: made },
            })
          }
        />
      ) : (
        code !== undefined && <Editor type={type} code={code} others={entries} />
      )}
    </div>
  );
}

/** What may be asked for and given, edited: spheres, categories, one entry. */
export function CataloguePage(): ReactNode {
  const asked = useSearch({ from: ADDRESS });
  const filters: Filters = { ...asked, type: ENTRY_TYPES.find((type) => type === asked.type) };
  const navigate = useNavigate();
  const type = filters.type ?? 'category';
  const mayEnter = useMayEnter(['administrator']) === true;
  const [spheres, entries] = [useEntries('sphere', mayEnter), useEntries(type, mayEnter)];
  const add = (): void => void navigate({ to: ADDRESS, search: { ...filters, type, code: undefined, new: true } });
  return (
    <AdminRoom room="catalogue" lead={t('catalogue:lead')}>
      <div className="cat-tools">
        <nav className="seg seg-dense seg-scroll" aria-label={t('catalogue:what')}>
          {ENTRY_TYPES.map((one) => (
            <Link key={one} to={ADDRESS} search={{ type: one }} aria-current={one === type ? 'page' : undefined}>
              {t(`catalogue:type.${one}`)}
            </Link>
          ))}
        </nav>
        <WordTester />
        <Button look="main" size="dense" onClick={add}>
          <Icon name="plus" small />
          {t(`catalogue:new.${type}`)}
        </Button>
      </div>
      <Loaded query={spheres}>
        {(known) => (
          <Loaded query={entries}>{(list) => <Entries filters={filters} entries={list} spheres={known} />}</Loaded>
        )}
      </Loaded>
    </AdminRoom>
  );
}
