import { useState } from 'preact/hooks';
import { pathOf } from '../app/router.ts';
import { useStaffLoad } from '../console/load.ts';
import { TextInput } from '../console/inputs.tsx';
import { staff } from '../console/api.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Show } from '../ui/notices.tsx';
import { folded } from './open-list.ts';

/** Which procedure a paper is for. */
export function Entries() {
  const { loaded, reload } = useStaffLoad('entries', () => staff('listEntryForms'));
  const [typed, setTyped] = useState('');
  return (
    <>
      <Heading title={screens.ENTRIES.title} />
      <p>郵送、窓口、電話、メール、FAXで届いた申請を、申請者に代わって入力します。どの手続かを選んでください。</p>
      <Show loaded={loaded} retry={reload}>
        {({ procedures }) => {
          const wanted = folded(typed);
          const found = procedures.filter((one) => folded(one.name + ' ' + one.kana).indexOf(wanted) >= 0);
          if (procedures.length === 0) return <p>担当の課に、様式のある手続がありません。</p>;
          return (
            <>
              {procedures.length > 8 && <TextInput label="手続の名前でしぼる" value={typed} onText={(text) => setTyped(text ?? '')} />}
              {found.length === 0 && <p role="status">「{typed}」を含む手続はありません。</p>}
              <ul class="plain entry-list">
                {found.map((one) => (
                  <li key={one.procedureId}>
                    <Link to={pathOf(screens.ENTRY.path, { procedureId: one.procedureId })}>{one.name}</Link>
                    {one.sample && <span class="label">サンプル</span>}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Show>
    </>
  );
}
