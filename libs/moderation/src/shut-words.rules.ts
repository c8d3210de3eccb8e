import { SHUT } from '#forms';
import type { ReviewContent } from './review-content.queries.js';
import { marksAcross, marksIn, type Mark } from './risk.rules.js';

/** What is closed in a review, and since when this reader has seen it. */
export interface ShutWords {
  /** How many places are closed. */
  readonly count: number;
  /** Null: this reader has not looked. */
  readonly seenAt: string | null;
  readonly can: readonly 'look'[];
}

/** A text with its closed words taken out; the marks stand where they stood. */
function shutIn(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  let shown = '';
  let from = 0;
  const moved = marks.map((mark) => {
    shown += text.slice(from, mark.at);
    from = mark.at + mark.length;
    const word = mark.shut ? SHUT : text.slice(mark.at, from);
    const at = shown.length;
    shown += word;
    return { ...mark, at, length: word.length };
  });
  return { text: shown + text.slice(from), marks: moved };
}

const opened = (mark: Mark): Mark => ({ ...mark, shut: null });

/** The marks of a title: also where only the title and the words under it together name somebody and their illness. */
function marksOfTitle(title: string, { texts }: ReviewContent): readonly Mark[] {
  const under = texts.find(({ field }) => field === 'description');
  return marksAcross(under ? [title, under.text] : [title])[0] ?? [];
}

const isShut = ({ shut }: Mark): boolean => shut !== null;

interface Shown {
  readonly title: string;
  readonly content: ReviewContent;
}

/**
 * The words of a review as this reader sees them. Who is named and what is said of their health leaves the server only for a reader who has looked at
 * it; then nothing is closed any more, and the marks stay.
 */
export function shutUnlessSeen(
  { title, content }: Shown,
  {
    seenAt,
    mayLook,
    beside = 0,
  }: {
    readonly seenAt: Date | undefined;
    readonly mayLook: boolean;
    /** Places that are closed beside its texts. */
    readonly beside?: number;
  },
): Shown & { readonly shut: ShutWords | null } {
  const inTitle = marksOfTitle(title, content);
  const titled = content.texts.some(({ field }) => field === 'title');
  const inTexts = [...content.texts.flatMap(({ marks }) => marks), ...(titled ? [] : inTitle)].filter(isShut);
  const count = inTexts.length + beside;
  const shut = {
    count,
    seenAt: seenAt?.toISOString() ?? null,
    can: mayLook && !seenAt ? (['look'] as const) : [],
  };
  if (seenAt)
    return {
      title,
      content: { ...content, texts: content.texts.map((one) => ({ ...one, marks: one.marks.map(opened) })) },
      shut: count > 0 ? shut : null,
    };
  const whole = content.texts.find(({ field }) => field === 'description');
  const { description } = content;
  return {
    title: shutIn(title, inTitle).text,
    content: {
      ...content,
      texts: content.texts.map((one) => ({ ...one, ...shutIn(one.text, one.marks) })),
      description:
        description === null
          ? null
          : shutIn(
              description,
              whole?.text.startsWith(description)
                ? whole.marks.filter(({ at, length }) => at + length <= description.length)
                : marksIn(description),
            ).text,
    },
    shut: count > 0 ? shut : null,
  };
}
