import { useEffect, useRef, useState } from 'preact/hooks';
import { pathOf } from '../app/router.ts';
import { newCode, spoken } from '../app/spoken-code.ts';
import type { EntryForm, EntryForms, Receipt } from '../app/types.ts';
import { day, dayOf, receiptNumber, today, yen } from '../app/words.ts';
import type { Answers } from '../apply/definition.ts';
import type { Mistake } from '../apply/engine.ts';
import { staff } from '../console/api.ts';
import { Select, TextInput } from '../console/inputs.tsx';
import { useStaffLoad } from '../console/load.ts';
import { Brought, useTyped } from '../console/typed.tsx';
import { screens } from '../staff-routes.generated.ts';
import { DayInput, useDays } from '../ui/day-input.tsx';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Show } from '../ui/notices.tsx';
import { Qr } from '../ui/qr.tsx';
import { PaperForm } from './paper-form.tsx';

const INPUTS = {
  'entry.receivedOn': { name: '受付日', id: 'entry-receivedOn' },
  'entry.reason': { name: '受付日を今日より前にする理由', id: 'entry-reason' },
  // What the server names where it can't be read at all.
  receivedOn: { name: '受付日', id: 'entry-receivedOn' },
  reason: { name: '受付日を今日より前にする理由', id: 'entry-reason' },
};

type Channel = EntryForms['channels'][number]['value'];

/** What stays from one paper to the next of a pile. */
interface Pile {
  channel: Channel;
  receivedOn: string;
  reason: string;
}

/** A paper is typed in; then its receipt, and the next paper of the pile. */
export function Entry(props: { procedureId: string }) {
  const { procedureId } = props;
  const { loaded, reload } = useStaffLoad(procedureId, () => staff('readEntryForm', { params: { procedureId } }));
  const ways = useStaffLoad('entries', () => staff('listEntryForms'));
  const [pile, setPile] = useState<Pile>({ channel: 'POST', receivedOn: '', reason: '' });
  const [number, setNumber] = useState(0);
  const [done, setDone] = useState<{ receipt: Receipt; code: string } | null>(null);
  return (
    <Show loaded={loaded} retry={reload} title={screens.ENTRY.title}>
      {(form) => (
        <Show loaded={ways.loaded} retry={ways.reload} title={form.name}>
          {({ channels }) =>
            done === null ? (
              <NewEntry
                key={number}
                form={form}
                channels={channels}
                pile={pile}
                next={number > 0}
                onDone={(receipt, code, used) => {
                  setPile(used);
                  setDone({ receipt, code });
                }}
              />
            ) : (
              <Entered
                form={form}
                receipt={done.receipt}
                code={done.code}
                onNext={() => {
                  setDone(null);
                  setNumber(number + 1);
                }}
              />
            )
          }
        </Show>
      )}
    </Show>
  );
}

function NewEntry(props: {
  form: EntryForm;
  channels: EntryForms['channels'];
  pile: Pile;
  next: boolean;
  onDone: (receipt: Receipt, code: string, pile: Pile) => void;
}) {
  const { form, channels, pile } = props;
  const kept = useTyped('entry:' + form.procedureId, { ...pile, answers: {} as Answers });
  const { typed, change } = kept;
  const [code] = useState(newCode);
  const days = useDays<'receivedOn'>(
    'entry-',
    { receivedOn: today() },
    typed.receivedOn === '' ? {} : { receivedOn: typed.receivedOn },
    (texts) => change({ receivedOn: texts.receivedOn ?? '' }),
    today(),
  );
  const [asked, setAsked] = useState(false);
  const received = days.peek().receivedOn;
  const earlier = typeof received === 'string' && received < today();
  const wrongDay =
    received === undefined ? '受付日を入力してください。' : received !== null && received > today() ? '受付日は、今日までの日にしてください。' : undefined;
  const wrongReason = earlier && typed.reason.trim() === '' ? '受付日を今日より前にする理由を入力してください。' : undefined;
  return (
    <>
      <Heading title={form.name} caption="申請の入力" step={props.next ? 'next' : ''} />
      <Brought of={kept} />
      <PaperForm
        key={kept.turn}
        form={form.form}
        day={typeof received === 'string' && received <= today() ? received : today()}
        answers={typed.answers}
        onAnswers={(answers) => change({ answers })}
        inputs={INPUTS}
        aboveWrong={() => {
          setAsked(true);
          const unread = days.read() === null ? '受付日を、日付として読めません。' : wrongDay;
          return [...mistakeAt('entry.receivedOn', unread), ...mistakeAt('entry.reason', wrongReason)];
        }}
        verb="受け付ける"
        send={(paper, key) =>
          staff('enterApplication', {
            key,
            body: {
              procedureId: form.procedureId,
              formVersion: form.version,
              channel: typed.channel,
              receivedOn: received ?? today(),
              claimCode: code,
              ...paper,
              ...(earlier && { reason: typed.reason.trim() }),
            },
          })
        }
        onDone={(receipt) => {
          kept.forget();
          const { answers, ...used } = typed;
          props.onDone(receipt, code, used);
        }}
        above={
          <div class="entry-way">
            <Select label="受け付けた方法" value={typed.channel} options={channels} onValue={(channel) => change({ channel: channel as Channel })} />
            <DayInput {...days.input('receivedOn')} label="受付日" hint="書類の受付印の日です。年を省くと、今日までの、いちばん近い日になります。" mistake={asked ? wrongDay : undefined} />
            {earlier && (
              <TextInput
                id={INPUTS['entry.reason'].id}
                label={INPUTS['entry.reason'].name}
                hint="記録に残り、職員だけが見ます。例：11月27日の消印で届いていたため"
                value={typed.reason}
                mistake={asked ? wrongReason : undefined}
                onText={(text) => change({ reason: text ?? '' })}
              />
            )}
          </div>
        }
      />
    </>
  );
}

