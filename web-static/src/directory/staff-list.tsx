import { useState } from 'preact/hooks';
import { useStaffLoad } from '../console/load.ts';
import { pathOf } from '../app/router.ts';
import { dateTime } from '../app/words.ts';
import { Select, TextInput } from '../console/inputs.tsx';
import { roles, screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { useReturning } from '../console/returning.ts';
import { may } from '../console/session.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Show } from '../ui/notices.tsx';
import type { Directory, StaffLine } from '../console/directory-types.ts';

/** So many lines stand at once. */
const PAGE = 50;

/** Everybody of the staff; searched here, so that no name travels in an address. */
export function StaffList() {
  const { loaded, reload } = useStaffLoad('staff', () => staff('listStaff'));
  return (
    <>
      <Heading title={screens.STAFF_LIST.title} />
      {may('USER_ADMINISTRATOR') && (
        <p class="form-actions">
          <Link to={screens.STAFF_NEW.path} class="button button-main">
            職員を登録する
          </Link>
          <Link to={screens.STAFF_IMPORT.path} class="button">
            CSVで一括変更する
          </Link>
        </p>
      )}
      <Show loaded={loaded} retry={reload}>
        {(directory) => <Search directory={directory} />}
      </Show>
    </>
  );
}

function Search(props: { directory: Directory }) {
  const { staff, divisions } = props.directory;
  const { kept, keep, onClickCapture } = useReturning('staff', { words: '', division: '', role: '', state: 'open', shown: PAGE }, true);
  const [words, setWords] = useState(kept.words);
  const [division, setDivision] = useState(kept.division);
  const [role, setRole] = useState(kept.role);
  const [state, setState] = useState(kept.state);
  const [shown, setShown] = useState(kept.shown);
  keep({ words, division, role, state, shown });
  const asked = fold(words);
  const inAnyState = staff.filter(
    (one) =>
      (asked === '' || fold(one.name).indexOf(asked) >= 0 || fold(one.account).indexOf(asked) >= 0) &&
      (division === '' || one.divisions.indexOf(division) >= 0) &&
      (role === '' || one.roles.some((held) => held === role)),
  );
  const found = inAnyState.filter((one) => state === '' || (state === 'locked' ? one.lockedUntil !== undefined : one.open === (state === 'open')));
  // Whoever begins next week or has gone is not there at first.
  const outside = state === 'open' ? inAnyState.length - found.length : 0;
  return (
    <>
      <div class="search-fields" role="search" aria-label="職員をさがす">
        <TextInput id="staff-words" label="氏名または職員アカウント" value={words} onText={(text) => setWords(text || '')} />
        <Select
          label="課"
          none="すべて"
          value={division}
          options={divisions.map((one) => ({ value: one.divisionId, label: one.name }))}
          onValue={setDivision}
        />
        <Select
          label="役割"
          none="すべて"
          value={role}
          options={Object.keys(roles).map((one) => ({ value: one, label: roles[one as keyof typeof roles] }))}
          onValue={setRole}
        />
        <Select
          label="状態"
          none="すべて"
          value={state}
          options={[
            { value: 'open', label: '利用中' },
            { value: 'closed', label: '利用期間の外' },
            { value: 'locked', label: 'ロック中' },
          ]}
          onValue={setState}
        />
      </div>
      <p role="status">
        {found.length}人{outside > 0 && `（ほかに、利用期間の外の${outside}人は表示していません）`}
      </p>
      {outside > 0 && (
        <p>
          <button type="button" class="as-link" onClick={() => setState('closed')}>
            利用期間の外の{outside}人を表示する
          </button>
        </p>
      )}
      <div onClickCapture={onClickCapture}>{found.length > 0 && <Table found={found.slice(0, shown)} directory={props.directory} />}</div>
      {found.length > shown && (
        <p>
          <button type="button" class="button" onClick={() => setShown(shown + PAGE)}>
            続きを表示する
          </button>
        </p>
      )}
    </>
  );
}

function Table(props: { found: StaffLine[]; directory: Directory }) {
  const nameOf = (id: string) => props.directory.divisions.filter((one) => one.divisionId === id)[0]?.name ?? id;
  return (
    <div class="table-scroll" role="region" aria-label="職員の表" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">職員アカウント</th>
            <th scope="col">役割</th>
            <th scope="col">課</th>
            <th scope="col">状態</th>
            <th scope="col">最後のログイン</th>
          </tr>
        </thead>
        <tbody>
          {props.found.map((one) => (
            <tr key={one.staffId}>
              <td>
                <Link to={pathOf(screens.STAFF_MEMBER.path, { staffId: one.staffId })}>{one.name}</Link>
              </td>
              <td>{one.account}</td>
              <td>{one.roles.map((role) => roles[role] ?? role).join('、')}</td>
              <td>{one.divisions.map(nameOf).join('、') || '—'}</td>
              <td>{stateOf(one)}</td>
              <td class="nowrap">{one.signedInAt === undefined ? '—' : dateTime(one.signedInAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In one word or two what stands in the way of working. */
export function stateOf(one: StaffLine): string {
  if (!one.open) return '利用期間の外';
  if (one.lockedUntil !== undefined) return 'ロック中';
  return one.enrolled ? '利用中' : 'コード未登録';
}

/** For comparing only. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
