import type { Procedure } from '../app/types.ts';

export type Way = Pick<Procedure, 'how' | 'division'>;

/** How to apply without a signature. */
export function OtherWay(props: { way: Way }) {
  const { how, division } = props.way;
  return (
    <p>
      <strong>電子署名を使わない申請のしかた：</strong>
      {how ?? (division?.name ?? '市役所') + 'の窓口で申請できます。'}
      {division && (
        <>
          （{division.name}
          {division.counter && ' ' + division.counter}
          {division.phone && (
            <>
              、電話 <span class="nowrap">{division.phone}</span>
            </>
          )}
          ）
        </>
      )}
    </p>
  );
}