function mistakeAt(path: string, message: string | undefined): Mistake[] {
  return message === undefined ? [] : [{ path, page: null, code: 'required', message }];
}

/** How and by when the fee is paid, as the applicant reads it on the paper. */
function ToPay(props: { receipt: Receipt }) {
  const { fee, payment, payBy, claimUntil } = props.receipt;
  if (payment === undefined) return null;
  return (
    <section>
      <h2>手数料の支払い</h2>
      {payment === 'AFTER_REVIEW' && <p>金額は、担当課が内容を確認してから決まります。決まったら、お知らせします。</p>}
      {payment !== 'AFTER_REVIEW' && typeof fee !== 'number' && <p>金額は、書類に足りないところが分かってから決まります。決まったら、お知らせします。</p>}
      {payment === 'AT_COUNTER' && typeof fee === 'number' && <p>{yen(fee)}を、窓口でお支払いください。</p>}
      {payBy !== undefined && typeof fee === 'number' && (
        <p>
          {yen(fee)}を、{day(payBy)}までにお支払いください。窓口で払うか、
          {claimUntil === undefined ? '担当課にお問い合わせください。' : '下の番号でこの申請をアカウントに加えると、オンラインで払えます。'}
        </p>
      )}
    </section>
  );
}

/** The receipt, to be printed and sent or handed over, and what comes next. */
function Entered(props: { form: EntryForm; receipt: Receipt; code: string; onNext: () => void }) {
  const { form, receipt, code } = props;
  const next = useRef<HTMLButtonElement>(null);
  // The next paper is one press of Enter away.
  useEffect(() => next.current?.focus(), []);
  return (
    <>
      <Heading title={`「${form.name}」を受け付けました`} step="done" />
      <p>受付番号</p>
      <p class="receipt-number" role="status">
        {receiptNumber(receipt.receiptNumber)}
      </p>
      <dl class="facts">
        <div>
          <dt>受付日</dt>
          <dd>{day(receipt.receivedOn)}</dd>
        </div>
        {typeof receipt.fee === 'number' && (
          <div>
            <dt>手数料</dt>
            <dd>{yen(receipt.fee)}</dd>
          </div>
        )}
      </dl>
      <ToPay receipt={receipt} />
      <p class="button-row no-print">
        <button type="button" ref={next} class="button button-main" onClick={props.onNext}>
          同じ手続をもう1件入力する
        </button>
        <Link to={pathOf(screens.CASE.path, { applicationId: receipt.applicationId })} class="button">
          この申請を開く
        </Link>
        <button type="button" class="button" onClick={() => window.print()}>
          受付票を印刷する
        </button>
        <Link to={screens.ENTRIES.path} class="button">
          ほかの手続を選ぶ
        </Link>
      </p>
      {receipt.claimUntil !== undefined && (
        <section>
          <h2>申請した方へ</h2>
          <p>
            石狩市のオンライン窓口にログインして次の番号を入力すると、この申請の状況の確認や補正が、スマートフォンやパソコンでできるようになります。
          </p>
          <p class="saving-code">{spoken(code)}</p>
          <p>
            {dayOf(receipt.claimUntil)}まで、一度だけ使えます。<span class="saving-address">{form.claimAt}</span>{' '}
            を開いて入力するか、図をカメラで読み取ってください。番号を知っている人はこの申請を引き継げるので、ほかの人に見せないでください。
          </p>
          <Qr text={form.claimAt + '#' + code} label="申請を引き継ぐための図（QRコード）" />
        </section>
      )}
    </>
  );
}
