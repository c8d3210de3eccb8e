import { useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { Tag } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Photo } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';
import { addPhoto, PHOTO_TYPES, removePhoto, type PhotoOf } from '../api/photos.js';

const MOST = 8;

/** Photos that can be seen; nothing at all where there are none. */
export function PhotoRow({ photos, title }: { photos: readonly Photo[]; title: string }): ReactNode {
  const ready = photos.filter((photo) => photo.urls);
  if (ready.length === 0) return null;
  return (
    <ul className={`photos${ready.length === 1 ? ' photos-one' : ''}`}>
      {ready.map((photo) => (
        <li key={photo.id}><a href={photo.urls?.large}><img src={photo.urls?.small} srcSet={`${photo.urls?.small} 480w, ${photo.urls?.large} 1600w`} sizes="(max-width: 760px) 92vw, 480px" alt={photo.alt ?? t('photos.of', { title })} loading="lazy" decoding="async" /></a></li>
      ))}
    </ul>
  );
}

/** Adding and removing, for whoever may edit the thing; each photo says whether others see it yet. */
export function PhotoEditor({ of, id, photos, refresh }: { of: PhotoOf; id: string; photos: readonly Photo[]; refresh: string[] }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const heading = useId();
  const [alt, setAlt] = useState('');
  const [name, setName] = useState('');
  const add = useAction(addPhoto, { refresh, onDone: () => { setAlt(''); setName(''); if (input.current) input.current.value = ''; } });
  const remove = useAction(removePhoto, { refresh });
  const send = (): void => {
    const file = input.current?.files?.[0];
    if (file) void add.run({ of, id, file, alt: alt.trim(), mark: `${file.name} ${file.size} ${file.lastModified}` });
  };
  return (
    <section className="stack photo-editor" aria-labelledby={heading}>
      <h3 className="h-dense" id={heading}>{t('photos.title')}</h3>
      <ul className="lines">
        {photos.map((photo) => (
          <li key={photo.id} className="row between row-wrap">
            <span className="row">{photo.urls ? <img className="photo-thumb" src={photo.urls.small} alt={photo.alt ?? ''} /> : <span className="photo-thumb" />}<span>{photo.status === 'refused' ? <span className="warn">{photo.reason}</span> : <Tag look={photo.shown ? 'good' : 'wait'}>{t(photo.status === 'waiting' ? 'photos.waiting' : photo.shown ? 'photos.shown' : 'photos.hidden')}</Tag>}</span></span>
            <Button size="dense" look="plain" onClick={() => void remove.run({ of, id, photo: photo.id })}>{t('photos.remove')}</Button>
          </li>
        ))}
      </ul>
      {photos.length < MOST && (
        <>
          <p><label className="btn btn-quiet btn-dense file-pick"><input ref={input} type="file" className="sr" accept={PHOTO_TYPES} onChange={(event) => setName(event.target.files?.[0]?.name ?? '')} />{name || t('photos.pick')}</label></p>
          {name && <><TextField label={t('photos.alt')} hint={t('photos.altHint')} optional maxLength={200} value={alt} onChange={(event) => setAlt(event.target.value)} /><p><Button look="main" size="dense" busy={add.busy} onClick={send}>{t('photos.add')}</Button></p></>}
        </>
      )}
      <ProblemNotice problem={add.problem ?? remove.problem} />
      {add.problem?.fields.map((f) => <p className="error" key={f.field + f.code}>{f.message}</p>)}
    </section>
  );
}
