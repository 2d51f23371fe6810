import type { ComponentChildren } from 'preact';
import { day } from '../app/words.ts';
import { later } from '../ui/later.tsx';
import { isEmptyDate } from './empty-date.ts';
import { toEra, wordsIn, type Words } from './engine.ts';
import { ADDRESS_PARTS, isDecimal, own } from '../forms/index.ts';
import { yen } from '../app/words.ts';
import { isRead, type Answers, type FieldJson, type PageJson } from './definition.ts';

/** Few forms ask for an account. */
const BankAnswer = later(() => import('./bank-answer.tsx').then((m) => m.BankAnswer));

/** Answers as a person reads them, page by page. With `onChange` each gets a 「変更」 of its own. */
export function AnswerSections(props: {
  pages: PageJson[];
  answers: Answers;
  members: (group: FieldJson, index: number) => FieldJson[];
  /** Fields staff asked to correct, if `mark` says nothing else. */
  marked: string[];
  mark?: string;
  onChange?: (page: string, path: string) => void;
  /** Japanese unless it is said otherwise. */
  words?: Words;
}) {
  const words = props.words ?? wordsIn('ja');
  return (
    <>
      {props.pages.map((page) => {
        const fields = page.fields.filter(isRead);
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
                      <span class="returned-mark">{props.mark ?? '補正をお願いした項目'}</span>
                    )}
                  </dt>
                  <dd>{answer(field, own(props.answers, field.id), props.members, words)}</dd>
                  {props.onChange && field.type !== 'computed' && (
                    <dd class="answer-change">
                      <button
                        type="button"
                        class="as-link"
                        onClick={() => props.onChange!(page.id, field.id)}
                      >
                        {words.say('screen.change')}
                        <span class="visually-hidden">{words.say('screen.changeOf', { label: field.label })}</span>
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

/** One answer as a person reads it. */
export function answer(
  field: FieldJson,
  value: unknown,
  members: (group: FieldJson, index: number) => FieldJson[],
  words: Words,
): ComponentChildren {
  const { say, partLabel } = words;
  if (value === undefined || value === null || isEmptyDate(value)) {
    return <span class="no-answer">{say('screen.none')}</span>;
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
    case 'yesno':
      return value === true || value === false
        ? say(value ? 'screen.yes' : 'screen.no')
        : String(value);
    case 'number':
      // A whole number without a unit may be a year or the number of a house.
      return isNumber(value) && (field.unit !== undefined || field.decimals) ? amountWithUnit(value, field.unit) : String(value);
    case 'amount':
      return typeof value === 'number' ? yen(value) : String(value);
    case 'computed':
      return typeof value === 'number' ? amountWithUnit(value, field.unit) : String(value);
    case 'bank':
      return <BankAnswer parts={value as Record<string, string>} words={words} />;
    case 'consent':
      return value === true ? say('screen.agreed') : String(value);
    case 'date':
      return wareki(String(value));
    case 'name': {
      const parts = value as Record<string, string>;
      const { family, given, familyKana, givenKana, formerFamily, formerFamilyKana } = parts;
      return (
        <>
          {inOne(family, given)}
          {(familyKana || givenKana) && (
            <span class="reading">
              {inOne(familyKana, givenKana)}
            </span>
          )}
          {formerFamily && (
            <span class="reading">
              {partLabel('name', 'formerFamily')}：{formerFamily}
              {formerFamilyKana && `（${formerFamilyKana}）`}
            </span>
          )}
          {remark(parts, words)}
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
            .map((part) => (part === 'building' && parts[part] ? '　' : '') + (parts[part] ?? ''))
            .join('')}
          {remark(parts, words)}
        </>
      );
    }
    case 'group':
      if (!Array.isArray(value)) return <span class="no-answer">{say('screen.none')}</span>;
      return (
        <ol class="answer-items">
          {(value as Answers[]).map((item, index) => (
            <li key={index}>
              <p class="answer-item-title">
                {field.itemLabel ?? field.label} {index + 1}
              </p>
              {members(field, index)
                .filter(isRead)
                .map((member) => (
                  <div key={member.id}>
                    <span class="answer-item-label">{member.label}：</span>
                    {answer(member, own(item, member.id), members, words)}
                  </div>
                ))}
            </li>
          ))}
        </ol>
      );
    case 'file':
      if (!Array.isArray(value)) return <span class="no-answer">{say('screen.none')}</span>;
      return (
        <ul class="plain">
          {(value as string[]).map((fileId, index) => (
            <li key={fileId}>{words.fileName?.(fileId) ?? say('screen.file.nameless', { number: index + 1 })}</li>
          ))}
        </ul>
      );
    default:
      return <span class="as-typed">{String(value)}</span>;
  }
}

/** The remark on characters that could not be entered. */
function remark(parts: Record<string, string>, words: Words): ComponentChildren {
  return parts['unwritable'] && (
    <span class="reading">
      {words.partLabel('name', 'unwritable')}：{parts['unwritable']}
    </span>
  );
}

/** What was accepted; what is mistaken stands there as it was typed. */
function isNumber(value: unknown): value is number | string {
  return typeof value === 'number' || isDecimal(value);
}

/** 1,234円, 3冊, 12.5㎡, 3 km; without a unit the number alone. A year has no commas. */
export function amountWithUnit(value: number | string, unit: string | undefined): string {
  const [whole, decimals] = String(value).split('.') as [string, string | undefined];
  const thousands = unit !== undefined && unit.charAt(0) === '年' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const number = decimals === undefined ? thousands : `${thousands}.${decimals}`;
  return unit === undefined ? number : number + (/^[A-Za-z]/.test(unit) ? ' ' : '') + unit;
}

function label(field: FieldJson, value: unknown): string {
  const option = (field.options ?? []).filter((one) => one.value === value)[0];
  return option === undefined ? String(value) : option.label;
}

/** A day or a part of one as whoever reads answers has it: 平成2年4月1日（1990年）. */
export function wareki(date: string): string {
  const partial = /^(\d{4})(?:-(\d{2}))?$/.exec(date);
  if (partial !== null) return `${partial[1]}年` + (partial[2] === undefined ? '' : `${Number(partial[2])}月`);
  const era = toEra(date);
  if (era === null) return day(date).replace(/\|/g, ' ');
  const [, month, dayOfMonth] = date.split('-').map(Number);
  const year = era.year === 1 ? '元' : String(era.year);
  return `${era.era}${year}年${month}月${dayOfMonth}日（${date.slice(0, 4)}年）`;
}

/** Somebody may have one name only. */
function inOne(family: string | undefined, given: string | undefined): string {
  return [family, given].filter((part) => part).join('　');
}
