import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import type { Loaded } from '../app/load.ts';
import { site } from '../app/site.ts';
import { CITY_HALL } from '../city-hall.generated.ts';
import { Heading } from './heading.tsx';
import { Link } from './link.tsx';

/** A coloured box with a word in front, so that colour is never the only sign. */
export function Notice(props: {
  kind: 'info' | 'success' | 'warning' | 'error';
  title: string;
  children?: ComponentChildren;
  /** Takes the focus when it appears: for the answer to something the person just did. */
  focus?: boolean;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.focus) ref.current?.focus();
  }, [props.focus, props.title]);
  const urgent = props.kind === 'error' || props.kind === 'warning';
  return (
    <div ref={ref} class={'notice notice-' + props.kind} role={urgent ? 'alert' : undefined} tabIndex={-1}>
      <p class="notice-title">
        <span class="notice-word">{WORDS[props.kind]}</span>
        {props.title}
      </p>
      {props.children}
    </div>
  );
}

const WORDS = { info: 'お知らせ', success: 'できました', warning: '注意', error: 'エラー' };

/** The inputs of a form by the path that the server names them with: what they are called, and their element. */
export type Inputs = Record<string, { name: string; id: string }>;

/** What went wrong, in the server's plain words, and what can be done. A mistake leads to its input where that is known. */
export function ProblemBox(props: { problem: Problem; retry?: () => void; focus?: boolean; inputs?: Inputs }) {
  const { problem, retry, inputs = {} } = props;
  return (
    <Notice kind="error" title={problem.title} focus={props.focus ?? false}>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.path + error.code}>
              {inputs[error.path] === undefined ? error.message : <ToInput to={inputs[error.path]!} message={error.message} />}
            </li>
          ))}
        </ul>
      )}
      {problem.correlationId && <p class="small">お問い合わせ番号：{problem.correlationId}</p>}
      {retry && (
        <p>
          <button type="button" class="button" onClick={retry}>
            もう一度読み込む
          </button>
        </p>
      )}
    </Notice>
  );
}

function ToInput(props: { to: Inputs[string]; message: string }) {
  const { name, id } = props.to;
  return (
    <a
      href={'#' + id}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {name}：{props.message}
    </a>
  );
}

/** Shows what was asked for: skeleton, problem with a way to try again, or the thing. */
export function Show<V>(props: {
  loaded: Loaded<V>;
  retry: () => void;
  /** Heading while there is nothing else to head the page; leave out inside a page that has one. */
  title?: string;
  children: (value: V) => ComponentChildren;
}) {
  const { loaded } = props;
  if (loaded.status === 'ready') return <>{props.children(loaded.value)}</>;
  if (loaded.status === 'failed') {
    // Where more is known than that it is not there, that is told.
    if (props.title && loaded.problem.status === 404 && !loaded.problem.detail) return <NotFound />;
    return (
      <>
        {props.title && <Heading title={props.title} />}
        <ProblemBox problem={loaded.problem} retry={props.retry} />
      </>
    );
  }
  return (
    <>
      {props.title && <Heading title={props.title} />}
      <Skeleton />
    </>
  );
}

export function Skeleton() {
  return (
    <div class="skeleton">
      <p role="status">読み込んでいます…</p>
      <div aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}

export function NotFound() {
  return (
    <>
      <Heading title="ページが見つかりません" />
      <p>アドレスがまちがっているか、ページがなくなったか、表示する権限がありません。</p>
      <p>
        <Link to="/" class="button">
          はじめのページへ
        </Link>
      </p>
      {!site.staff && <Contact />}
    </>
  );
}

/** Where a person can turn to, with a way for those who cannot telephone. */
export function Contact(props: {
  division?: { name: string; phone?: string; counter?: string } | undefined;
}) {
  const { division } = props;
  return (
    <section class="contact" aria-label="お問い合わせ">
      <h2>お問い合わせ</h2>
      <p>
        {division ? division.name : CITY_HALL.name}
        {division?.counter ? '（' + division.counter + '）' : ''}
        <br />
        電話 <span class="nowrap">{division?.phone ?? CITY_HALL.phone}</span>（{CITY_HALL.hours}）
      </p>
      <p>電話が難しい方は、市役所の窓口での筆談や、このサイトの「<Link to={'/?q=' + encodeURIComponent('ご意見')}>意見・問合せ</Link>」の手続（文字でのお問い合わせ）をご利用ください。</p>
    </section>
  );
}
