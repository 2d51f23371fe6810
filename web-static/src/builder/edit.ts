import { decimalsIn, type Field, type FieldType, type Form, type Page } from '../forms/index.ts';

/** Where a question stands: page, place on it, and the place inside a repeated group. */
export interface Spot {
  page: number;
  field: number;
  member?: number;
}

/** Kinds that a clerk can add, with what they are called. */
export const KINDS: { type: FieldType; name: string }[] = [
  { type: 'text', name: '文字' },
  { type: 'number', name: '数' },
  { type: 'amount', name: '金額' },
  { type: 'yesno', name: 'はい・いいえ' },
  { type: 'radio', name: '1つ選ぶ（ボタン）' },
  { type: 'select', name: '1つ選ぶ（一覧）' },
  { type: 'checkbox', name: 'いくつでも選ぶ' },
  { type: 'date', name: '日付' },
  { type: 'time', name: '時刻' },
  { type: 'name', name: '氏名' },
  { type: 'address', name: '住所' },
  { type: 'phone', name: '電話番号' },
  { type: 'email', name: 'メールアドレス' },
  { type: 'bank', name: '振込先の口座' },
  { type: 'file', name: '書類・写真（ファイル）' },
  { type: 'group', name: 'くり返し（人数分など）' },
  { type: 'computed', name: '計算（自動で出る数）' },
  { type: 'constant', name: '決まった値（住民には見えない）' },
  { type: 'consent', name: '同意' },
  { type: 'note', name: '説明の文' },
];

/** Kinds that ask nothing of the resident. */
export const UNASKED: FieldType[] = ['note', 'computed', 'constant'];

/** Kinds that may stand inside a repeated group. */
export const MEMBER_KINDS = KINDS.filter((kind) => ['group', 'consent', 'note', 'bank', 'file', 'computed', 'constant'].indexOf(kind.type) < 0);

export function kindName(type: FieldType): string {
  return KINDS.filter((one) => one.type === type)[0]!.name;
}

/** Key of the shared vocabulary for kinds that ask the applicant's own data. */
export const OWN_DATA: { [type: string]: string } = {
  name: 'fullName',
  address: 'address',
  date: 'dateOfBirth',
  phone: 'phone',
  email: 'email',
};

export function emptyForm(id: string, title: string): Form {
  return { id, version: 1, title, pages: [{ id: 'page1', title: '1ページ目', fields: [] }] };
}

/** Every id of pages and questions that is taken. */
function idsOf(form: Form): string[] {
  return form.pages.reduce<string[]>(
    (ids, page) =>
      page.fields.reduce(
        (all, field) => all.concat([field.id], (field.fields || []).map((member) => member.id)),
        ids.concat([page.id]),
      ),
    [],
  );
}

/** `stem` with the first number that is free. */
export function freeId(form: Form, stem: string): string {
  const taken = idsOf(form);
  let n = 1;
  while (taken.indexOf(stem + n) >= 0) n++;
  return stem + n;
}

export function newField(form: Form, type: FieldType): Field {
  const field: Field = { id: freeId(form, type), type, label: '' };
  if (UNASKED.indexOf(type) < 0) field.required = true;
  if (type === 'radio' || type === 'select' || type === 'checkbox') {
    field.options = [
      { value: 'o1', label: '選択肢1' },
      { value: 'o2', label: '選択肢2' },
    ];
  }
  if (type === 'group') {
    field.min = 1;
    field.max = 10;
    field.fields = [];
  }
  if (type === 'consent') field.text = '';
  if (type === 'note') field.text = '';
  if (type === 'computed') field.value = 0;
  if (type === 'constant') field.value = '1';
  return field;
}

const replaced = <V>(list: V[], at: number, value: V) => list.map((one, i) => (i === at ? value : one));
const without = <V>(list: V[], at: number) => list.filter((_, i) => i !== at);
const inserted = <V>(list: V[], at: number, value: V) => list.slice(0, at).concat([value], list.slice(at));

function moved<V>(list: V[], from: number, to: number): V[] {
  return to < 0 || to >= list.length ? list : inserted(without(list, from), to, list[from]!);
}

export function setPages(form: Form, pages: Page[]): Form {
  return { ...form, pages };
}

export function setPage(form: Form, at: number, part: Partial<Page>): Form {
  return setPages(form, replaced(form.pages, at, clean({ ...form.pages[at]!, ...part })));
}

export function addPage(form: Form): Form {
  const id = freeId(form, 'page');
  return setPages(form, form.pages.concat([{ id, title: `${form.pages.length + 1}ページ目`, fields: [] }]));
}

export function removePage(form: Form, at: number): Form {
  return setPages(form, without(form.pages, at));
}

export function movePage(form: Form, at: number, by: number): Form {
  return setPages(form, moved(form.pages, at, at + by));
}

export function fieldAt(form: Form, spot: Spot): Field | undefined {
  const field = form.pages[spot.page]?.fields[spot.field];
  return spot.member === undefined ? field : field?.fields?.[spot.member];
}

/** The questions among which a question stands: of its page, or of its group. */
function siblings(form: Form, spot: Spot): Field[] {
  const fields = form.pages[spot.page]!.fields;
  return spot.member === undefined ? fields : fields[spot.field]!.fields || [];
}

