import type { ComponentChildren } from 'preact';
import { day } from '../app/words.ts';
import { isEmptyDate } from './empty-date.ts';
import { toEra } from './engine.ts';
import {
  ADDRESS_PARTS,
  NAME_PARTS,
  type Answers,
  type FieldJson,
  type PageJson,
} from './definition.ts';

/** Answers as a person reads them, page by page. With `onChange` each gets a 「変更」 of its own. */
export function AnswerSections(props: {
  pages: PageJson[];
  answers: Answers;
  members: (group: FieldJson, index: number) => FieldJson[];
  /** Fields staff asked to correct. */
  marked: string[];
  onChange?: (page: string, path: string) => void;
}) {
  return (
    <>
      {props.pages.map((page) => {
        const fields = page.fields.filter((field) => field.type !== 'note');
        if (fields.length === 0) return null;
        return (
          <section class="answers" key={page.id}>
            <h2>{page.title}</h2>
            <dl>
              {fields.map((field) => (
                <div
                  key={field.id}
                  class={'answer' + (props.marked.indexOf(field.id) >= 0 ? ' answer-marked' : '')}
                >
                  <dt>
                    {field.label}
                    {props.marked.indexOf(field.id) >= 0 && (
                      <span class="returned-mark">補正をお願いした項目</span>
                    )}
                  </dt>
                  <dd>{answer(field, props.answers[field.id], props.members)}</dd>
                  {props.onChange && (
                    <dd class="answer-change">
                      <button
                        type="button"
                        class="as-link"
                        onClick={() => props.onChange!(page.id, field.id)}
                      >
                        変更<span class="visually-hidden">する：{field.label}</span>
                      </button>
                    </dd>
                  )}
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}

function answer(
  field: FieldJson,
  value: unknown,
  members: (group: FieldJson, index: number) => FieldJson[],
): ComponentChildren {
  if (value === undefined || value === null || isEmptyDate(value)) {
    return <span class="no-answer">（入力なし）</span>;
  }
  switch (field.type) {
    case 'select':
    case 'radio':
      return label(field, value);
    case 'checkbox':
      return (
        <ul class="plain">
          {(value as string[]).map((one) => (
            <li key={one}>{label(field, one)}</li>
          ))}
        </ul>
      );
    case 'consent':
      return value === true ? '同意しました' : String(value);
    case 'date':
      return wareki(String(value));
    case 'name': {
      const parts = value as Record<string, string>;
      const [family, given, familyKana, givenKana] = NAME_PARTS.map(([part]) => parts[part] ?? '');
      return (
        <>
          {family}　{given}
          {(familyKana || givenKana) && (
            <span class="reading">
              {familyKana}　{givenKana}
            </span>
          )}
        </>
      );
    }
    case 'address': {
      const parts = value as Record<string, string>;
      const postal = parts['postalCode'];
      return (
        <>
          {postal && <>〒{postal.replace(/^(\d{3})(\d{4})$/, '$1-$2')} </>}
          {ADDRESS_PARTS.slice(1)
            .map(([part]) => parts[part] ?? '')
            .join('')}
        </>
      );
    }
    case 'group':
      if (!Array.isArray(value)) return <span class="no-answer">（入力なし）</span>;
      return (
        <ol class="answer-items">
          {(value as Answers[]).map((item, index) => (
            <li key={index}>
              <p class="answer-item-title">
                {field.itemLabel ?? field.label} {index + 1}
              </p>
              {members(field, index)
                .filter((member) => member.type !== 'note')
                .map((member) => (
                  <div key={member.id}>
                    <span class="answer-item-label">{member.label}：</span>
                    {answer(member, item[member.id], members)}
                  </div>
                ))}
            </li>
          ))}
        </ol>
      );
    default:
      return <span class="as-typed">{String(value)}</span>;
  }
}

function label(field: FieldJson, value: unknown): string {
  const option = (field.options ?? []).filter((one) => one.value === value)[0];
  return option === undefined ? String(value) : option.label;
}

function wareki(date: string): string {
  const era = toEra(date);
  if (era === null) return day(date).replace(/\|/g, ' ');
  const [, month, dayOfMonth] = date.split('-').map(Number);
  const year = era.year === 1 ? '元' : String(era.year);
  return `${era.era}${year}年${month}月${dayOfMonth}日（${date.slice(0, 4)}年）`;
}
