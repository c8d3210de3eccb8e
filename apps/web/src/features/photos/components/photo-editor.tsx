import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Photo } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { addPhoto, isPhonePicture, orderPhotos, PHOTO_TYPES, removePhoto, type PhotoOf } from '../api/photos.js';

const MOST = 8;

interface LineProps {
  photo: Photo;
  at: number;
  count: number;
  ordered: boolean;
  moving: boolean;
  removing: boolean;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

/** A photo, whether others see it yet, its place in the row, and the way out. */
function PhotoLine({ photo, at, count, ordered, moving, removing, onMove, onRemove }: LineProps): ReactNode {
  const called = photo.alt ?? t('photos:nth', { n: at + 1 });
  const move = (step: 1 | -1): ReactNode => {
    const word = step < 0 ? 'earlier' : 'later';
    return (
      <Button
        size="dense"
        look="plain"
        id={`${photo.id}-${word}`}
        disabled={step < 0 ? at === 0 : at === count - 1}
        busy={moving}
        aria-label={t(`photos:${word}Of`, { photo: called })}
        onClick={() => onMove(step)}
      >
        {t(`photos:${word}`)}
      </Button>
    );
  };
  return (
    <li className="row between row-wrap" data-photo={photo.id}>
      <span className="row">
        {photo.urls ? (
          <img className="photo-thumb" src={photo.urls.small} alt={photo.alt ?? ''} />
        ) : (
          <span className="photo-thumb" />
        )}
        <span>
          {photo.status === 'refused' ? (
            <span className="warn">{photo.reason}</span>
          ) : (
            <Tag look={photo.shown ? 'good' : 'wait'}>
              {t(photo.status === 'waiting' ? 'photos:waiting' : photo.shown ? 'photos:shown' : 'photos:hidden')}
            </Tag>
          )}
        </span>
      </span>
      <span className="row row-wrap photo-acts">
        {ordered && count > 1 && (
          <>
            {move(-1)}
            {move(1)}
          </>
        )}
        <Button size="dense" look="plain" busy={removing} onClick={onRemove}>
          {t('photos:remove')}
        </Button>
      </span>
    </li>
  );
}

interface Moved {
  readonly photo: string;
  readonly step: 1 | -1;
  readonly to: number;
}

/** Once a photo stands in its new place, the button that moved it has the focus again, or its neighbour where it can go no further. */
function useFocusMoved(photos: readonly Photo[], busy: boolean): RefObject<Moved | null> {
  const due = useRef<Moved | null>(null);
  useEffect(() => {
    if (!due.current || busy || photos[due.current.to]?.id !== due.current.photo) return;
    const { photo, step } = due.current;
    due.current = null;
    const at = (word: string): HTMLButtonElement | null => document.querySelector(`[id="${photo}-${word}"]`);
    const [same, other] = step < 0 ? [at('earlier'), at('later')] : [at('later'), at('earlier')];
    (same?.disabled ? other : same)?.focus();
  }, [photos, busy]);
  return due;
}

/** Putting in order. What was said last is read out. */
function useOrder(
  of: PhotoOf,
  id: string,
  photos: readonly Photo[],
  refresh: string[],
): { busy: boolean; problem: Problem | null; said: string; move: (photo: Photo, step: 1 | -1) => void } {
  const [moved, setMoved] = useState<Moved | null>(null);
  const action = useAction(orderPhotos, { refresh });
  const focusRef = useFocusMoved(photos, action.busy);
  const move = (photo: Photo, step: 1 | -1): void => {
    const ids = photos.map((one) => one.id);
    const at = ids.indexOf(photo.id);
    const to = at + step;
    if (of === 'reports' || action.busy || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(at, 1));
    focusRef.current = { photo: photo.id, step, to };
    setMoved(focusRef.current);
    void action.run({ of, id, ids });
  };
  return {
    busy: action.busy,
    problem: action.problem,
    said: moved && !action.busy && !action.problem ? t('photos:moved', { n: moved.to + 1, count: photos.length }) : '',
    move,
  };
}

interface PickerProps {
  input: RefObject<HTMLInputElement | null>;
  name: string;
  alt: string;
  unreadable: boolean;
  busy: boolean;
  onPick: (file: File | undefined) => void;
  onAlt: (alt: string) => void;
  onSend: () => void;
  onDrop: () => void;
}

/** One file at a time, with words for those who do not see it. */
function Picker({ input, name, alt, unreadable, busy, onPick, onAlt, onSend, onDrop }: PickerProps): ReactNode {
  return (
    <>
      <p>
        <label className="btn btn-quiet btn-dense file-pick">
          <input
            ref={input}
            type="file"
            className="sr"
            accept={PHOTO_TYPES}
            onChange={(event) => onPick(event.target.files?.[0])}
          />
          {name || t('photos:pick')}
        </label>
      </p>
      {unreadable && (
        <p className="error" role="alert">
          {t('photos:heic')}
        </p>
      )}
      {name && (
        <>
          <TextField
            label={t('photos:alt')}
            hint={t('photos:altHint')}
            optional
            maxLength={200}
            value={alt}
            onChange={(event) => onAlt(event.target.value)}
          />
          <p className="row row-wrap">
            <Button look="main" size="dense" busy={busy} onClick={onSend}>
              {t('photos:add')}
            </Button>
            <Button look="plain" size="dense" disabled={busy} onClick={onDrop}>
              {t('photos:drop')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

/** Adding, putting in order and removing, for the person who may edit the thing. */
export function PhotoEditor({
  of,
  id,
  photos,
  refresh,
  onPicked,
}: {
  of: PhotoOf;
  id: string;
  photos: readonly Photo[];
  refresh: string[];
  /** Hears whether a file is picked and not added yet: what is sent now goes without it. */
  onPicked?: (picked: boolean) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const heading = useId();
  const [alt, setAlt] = useState('');
  const [name, setName] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const named = (file: string): void => {
    setName(file);
    onPicked?.(file !== '');
  };
  const empty = (): void => {
    setAlt('');
    named('');
    if (input.current) input.current.value = '';
  };
  const add = useAction(addPhoto, { refresh, onDone: empty });
  const remove = useAction(removePhoto, { refresh });
  const order = useOrder(of, id, photos, refresh);
  const pick = (file: File | undefined): void => {
    add.clear();
    setUnreadable(file !== undefined && isPhonePicture(file));
    if (!file || isPhonePicture(file)) empty();
    else named(file.name);
  };
  const send = (): void => {
    const file = input.current?.files?.[0];
    if (file) void add.run({ of, id, file, alt: alt.trim(), mark: `${file.name} ${file.size} ${file.lastModified}` });
  };
  return (
    <section className="stack photo-editor" aria-labelledby={heading}>
      <h3 className="h-dense" id={heading}>
        {t('photos:title')}
      </h3>
      <ul className="lines">
        {photos.map((photo, at) => (
          <PhotoLine
            key={photo.id}
            photo={photo}
            at={at}
            count={photos.length}
            ordered={of !== 'reports'}
            moving={order.busy}
            removing={remove.busy}
            onMove={(step) => order.move(photo, step)}
            onRemove={() => void remove.run({ of, id, photo: photo.id })}
          />
        ))}
      </ul>
      <p className="sr" role="status">
        {order.said}
      </p>
      {photos.length < MOST && (
        <Picker
          input={input}
          name={name}
          alt={alt}
          unreadable={unreadable}
          busy={add.busy}
          onPick={pick}
          onAlt={setAlt}
          onSend={send}
          onDrop={empty}
        />
      )}
      <ProblemNotice problem={add.problem ?? remove.problem ?? order.problem} />
      {add.problem?.fields.map((f) => (
        <p className="error" key={f.field + f.code}>
          {f.message}
        </p>
      ))}
    </section>
  );
}