function setSiblings(form: Form, spot: Spot, fields: Field[]): Form {
  if (spot.member === undefined) return setPage(form, spot.page, { fields });
  const page = form.pages[spot.page]!;
  return setPage(form, spot.page, {
    fields: replaced(page.fields, spot.field, { ...page.fields[spot.field]!, fields }),
  });
}

const place = (spot: Spot) => (spot.member === undefined ? spot.field : spot.member);

/** Adds a question at the end of a page, or of the group at `spot.field` when `spot.member` is given. */
export function addField(form: Form, spot: Spot, field: Field): Form {
  return setSiblings(form, spot, siblings(form, spot).concat([field]));
}

export function setField(form: Form, spot: Spot, part: Partial<Field>): Form {
  const all = siblings(form, spot);
  return setSiblings(form, spot, replaced(all, place(spot), clean({ ...all[place(spot)]!, ...part })));
}

export function removeField(form: Form, spot: Spot): Form {
  return setSiblings(form, spot, without(siblings(form, spot), place(spot)));
}

/** Moves a question up or down; over the edge of its page it goes on to the neighbouring page. */
export function moveField(form: Form, spot: Spot, by: number): { form: Form; spot: Spot } {
  const all = siblings(form, spot);
  const to = place(spot) + by;
  if (to >= 0 && to < all.length) {
    const next = spot.member === undefined ? { ...spot, field: to } : { ...spot, member: to };
    return { form: setSiblings(form, spot, moved(all, place(spot), to)), spot: next };
  }
  const page = spot.page + by;
  if (spot.member !== undefined || page < 0 || page >= form.pages.length) return { form, spot };
  const field = all[spot.field]!;
  const left = removeField(form, spot);
  const target = left.pages[page]!.fields;
  const at = by < 0 ? target.length : 0;
  return { form: setPage(left, page, { fields: inserted(target, at, field) }), spot: { page, field: at } };
}

/** Moves a question to a place among those of a page or of its own group; where that is taken, before it. */
export function moveFieldTo(form: Form, from: Spot, to: Spot): Form {
  if (from.member !== undefined || from.page === to.page) {
    const last = siblings(form, from).length - 1;
    return setSiblings(form, from, moved(siblings(form, from), place(from), Math.min(place(to), last)));
  }
  const field = fieldAt(form, from)!;
  const left = removeField(form, from);
  return setPage(left, to.page, { fields: inserted(left.pages[to.page]!.fields, to.field, field) });
}

/** What a question is called, also while it has no name yet. */
export function nameOf(field: Field): string {
  return field.label || '（名前のない質問）';
}

/** The same question once more, right behind, under ids of its own. */
export function duplicateField(form: Form, spot: Spot): Form {
  const all = siblings(form, spot);
  const field = all[place(spot)]!;
  const stem = field.id.replace(/\d+$/, '');
  const copy: Field = { ...field, id: freeId(form, stem) };
  // Who the applicant is can be asked once only.
  delete copy.gif;
  return setSiblings(form, spot, inserted(all, place(spot) + 1, copy));
}

/** Questions before a spot, which a condition there may speak of. */
export function earlier(form: Form, spot: { page: number; field: number }): Field[] {
  return form.pages
    .slice(0, spot.page + 1)
    .reduce<Field[]>(
      (all, page, i) => all.concat(i === spot.page ? page.fields.slice(0, spot.field) : page.fields),
      [],
    )
    .filter((field) => ['note', 'consent', 'constant'].indexOf(field.type) < 0);
}

/** Options from lines of text; what was called the same, or stood at the same place, keeps its stored value. */
export function optionsOf(lines: string, before: { value: string; label: string }[]): { value: string; label: string }[] {
  const labels = lines.split('\n').filter((line) => line.trim() !== '');
  const used: string[] = [];
  return labels.map((label, i) => {
    const known = before.filter((option) => option.label === label && used.indexOf(option.value) < 0)[0];
    const there = before[i];
    let value = known?.value;
    if (value === undefined && there !== undefined && labels.indexOf(there.label) < 0) value = there.value;
    for (let n = 1; value === undefined || used.indexOf(value) >= 0; n++) {
      const next = 'o' + n;
      if (before.every((option) => option.value !== next) && used.indexOf(next) < 0) value = next;
    }
    used.push(value);
    return { value, label };
  });
}

/** A number with so many decimals: its limits and what it is begun with go along where they still can. */
export function withDecimals(field: Field, decimals: number): Partial<Field> {
  const fitting = (value: unknown): unknown => {
    const text = String(value);
    // What the fewer decimals cannot say stays, as a mistake to be seen and mended.
    if (value === undefined || decimalsIn(text) > decimals) return value;
    return decimals === 0 ? Number(text) : text;
  };
  return {
    decimals: decimals === 0 ? undefined : decimals,
    min: fitting(field.min),
    max: fitting(field.max),
    default: fitting(field.default),
  } as Partial<Field>;
}

/** Without what was set to undefined: the definition says absent, never null. */
function clean<V extends object>(value: V): V {
  const left = {} as V;
  (Object.keys(value) as (keyof V)[]).forEach((key) => {
    if (value[key] !== undefined) left[key] = value[key];
  });
  return left;
}
