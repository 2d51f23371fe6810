import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { signInClerk, staff, staffConsole } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const person = (username) => staff.find((one) => one.username === username);
const clerk = staff.find((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'));

const focusedHref = () => document.activeElement?.getAttribute('href');

/** Whoever comes back in the console: to a list as it was, and to a form with what was typed into it. */
export function returningJourney(city) {
  let desk;
  let page;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 420 } });
    page = desk.page;
  });
  after(async () => {
    await desk?.end();
  });

  /** Opens the last row of the table that stands there, from far down. */
  const openLast = async () => {
    const last = page.locator('td a').last();
    await last.scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const [y, to] = [await page.evaluate(() => window.scrollY), await last.getAttribute('href')];
    await last.click();
    await page.waitForFunction((path) => location.pathname === path, to);
    return { y, to };
  };
  /** It is as it was, with the focus where it was left. */
  const stands = async ({ y, to }) => {
    await page.waitForFunction(([path, top]) => document.activeElement?.getAttribute('href') === path && window.scrollY === top, [to, y]);
    assert.equal(await page.evaluate(focusedHref), to);
  };

  it('finds the list of open cases with its words and where it stood, by 戻る and by the link', async () => {
    await signInClerk(page, clerk);
    await page.locator('.case-table').waitFor();
    const number = (await page.locator('td a').last().innerText()).slice(0, 4);
    await page.locator('#l-words').fill(number);
    await page.getByRole('status').filter({ hasText: '件のうち' }).waitFor();
    const rows = await page.locator('.case-table tbody tr').count();
    const left = await openLast();
    await page.locator('.case').waitFor();
    await page.goBack();
    await stands(left);
    assert.equal(await page.locator('#l-words').inputValue(), number);
    assert.equal(await page.locator('.case-table tbody tr').count(), rows);
    const again = await openLast();
    await page.locator('.case').waitFor();
    await link(page, '申請一覧に戻る').click();
    await stands(again);
    assert.equal(await page.locator('#l-words').inputValue(), number);
    await openLast();
    await page.locator('.case').waitFor();
    await link(page, '申請一覧').first().click();
    await page.locator('.case-table').waitFor();
    assert.equal(await page.locator('#l-words').inputValue(), '', 'the menu leads to a fresh list');
    await page.locator('h1:focus').waitFor();
    const all = await page.locator('.case-table tbody tr').count();
    await page.locator('#l-words').fill(number);
    await page.locator('.list-tools button', { hasText: '期限超過' }).click();
    await page.waitForFunction(() => location.search.indexOf('due=over') >= 0);
    await link(page, '申請一覧').first().click();
    await page.waitForFunction((rows) => location.search === '' && document.querySelectorAll('.case-table tbody tr').length === rows, all);
    assert.equal(await page.locator('#l-words').inputValue(), '', 'the menu leads to a fresh list from the list itself');
    assert.equal(await page.locator('.list-tools [aria-pressed=true]').count(), 0);
  });

  it('finds the search for a person, closed cases too, with its words and results', async () => {
    const name = await page.locator('.case-table tbody td:has(a) + td').first().innerText();
    await page.locator('.person-search summary').click();
    await page.locator('#s-name').fill(name);
    await button(page, 'さがす').click();
    await page.locator('#found-title').waitFor();
    const found = await page.locator('#found-title').innerText();
    const left = await openLast();
    await page.locator('.case').waitFor();
    await page.goBack();
    await stands(left);
    assert.equal(await page.locator('#found-title').innerText(), found);
    assert.equal(await page.locator('#s-name').inputValue(), name);
    // What could not be asked leaves nobody of before under its mistake.
    await page.locator('#s-birthDate').fill('昭和64年7');
    await button(page, 'さがす').click();
    await page.locator('#s-birthDate-read.mistake', { hasText: '昭和60年4月20日' }).waitFor();
    await page.locator('#found-title').waitFor({ state: 'detached' });
    await button(page, '条件を消して一覧に戻る').click();
    await page.locator('.tabs').waitFor();
    assert.equal(await page.locator('#s-name').inputValue(), '');
    await page.locator('#l-words').fill('ﾄﾞｺﾆﾓｲﾅｲ');
    await page.getByText('この一覧は、フリガナではさがせません。').waitFor();
    await button(page, '終わった申請もふくめて、人からさがす').click();
    await page.locator('#s-kana:focus').waitFor();
    await page.locator('#l-words').fill('');
  });

  it('finds the reason of every decision that was typed and not sent', async () => {
    await page.goto(staffConsole + '/cases?state=SUBMITTED');
    await page.locator('td a').first().click();
    await button(page, '却下する').click();
    await page.locator('#reason').fill('要件を満たしていません。');
    await page.goBack();
    await page.locator('.case-table').waitFor();
    await page.goForward();
    await page.locator('.notice-info', { hasText: '理由が、入力の途中で残っています' }).waitFor();
    await button(page, '続きから入力する').click();
    assert.equal(await page.locator('#reason').inputValue(), '要件を満たしていません。');
    await button(page, 'やめる').click();
    await button(page, 'ログアウト').click();
    await page.waitForFunction(() => location.pathname === '/');
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  });

  it('finds the list of staff as it was left', async () => {
    await signInClerk(page, person('watanabe'), '/');
    await page.locator('table').waitFor();
    await page.getByLabel('役割', { exact: true }).selectOption('REVIEWER');
    const left = await openLast();
    await page.locator('#history-title').waitFor();
    await page.goBack();
    await stands(left);
    assert.equal(await page.getByLabel('役割', { exact: true }).inputValue(), 'REVIEWER');
    await openLast();
    await page.locator('#history-title').waitFor();
    await link(page, '職員の一覧に戻る').click();
    await page.locator('table').waitFor();
    assert.equal(await page.getByLabel('役割', { exact: true }).inputValue(), 'REVIEWER');
  });

  it('finds what was typed of a member of staff, a day that can’t be read too, and takes it away when asked to', async () => {
    await link(page, '職員を登録する').click();
    await page.locator('#r-account').fill('matsumoto');
    await page.getByLabel(/^審査/).check();
    await page.getByLabel('最後の日').first().fill('令和9年');
    await page.goBack();
    await page.locator('table').waitFor();
    await page.goForward();
    await page.locator('.notice-info:focus', { hasText: '入力の途中だった内容を戻しました' }).waitFor();
    assert.equal(await page.locator('#r-account').inputValue(), 'matsumoto');
    assert.equal(await page.getByLabel('最後の日').first().inputValue(), '令和9年');
    assert.ok(await page.getByLabel(/^審査/).isChecked());
    await button(page, '入力を消す').click();
    assert.equal(await page.locator('#r-account').inputValue(), '');
    assert.equal(await page.getByLabel('最後の日').first().inputValue(), '');
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    await button(page, 'ログアウト').click();
    await page.waitForFunction(() => location.pathname === '/');
  });

  it('finds what was typed into every form of a system administrator, after a reload too, until it is given up', async () => {
    await signInClerk(page, person('yoshida'), '/');
    const forms = [
      ['課', '課を追加する', '課の名前', '広報課'],
      ['窓口の端末', '端末を登録する', '端末の名前', '市民課9番'],
      ['連携先', '連携先を登録する', '連携先の名前', '図書館'],
    ];
    for (const [screen, opener, field, text] of forms) {
      await link(page, screen).click();
      await heading(page, screen);
      await button(page, opener).click();
      await page.getByLabel(field).fill(text);
    }
    await link(page, '設定').click();
    await page.locator('#p-notice').fill('本日18時に止まります。');
    await page.reload();
    await page.locator('.notice-info', { hasText: '入力の途中だった内容を戻しました' }).waitFor();
    assert.equal(await page.locator('#p-notice').inputValue(), '本日18時に止まります。');
    await button(page, '入力を消す').click();
    for (const [screen, , field, text] of forms) {
      await link(page, screen).click();
      await page.locator('.notice-info', { hasText: '入力の途中だった内容を戻しました' }).waitFor();
      assert.equal(await page.getByLabel(field).inputValue(), text, screen);
      await button(page, 'やめる').click();
    }
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  });

  it('finds what was typed when a colleague was first, over what stands now', async () => {
    await link(page, '課').click();
    await button(page, '税務課を変更する').click();
    const other = await page.context().newPage();
    await other.goto(staffConsole + '/divisions');
    await button(other, '市民課を変更する').click();
    const counter = await other.getByLabel('窓口の場所と時間').inputValue();
    await other.getByLabel('窓口の場所と時間').fill(counter + '　');
    await other.getByLabel('窓口の場所と時間').fill(counter + '。');
    await button(other, '保存する').click();
    await other.locator('.notice-success').waitFor();
    await other.close();
    await page.getByLabel('窓口の場所と時間').fill('本庁舎2階');
    await button(page, '保存する').click();
    await page.locator('.notice-error').waitFor();
    await page.reload();
    await page.locator('.notice-info', { hasText: '入力の途中だった内容を戻しました' }).waitFor();
    assert.equal(await page.getByLabel('窓口の場所と時間').inputValue(), '本庁舎2階');
    await button(page, '保存する').click();
    await page.locator('.notice-success').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  });
}
