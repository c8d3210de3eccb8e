import { withoutNamedHealthIn } from '#forms';
import type { CaseOfWords } from '#identity';
import type { NeedView } from './need.view.js';

/** Which words of a need are not public yet: its own, and those of an edit. */
export interface Unpublished {
  readonly words: boolean;
  readonly edit: boolean;
}

type Cases = ReadonlyMap<string, CaseOfWords>;
type Part = Pick<NeedView, 'title' | 'description' | 'budget' | 'suggestedText'>;

function shutIn<T extends Partial<Part>>(part: T): { readonly part: T; readonly count: number } {
  const { title, description, budget, suggestedText } = part;
  const { texts, count } = withoutNamedHealthIn([
    title ?? '',
    description ?? '',
    ...(budget ?? []).map(({ what }) => what),
  ]);
  const [shutTitle, shutDescription, ...lines] = texts;
  const proposed = suggestedText ? withoutNamedHealthIn([title ?? '', suggestedText]) : null;
  return {
    part: {
      ...part,
      ...(title === undefined ? {} : { title: shutTitle }),
      ...(description === undefined ? {} : { description: shutDescription }),
      ...(budget ? { budget: budget.map((line, at) => ({ ...line, what: lines[at] ?? '' })) } : {}),
      ...(proposed ? { suggestedText: proposed.texts[1] } : {}),
    },
    count: Math.max(count, proposed?.count ?? 0),
  };
}

/** An edit is read with what it leaves as it is: a name that stays in the title belongs to an illness that comes into the text. */
function shutInEdit(view: NeedView): { readonly edit: NeedView['pendingEdit']; readonly count: number } {
  const { pendingEdit } = view;
  if (!pendingEdit) return { edit: pendingEdit, count: 0 };
  const { title = view.title, description = view.description, budget } = pendingEdit;
  const { part, count } = shutIn({ title, description, budget });
  const changed = (['title', 'description', 'budget'] as const).filter((field) => pendingEdit[field] != null);
  return { edit: { ...pendingEdit, ...Object.fromEntries(changed.map((field) => [field, part[field]])) }, count };
}

/** Whose cases decide what is closed in this view: the ids of the need and of its edit, where either names somebody beside an illness. */
export function casesAsked(view: NeedView, unpublished: Unpublished): string[] {
  const edit = unpublished.edit && shutInEdit(view).count > 0 ? view.pendingEdit?.id : undefined;
  return [...(unpublished.words && shutIn(view).count > 0 ? [view.id] : []), ...(edit ? [edit] : [])];
}

/** The view as a moderator reads it who has looked at what `cases` say. */
export function shutNeed(view: NeedView, unpublished: Unpublished, cases: Cases): NeedView {
  const own = unpublished.words && !cases.get(view.id)?.seen ? shutIn(view) : { part: view, count: 0 };
  const edits = view.pendingEdit && cases.get(view.pendingEdit.id);
  const { edit, count } = unpublished.edit && !edits?.seen ? shutInEdit(view) : { edit: view.pendingEdit, count: 0 };
  if (own.count + count === 0) return view;
  return {
    ...own.part,
    pendingEdit: edit,
    shut: {
      count: own.count + count,
      reviewId: (own.count > 0 ? cases.get(view.id) : edits)?.reviewId ?? null,
    },
  };
}
