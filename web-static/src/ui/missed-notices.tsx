import type { MissedNotice } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import { HAPPENED } from './happened.ts';
import { Notice } from './notices.tsx';

const WHY: Record<MissedNotice['why'], string> = {
  NO_SUCH_ADDRESS:
    '宛先のメールアドレスに届きませんでした。アドレスがないか、メールを受け取れません。以後、このアドレスにはメールを送りません。',
  NOT_TAKEN: '宛先のメールボックスが受け取りませんでした。いっぱいになっているなどの理由が考えられます。',
  UNWANTED: '受け取った方が迷惑メールとして申告しました。以後、このアドレスにはメールを送りません。',
  ADDRESS_STOPPED: '前のメールが届かなかったか、迷惑メールとして申告されたため、送っていません。',
};

/** Mail about an application that nobody got, so that nobody waits for it. */
export function MissedNotices(props: { missed: MissedNotice[]; advice: string }) {
  if (props.missed.length === 0) return null;
  return (
    <Notice kind="warning" title="届いていないお知らせのメールがあります。">
      <ul>
        {props.missed.map((one) => (
          <li key={one.type + one.at}>
            「{HAPPENED[one.type]}」のお知らせ（{dateTime(one.at)}）
            <br />
            {WHY[one.why]}
          </li>
        ))}
      </ul>
      <p>{props.advice}</p>
    </Notice>
  );
}
