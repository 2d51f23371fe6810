import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { partners, passProvider, signInClerk, staff, staffConsole } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';
import { totp } from '../totp.mjs';

const person = (username) => staff.find((one) => one.username === username);
/** Known to the city's identity provider, not yet to us. */
const newcomer = staff.find((one) => one.roles.length === 0);

/** A client of the partner API: registered, its key told once, renewed, revoked; each at once. */
async function registerPartner(page) {
  const asks = async (key) =>
    (await fetch(partners + '/v1/procedures', { headers: key === undefined ? {} : { Authorization: 'Bearer ' + key } })).status;
  const told = () => page.locator('.notice-success code').innerText();
  await link(page, '連携先').click();
  await heading(page, '連携先');
  await page.getByText('登録した連携先はありません。').waitFor();
  const [explained] = await Promise.all([page.context().waitForEvent('page'), link(page, '連携用のAPIの説明（新しいタブで開きます）').click()]);
  await heading(explained, '連携用のAPI');
  await explained.getByRole('heading', { name: 'GET /v1/procedures' }).waitFor();
  await audit(explained, 'PARTNERS', 'api');
  await explained.close();
  await button(page, '連携先を登録する').click();
  // The form takes the focus when it opens: what is typed before would go where it leads.
  await page.locator('form input:focus').waitFor();
  await page.getByLabel('利用の最後の日').fill('2020年1月1日');
  await button(page, '鍵を発行する').click();
  await page.locator('.notice-error').waitFor();
  assert.equal(await page.locator('.notice-error li').count(), 3, 'all mistakes at once');
  await audit(page, 'PARTNERS', 'mistakes');
  await page.getByLabel('利用の最後の日').fill('いつか');
  await button(page, '鍵を発行する').click();
  await page.locator('.notice-error').waitFor({ state: 'detached' });
  await page.getByLabel('利用の最後の日').fill('');
  await page.getByLabel('連携先の名前').fill('　図書館システム ');
  await page.getByLabel('公開している手続の一覧を読む').check();
  await button(page, '鍵を発行する').dblclick();
  await page.locator('.notice-success code').waitFor();
  await page.getByRole('heading', { name: '図書館システム' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: '図書館システム' }).count(), 1, 'a double click registers one');
  const first = await told();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, '鍵をコピーする').click();
  await page.getByText('鍵をコピーしました。').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), first);
  await audit(page, 'PARTNERS', 'key');
  await walk(page, 'PARTNERS');
  assert.deepEqual([await asks(undefined), await asks(first + 'x'), await asks(first)], [401, 401, 200]);
  await button(page, '図書館システムの鍵を再発行する').click();
  await button(page, '再発行する').click();
  await page.locator('.notice-success code', { hasNotText: first }).waitFor();
  const second = await told();
  assert.deepEqual([await asks(first), await asks(second)], [401, 200]);
  await page.reload();
  await heading(page, '連携先');
  await page.getByText('利用中').waitFor();
  assert.ok(!(await page.locator('body').innerText()).includes(second), 'the key is told once');
  await button(page, '図書館システムを失効させる').click();
  await button(page, '失効させる').click();
  await page.getByText('図書館システムの変更を保存しました。').waitFor();
  await page.getByText('図書館システムの履歴').click();
  await audit(page, 'PARTNERS', 'revoked');
  assert.equal(await asks(second), 401);
}

