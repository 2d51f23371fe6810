import { useReducer } from 'preact/hooks';
import type { Upload } from '../app/types.ts';
import { FileInput } from '../apply/field-file.tsx';
import { wordsIn } from '../apply/engine.ts';
import type { FieldJson } from '../apply/definition.ts';
import type { Draft } from '../apply/draft.ts';
import { own } from '../forms/index.ts';

/** As many as the city hall takes with one message. */
const FIELD: FieldJson = { id: 'message-files', type: 'file', label: '写真や書類を付ける', max: 5, accept: ['pdf', 'jpeg', 'png'] };

/** Files that go with a message: sent at once, scanned like those of a form. */
export function MessageFiles(props: { draft: Draft; chosen: string[]; onChosen: (fileIds: string[]) => void }) {
  const { draft } = props;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  return (
    <FileInput
      field={FIELD}
      path={FIELD.id}
      value={props.chosen}
      change={(value) => props.onChosen(Array.isArray(value) ? (value as string[]) : [])}
      asking={{
        ...wordsIn('ja'),
        mistakes: {},
        prefilled: () => null,
        returned: [],
        members: () => [],
        moved: () => undefined,
        computed: () => null,
        files: {
          draft,
          known: (fileId) => own(draft.files ?? {}, fileId) as Upload | undefined,
          know: (file) => {
            draft.files = { ...draft.files, [file.fileId]: file };
            redraw(0);
          },
        },
      }}
    />
  );
}
