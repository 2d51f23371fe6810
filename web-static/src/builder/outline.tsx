import type { Field, Form } from '../forms/index.ts';
import { nameOf } from './edit.ts';

/** What of the form is being worked on: a page, and a question of it that is open. */
export interface Place {
  page: string | null;
  field: string | null;
}

/** The whole form at a glance: its pages and questions, where one is, and a way to each. */
export function Outline(props: { form: Form; page: number; open: string | null; onPlace: (place: Place) => void }) {
  const { form } = props;
  const items = (page: string, fields: Field[]) => (
    <ol>
      {fields.map((field) => (
        <li key={field.id}>
          <button
            type="button"
            class="b-outline-item"
            aria-current={props.open === field.id ? 'true' : undefined}
            onClick={() => {
              props.onPlace({ page, field: field.id });
            }}
          >
            {nameOf(field)}
          </button>
          {(field.fields || []).length > 0 && items(page, field.fields!)}
        </li>
      ))}
    </ol>
  );
  return (
    <nav class="b-outline" aria-label="ページと質問">
      <ol>
        {form.pages.map((page, at) => (
          <li key={page.id}>
            <button
              type="button"
              class="b-outline-item b-outline-page"
              aria-current={at === props.page && props.open === null ? 'true' : undefined}
              onClick={() => props.onPlace({ page: page.id, field: null })}
            >
              {at + 1}　{page.title || '（見出しのないページ）'}
            </button>
            {page.fields.length > 0 && items(page.id, page.fields)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