/** What user administrators do with the directory of staff, and what the others may see of it. */
export function staffAdminJourney(city) {
  let desk;
  let page;
  let enrolmentCode;
  let recoveryCode;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    page = desk.page;
  });
  after(async () => {
    await desk?.end();
  });

  it('whoever is not registered gets no session', async () => {
    const stranger = await visitor(city.browser);
    await passProvider(stranger.page, newcomer);
    await stranger.page.getByText('登録されていません').waitFor();
    await stranger.end();
  });

  it('the administrator begins at the directory, sees no cases, and finds people by name, division and role', async () => {
    await signInClerk(page, person('watanabe'), '/');
    await heading(page, '職員');
    await page.locator('table').waitFor();
    assert.equal(await link(page, '申請一覧').count(), 0);
    await audit(page, 'STAFF_LIST');
    await walk(page, 'STAFF_LIST');
    await page.locator('#staff-words').fill('スズ木');
    await page.getByText('0人', { exact: true }).waitFor();
    await page.locator('#staff-words').fill('鈴木一');
    await page.getByText('1人', { exact: true }).waitFor();
    await page.locator('#staff-words').fill('');
    await page.getByLabel('課', { exact: true }).selectOption('zeimu');
    await page.getByLabel('役割', { exact: true }).selectOption('REVIEWER');
    await page.getByText('1人', { exact: true }).waitFor();
  });

  it('all mistakes of a registration are told at once, then it is done and kept with its history', async () => {
    await link(page, '職員を登録する').click();
    await page.locator('#r-account').waitFor();
    await audit(page, 'STAFF_NEW');
    await walk(page, 'STAFF_NEW');
    await page.locator('#r-account').fill('松本');
    await button(page, '登録する').click();
    await page.locator('.notice-error').waitFor();
    assert.ok((await page.locator('.notice-error li').count()) >= 3);
    await audit(page, 'STAFF_NEW', 'mistakes');
    await page.locator('#r-account').fill(newcomer.sub);
    await page.locator('#r-name').fill(newcomer.name);
    await page.getByLabel(/^審査/).check();
    await page.getByLabel('市民課').check();
    await button(page, '登録する').click();
    enrolmentCode = await page.locator('.enrolment-code').innerText();
    await audit(page, 'STAFF_NEW', 'done');
    await link(page, '登録した内容を見る').click();
    await heading(page, newcomer.name);
    await page.locator('#history-title').waitFor();
    assert.match(await page.locator('main').innerText(), /役割：（なし） → 審査/);
    await audit(page, 'STAFF_MEMBER');
    await walk(page, 'STAFF_MEMBER');
  });

  it('the newcomer enrols an authenticator with the code from the administrator and keeps the recovery codes', async () => {
    const own = await visitor(city.browser);
    const { page: phone } = own;
    await passProvider(phone, newcomer);
    await heading(phone, '認証アプリの登録');
    await audit(phone, 'ONE_TIME_CODE', 'enrolment');
    await walk(phone, 'ONE_TIME_CODE-enrolment');
    await phone.locator('#code').fill('0000-0000-0000');
    await button(phone, '次へ').click();
    await phone.locator('#code-mistake').waitFor();
    await phone.locator('#code').fill(enrolmentCode);
    await button(phone, '次へ').click();
    await phone.locator('.qr').waitFor();
    await audit(phone, 'ONE_TIME_CODE', 'picture');
    const secret = (await phone.locator('.secret').innerText()).replace(/\s/g, '');
    await phone.locator('#code').fill(totp(secret));
    await button(phone, '登録する').click();
    await heading(phone, '回復コード');
    assert.equal(await phone.locator('.recovery-codes li').count(), 10);
    recoveryCode = await phone.locator('.recovery-codes li').first().innerText();
    await audit(phone, 'ONE_TIME_CODE', 'recovery-codes');
    await button(phone, '保管したので、次へ進む').click();
    await heading(phone, '申請一覧');
    await own.end();
  });

  it('a recovery code signs in once; wrong ones lock, and an administrator releases', async () => {
    const own = await visitor(city.browser);
    const { page: phone } = own;
    const enter = async (code) => {
      await button(phone, '認証アプリが使えないとき').click();
      await phone.locator('#code').fill(code);
      await button(phone, 'ログインする').click();
    };
    await passProvider(phone, newcomer);
    await phone.locator('#code').waitFor();
    await enter(recoveryCode);
    await heading(phone, '申請一覧');
    await button(phone, 'ログアウト').click();
    await link(phone, '職員アカウントでログインする').waitFor();
    await passProvider(phone, newcomer);
    await phone.locator('#code').waitFor();
    await enter(recoveryCode);
    await phone.locator('#code-mistake').waitFor();
    await audit(phone, 'ONE_TIME_CODE', 'recovery');
    const locked = phone.getByText('操作の回数が多すぎます');
    for (let i = 0; i < 9 && !(await locked.isVisible()); i++) {
      const answered = phone.waitForResponse((response) => /recovery-code/.test(response.url()));
      await phone.locator('#code').fill('aaaa-aaaa-aaaa-aaa' + i);
      await button(phone, 'ログインする').click();
      await answered;
      // The page has taken the answer in when it asks anew.
      await phone.waitForFunction(() => document.getElementById('code').value === '');
    }
    await locked.waitFor();
    await own.end();
    await page.reload();
    await page.getByText('ロック中').waitFor();
    await button(page, 'ロックを解除する').click();
    await page.locator('.notice-success').waitFor();
    assert.match(await page.locator('main').innerText(), /ロックを解除/);
    assert.equal(await button(page, 'ロックを解除する').count(), 0);
    await button(page, '認証アプリを登録し直す').click();
    await audit(page, 'STAFF_MEMBER', 'reset');
    await button(page, 'やめる').click();
  });

  it('two administrators at once: the second is told by whom, and nothing is overwritten', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await button(other, '登録内容を変更する').click();
    await button(page, '登録内容を変更する').click();
    await page.getByLabel(/^最後の日/).fill('２０３０/3/31');
    await audit(page, 'STAFF_MEMBER', 'editing');
    await button(page, '変更を保存する').click();
    await page.locator('.notice-success').waitFor();
    await other.locator('#r-name').fill('別の名前');
    await button(other, '変更を保存する').click();
    await other.locator('.notice-warning', { hasText: 'さんが保存しました' }).waitFor();
    await other.reload();
    await heading(other, newcomer.name);
    await other.close();
  });

  it('a reshuffle by file: saved, mended, tried with every mistake told, then done', async () => {
    await page.goto(staffConsole + '/staff');
    await link(page, 'CSVで一括変更する').click();
    await heading(page, '職員の一括変更');
    const [saved] = await Promise.all([page.waitForEvent('download'), button(page, 'いまの一覧をCSVで保存する').click()]);
    const list = readFileSync(await saved.path(), 'utf8');
    assert.match(list, /"staff-mori","森 真理","審査"/);
    await walk(page, 'STAFF_IMPORT');
    const choose = (text) =>
      page.locator('#staff-file').setInputFiles({ name: 'shokuin.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose(list.replace('"staff-mori","森 真理","審査"', '"staff-mori","","皇帝"'));
    await button(page, '内容を確かめる').click();
    await page.locator('.notice-error').waitFor();
    assert.equal(await page.locator('.notice-error li').count(), 2);
    await page.getByText('「皇帝」という役割はありません').waitFor();
    await audit(page, 'STAFF_IMPORT', 'mistakes');
    await choose('');
    await page.getByText('ファイルに何も書かれていません。').waitFor();
    await choose(list.replace('"staff-mori","森 真理","審査"', '"staff-mori","森 真理","審査、閲覧"') + '"staff-new","新人 花子","閲覧","市民課","2027/4/1",""\r\n');
    await button(page, '内容を確かめる').click();
    await page.getByText('2人の登録が変わります').waitFor();
    await page.getByText('役割：審査 → 審査、閲覧').waitFor();
    await page.getByRole('listitem').filter({ hasText: '新人 花子（staff-new） 新しい登録' }).getByText('最初の日：2027年4月1日（木）').waitFor();
    await audit(page, 'STAFF_IMPORT');
    await button(page, 'この内容で変更する').click();
    await page.locator('.notice-success').waitFor();
    await page.getByText(/^\d{4}-\d{4}-\d{4}$/).waitFor();
    await audit(page, 'STAFF_IMPORT', 'done');
    // Whoever begins in spring is not in the list of today, which says so.
    await page.goto(staffConsole + '/staff');
    await page.locator('#staff-words').fill('staff-new');
    await page.getByRole('status').filter({ hasText: '0人（ほかに、利用期間の外の1人は表示していません）' }).waitFor();
    await button(page, '利用期間の外の1人を表示する').click();
    await link(page, '新人 花子').waitFor();
  });

  it('nobody changes their own registration', async () => {
    await page.goto(staffConsole + '/staff');
    await link(page, person('watanabe').name).click();
    await page.getByText('自分の登録は変えられません').waitFor();
    assert.equal(await button(page, '登録内容を変更する').count(), 0);
  });

  it('the auditor reads the history and can change nothing; a viewer does not see the directory', async () => {
    const auditor = await visitor(city.browser);
    await signInClerk(auditor.page, person('sasaki'), '/staff');
    await link(auditor.page, newcomer.name).click();
    await auditor.page.locator('#history-title').waitFor();
    assert.equal(await button(auditor.page, '登録内容を変更する').count(), 0);
    await auditor.end();
    const viewer = await visitor(city.browser);
    await signInClerk(viewer.page, person('tanaka'), '/staff');
    await viewer.page.getByText('この操作を行う権限がありません').waitFor();
    assert.equal(await link(viewer.page, '職員').count(), 0);
    await viewer.end();
  });

  it('rights of an administrator that one gave are shown to another until they have seen them', async () => {
    const given = await page.request.post(staffConsole + '/api/staff', {
      headers: { origin: staffConsole, 'idempotency-key': crypto.randomUUID() },
      data: { account: 'oversight-' + Date.now(), name: '新任　管理者', roles: ['USER_ADMINISTRATOR'], divisions: [] },
    });
    assert.equal(given.status(), 201, await given.text());
    const another = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    await signInClerk(another.page, person('yoshida'), '/');
    const told = another.page.locator('.notice-warning', { hasText: 'ほかの管理者が行った変更です' });
    await told.getByText('新任　管理者').first().waitFor();
    await audit(another.page, 'SIGN_IN_POLICY', 'oversight');
    while ((await told.count()) > 0) {
      const left = await told.getByRole('button').count();
      await told.getByRole('button', { name: /^確認しました/ }).first().click();
      await another.page.waitForFunction((before) => document.querySelectorAll('.notice-warning button').length < before, left);
      await another.page.locator('.notice-success:focus', { hasText: 'の変更を確認したことを記録しました。' }).waitFor();
    }
    // The record below is another one, too.
    await another.page.getByText('確認：吉田').first().waitFor();
    await another.end();
  });

  it('the system administrator sets notice, limits, networks and who goes without one-time code, and cannot shut themselves out', async () => {
    const chief = await visitor(city.browser);
    await signInClerk(chief.page, person('yoshida'), '/');
    await heading(chief.page, '設定');
    await chief.page.locator('#p-notice').waitFor();
    assert.equal(await link(chief.page, '職員').count(), 0);
    await walk(chief.page, 'SIGN_IN_POLICY');
    await chief.page.locator('#p-notice').fill('業務以外に使わないでください。');
    await chief.page.getByLabel(/^ロックするまでの回数/).fill('99');
    await chief.page.locator('#p-network-REVIEWER').fill('市役所');
    await button(chief.page, '保存する').click();
    await chief.page.locator('.notice-error').waitFor();
    assert.equal(await chief.page.locator('.notice-error li').count(), 2);
    await audit(chief.page, 'SIGN_IN_POLICY');
    await chief.page.getByLabel(/^ロックするまでの回数/).fill('5');
    await chief.page.locator('#p-network-REVIEWER').fill('');
    await chief.page.locator('#p-network-SYSTEM_ADMINISTRATOR').fill('203.0.113.0/24');
    await button(chief.page, '保存する').click();
    await chief.page.getByText('入れなくなります').waitFor();
    await chief.page.locator('#p-network-SYSTEM_ADMINISTRATOR').fill('');
    // A role that nobody has in the files that run at the same time in the same city.
    await chief.page.locator('#p-network-AUDITOR').fill('203.0.113.0/24');
    await chief.page.getByRole('checkbox', { name: '閲覧', exact: true }).check();
    await button(chief.page, '保存する').click();
    await chief.page.locator('.notice-success').waitFor();
    // A warm function remembers the old policy for some seconds; its notice shows which one it goes by.
    const shutOut = await visitor(city.browser);
    const notice = shutOut.page.getByText('業務以外に使わないでください。');
    do {
      await shutOut.page.goto(staffConsole + '/');
      await link(shutOut.page, '職員アカウントでログインする').waitFor();
    } while (!(await notice.isVisible()));
    await passProvider(shutOut.page, person('sasaki'));
    await shutOut.page.getByText('あなたの役割では利用できません').waitFor();
    await shutOut.page.goto(staffConsole + '/');
    await notice.waitFor();
    await audit(shutOut.page, 'STAFF_HOME', 'notice');
    await shutOut.end();
    const viewer = await visitor(city.browser);
    await passProvider(viewer.page, person('tanaka'), '/cases');
    await viewer.page.locator('h1').waitFor();
    // Who decides on each request remembers for itself.
    while ((await viewer.page.locator('h1', { hasText: '申請一覧' }).count()) === 0) {
      await viewer.page.goto(staffConsole + '/cases');
      await viewer.page.locator('h1').waitFor();
    }
    await viewer.end();
    await chief.page.locator('#p-network-AUDITOR').fill('');
    await chief.page.getByRole('checkbox', { name: '閲覧', exact: true }).uncheck();
    await button(chief.page, '保存する').click();
    await chief.page.locator('#policy-history ~ ul li').nth(1).waitFor();
    await audit(chief.page, 'SIGN_IN_POLICY', 'history');
    await link(chief.page, '課').click();
    await heading(chief.page, '課');
    await button(chief.page, '税務課を変更する').waitFor();
    await walk(chief.page, 'DIVISIONS');
    await button(chief.page, '税務課を変更する').click();
    await chief.page.getByLabel('課の名前').fill('市民課');
    await chief.page.getByLabel('電話番号').fill('内線');
    await button(chief.page, '保存する').click();
    await chief.page.locator('.notice-error').waitFor();
    assert.equal(await chief.page.locator('.notice-error li').count(), 2);
    await audit(chief.page, 'DIVISIONS', 'mistakes');
    await chief.page.getByLabel('課の名前').fill('市民税課');
    await chief.page.getByLabel('電話番号').fill('０１３３-72-3118');
    await button(chief.page, '保存する').click();
    await chief.page.locator('.notice-success').waitFor();
    await chief.page.getByText('課の名前：税務課 → 市民税課').waitFor();
    await audit(chief.page, 'DIVISIONS');
    await button(chief.page, '市民税課を変更する').click();
    await chief.page.getByLabel('課の名前').fill('税務課');
    await button(chief.page, '保存する').click();
    await chief.page.locator('.notice-success', { hasText: '税務課を保存しました' }).waitFor();
    await registerPartner(chief.page);
    await button(chief.page, 'ログアウト').click();
    await link(chief.page, '職員アカウントでログインする').waitFor();
    await signInClerk(chief.page, person('yoshida'), '/');
    await heading(chief.page, '設定');
    assert.match(await chief.page.locator('.who-last').innerText(), /前回：.*〜\d{4}年/);
    await chief.end();
  });
}
