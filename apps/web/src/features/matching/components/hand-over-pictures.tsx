import { useId, useState, type ChangeEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { isPhonePicture, PHOTO_TYPES } from '../../photos/api/photos.js';
import type { Meeting } from '../api/meeting.js';
import { addPicture, removePicture, usePictures, type Picture } from '../api/pictures.js';
import { SignBox } from './sign-box.js';
import './hand-over.css';

function Shown({ picture, match }: { picture: Picture; match: string }): ReactNode {
  const remove = useAction(removePicture, { refresh: ['matches'] });
  const words = picture.alt ?? t(`handover:picture_.${picture.what}`);
  return (
    <li className={picture.what === 'signature' ? 'stack is-drawn' : 'stack'} data-picture={picture.what}>
      {picture.urls ? (
        <a href={picture.urls.large}>
          <img src={picture.urls.small} alt={words} loading="lazy" />
        </a>
      ) : (
        <p className="small muted">{picture.reason ?? t('handover:pictureWaits')}</p>
      )}
      <span className="small muted break">
        {picture.what === 'signature' ? t('handover:signed', { name: words }) : picture.alt}
      </span>
      {picture.own && (
        <Button
          look="plain"
          size="dense"
          busy={remove.busy}
          onClick={() => void remove.run({ match, photo: picture.id })}
        >
          {t('handover:pictureRemove')}
        </Button>
      )}
      <ProblemNotice problem={remove.problem} />
    </li>
  );
}

function AddPhoto({ match }: { match: string }): ReactNode {
  const id = useId();
  const [heic, setHeic] = useState(false);
  const add = useAction(addPicture, { refresh: ['matches'] });
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    setHeic(isPhonePicture(file));
    if (isPhonePicture(file)) return;
    const mark = `${file.name} ${file.size} ${file.lastModified}`;
    void add.run({ match, file, what: 'result', alt: '', mark });
  };
  return (
    <>
      <label className={`btn btn-quiet${add.busy ? ' is-busy' : ''}`} htmlFor={id}>
        <Icon name="image" />
        {t('handover:photoAdd')}
      </label>
      <input id={id} className="sr" type="file" accept={PHOTO_TYPES} disabled={add.busy} onChange={choose} />
      {heic && (
        <Notice look="bad">
          <p>{t('handover:photoHeic')}</p>
        </Notice>
      )}
      <ProblemNotice problem={add.problem} />
    </>
  );
}

/** Photos of what came, and signatures: both sides see them, and they stand on the act. */
export function HandOverPictures({ meeting }: { meeting: Meeting }): ReactNode {
  const [signing, setSigning] = useState(false);
  const { status, side } = meeting;
  const goods = meeting.need.kind === 'goods' && side !== null && meeting.acceptedAt !== null;
  const open = goods && ['accepted', 'delivered', 'confirmed'].includes(status);
  const { data } = usePictures(meeting.id, goods);
  if (!goods || (!open && !data?.items.length)) return null;
  return (
    <section className="sheet pad stack" aria-labelledby="pictures">
      <h2 className="h-block" id="pictures">
        {t('handover:pictures')}
      </h2>
      <p className="small muted">{t('handover:picturesText')}</p>
      {data && data.items.length > 0 && (
        <ul className="hand-over-pictures">
          {data.items.map((picture) => (
            <Shown key={picture.id} picture={picture} match={meeting.id} />
          ))}
        </ul>
      )}
      {open && (
        <div className="row row-wrap">
          <AddPhoto match={meeting.id} />
          {!signing && <Button onClick={() => setSigning(true)}>{t('handover:sign')}</Button>}
        </div>
      )}
      {open && signing && <SignBox match={meeting.id} onDone={() => setSigning(false)} />}
    </section>
  );
}
