import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Problem } from '../../../lib/api.js';
import { t } from '../../../lib/words.js';
import { addPhoto, isPhonePicture, PHOTO_TYPES } from '../../photos/api/photos.js';

const MOST = 8;

/** One after the other, behind an offer that was made. Answers how many did not arrive: the offer stands without them. */
export async function sendPhotos(offer: string, files: readonly File[], key: string): Promise<number> {
  let failed = 0;
  for (const [at, file] of files.entries()) {
    try {
      await addPhoto({ of: 'offers', id: offer, file, alt: '', mark: `${file.name} ${file.size}` }, `${key}.${at}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed += 1;
    }
  }
  return failed;
}

function Chosen({ file, onLeave }: { file: File; onLeave: () => void }): ReactNode {
  const url = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <li className="row between row-wrap">
      <span className="row">
        <img className="photo-thumb" src={url} alt="" />
        <span className="small break">{file.name}</span>
      </span>
      <Button size="dense" look="plain" aria-label={t('offers:photos.left', { name: file.name })} onClick={onLeave}>
        {t('photos:remove')}
      </Button>
    </li>
  );
}

/** Photos of what is offered, kept by the page until the offer is made. */
export function PhotoPick({
  files,
  onChange,
}: {
  files: readonly File[];
  onChange: (files: File[]) => void;
}): ReactNode {
  const [unreadable, setUnreadable] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const add = (picked: readonly File[]): void => {
    setUnreadable(picked.find(isPhonePicture)?.name ?? '');
    onChange([...files, ...picked.filter((file) => !isPhonePicture(file))].slice(0, MOST));
  };
  return (
    <div className="by-script" ref={box}>
      <ul className="lines">
        {files.map((file) => (
          <Chosen
            key={`${file.name} ${file.size} ${file.lastModified}`}
            file={file}
            onLeave={() => {
              onChange(files.filter((one) => one !== file));
              requestAnimationFrame(() => box.current?.querySelector('input')?.focus());
            }}
          />
        ))}
      </ul>
      {files.length < MOST && (
        <p>
          <label className="btn btn-quiet btn-dense file-pick">
            <input
              type="file"
              className="sr"
              multiple
              accept={PHOTO_TYPES}
              onChange={(event) => {
                add([...(event.target.files ?? [])]);
                event.target.value = ''; // the same file can be chosen again
              }}
            />
            {t('offers:photos.add')}
          </label>
        </p>
      )}
      {unreadable && (
        <p className="error" role="alert">
          {t('offers:photos.heic', { name: unreadable })}
        </p>
      )}
      <p className="hint">{t('offers:photos.hint')}</p>
    </div>
  );
}
