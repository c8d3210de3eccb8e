import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { FieldError } from '../../../components/field.js';
import { Icon } from '../../../components/marks.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { isPhonePicture, PHOTO_TYPES } from '../../photos/api/photos.js';
import { addMessagePhoto, sendMessage } from '../api/messages.js';

const TEXT_MAX = 1000;
const markOf = (file: File): string => `${file.name} ${file.size} ${file.lastModified}`;

/** A line to the other side, with a photo beside it. The focus stays where one writes. */
export function SayForm({ match, to, example }: { match: string; to: string; example: string }): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState('');
  /** Said already, and its photo did not come through: the next press sends the photo alone. */
  const [waiting, setWaiting] = useState<string | null>(null);
  const drop = (): void => {
    setFile(null);
    setWaiting(null);
    if (picker.current) picker.current.value = '';
  };
  const photo = useAction(addMessagePhoto, { refresh: ['matches'], onDone: drop });
  const send = useAction(sendMessage, {
    refresh: ['matches'],
    onDone: (sent) => {
      setText('');
      input.current?.focus();
      if (file) {
        setWaiting(sent.id);
        void photo.run({ match, message: sent.id, file, mark: markOf(file) });
      }
    },
  });
  const busy = send.busy || photo.busy;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    const words = text.trim();
    if (!words && file && waiting) return void photo.run({ match, message: waiting, file, mark: markOf(file) });
    setError(words ? '' : t('messages:textNeeded'));
    if (words) void send.run({ match, text: words });
    else input.current?.focus();
  };
  const pick = (chosen: File | undefined): void => {
    photo.clear();
    const unreadable = chosen !== undefined && isPhonePicture(chosen);
    setError(unreadable ? t('photos:heic') : '');
    if (!chosen || unreadable) drop();
    else setFile(chosen);
  };
  const fields = [...(send.problem?.fields ?? []), ...(photo.problem?.fields ?? [])];
  const shown = error || fields[0]?.message;
  return (
    <form className="say-form" aria-label={t('messages:new')} onSubmit={submit} noValidate>
      <div className="say">
        <label className="icon-btn">
          <input
            ref={picker}
            type="file"
            className="sr"
            accept={PHOTO_TYPES}
            aria-label={t('messages:addPhoto')}
            onChange={(event) => pick(event.target.files?.[0])}
          />
          <Icon name="image" />
        </label>
        <input
          ref={input}
          className={`input${shown ? ' is-bad' : ''}`}
          aria-label={t('messages:to', { name: to })}
          aria-invalid={shown ? true : undefined}
          aria-describedby={shown ? id : undefined}
          placeholder={example}
          maxLength={TEXT_MAX}
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setError('');
            setText(event.target.value);
          }}
        />
        <Button type="submit" busy={busy} aria-label={t('messages:send')}>
          <Icon name="send" />
          <span className="only-wide">{t('messages:send')}</span>
        </Button>
      </div>
      {file && (
        <p className="row small gap-top-2">
          <span className="break">{file.name}</span>
          <Button
            size="dense"
            look="plain"
            onClick={() => {
              photo.clear();
              drop();
              input.current?.focus();
            }}
          >
            {t('photos:remove')}
          </Button>
        </p>
      )}
      {shown && <FieldError id={id}>{shown}</FieldError>}
      {fields.length === 0 && <ProblemNotice problem={send.problem ?? photo.problem} />}
    </form>
  );
}
