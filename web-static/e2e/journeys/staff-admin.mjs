import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { signInClerk, staff, staffConsole } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const person = (username) => staff.find((one) => one.username === username);
/** Known to the city's identity provider, not yet to us. */
const newcomer = staff.find((one) => one.roles.length === 0);

/** What user administrators do with the directory of staff, and what the others may see of it. */
export function staffAdminJourney(city) {
  let desk;
  let page;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    page = desk.page;
  });
  after(async () => {
    await desk?.end();
  });

  it('whoever is not registered gets no session', async () => {
    const stranger = await visitor(city.browser);
    await stranger.page.goto(staffConsole + '/');
    await link(stranger.page, '職員アカウントでログインする').click();
    await stranger.page.locator('input[name="username"]').fill(newcomer.username);
    await stranger.page.locator('input[name="password"]').fill(newcomer.password);
    await stranger.page.locator('form[action="/login"] button[type="submit"]').click();
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
    await heading(page, newcomer.name);
    await page.locator('#history-title').waitFor();
    assert.match(await page.locator('main').innerText(), /役割：（なし） → 審査/);
    await audit(page, 'STAFF_MEMBER');
    await walk(page, 'STAFF_MEMBER');
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
}
