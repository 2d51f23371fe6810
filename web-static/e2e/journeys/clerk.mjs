import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { grouped } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { enterCode, portal, residents, rowOnTheDesk, signInClerk, staff, staffConsole } from '../city.mjs';
import { button, heading, link, pressWhenOver, visitor } from '../page.mjs';

const resident = residents[0];
const reviewers = staff.filter((one) => one.roles.includes('REVIEWER'));
const [clerk, colleague] = reviewers.filter((one) => one.divisions.includes('shimin'));
const viewer = staff.find((one) => one.roles.includes('VIEWER') && one.divisions.includes('shimin'));
const stranger = reviewers.find((one) => !one.divisions.includes('shimin'));

/** Asks for a list of cases, but not for what is over and unread. */
const LISTED = /\/api\/cases(\?(?!unread)|$)/;

/** What the clerks do with the application `here.number` of the resident on `here.page`. */
export function clerkJourney(city, here) {
  let desk;
  let second;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    second = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await desk?.end();
    await second?.end();
  });

  const complete = async () => {
    if ((await button(desk.page, '受理する').count()) > 0) {
      await button(desk.page, '受理する').click();
      await button(desk.page, '受理を確定する').click();
    }
    await button(desk.page, '完了にする').click();
    await button(desk.page, '完了を確定する').click();
    await desk.page.locator('.chip-completed').waitFor();
  };

  it('the clerk signs in with password and one-time code and sees the last sign-in', async () => {
    await desk.page.goto(staffConsole + '/');
    await link(desk.page, '職員アカウントでログインする').waitFor();
    await audit(desk.page, 'STAFF_HOME');
    await walk(desk.page, 'STAFF_HOME');
    await link(desk.page, '職員アカウントでログインする').click();
    await desk.page.locator('input[name="username"]').fill(clerk.username);
    await desk.page.locator('input[name="password"]').fill(clerk.password);
    await desk.page.locator('form[action="/login"] button[type="submit"]').click();
    await desk.page.locator('#code').waitFor();
    await audit(desk.page, 'ONE_TIME_CODE');
    await walk(desk.page, 'ONE_TIME_CODE');
    await desk.page.locator('#code').fill('12345');
    await button(desk.page, 'ログインする').click();
    await desk.page.locator('#code-mistake').waitFor();
    await enterCode(desk.page, clerk);
    await desk.page.locator('.tabs').waitFor();
    await rowOnTheDesk(desk.page, here.number);
    assert.match(await desk.page.locator('.who-last').innerText(), /ログイン/);
    await audit(desk.page, 'CASES');
    await walk(desk.page, 'CASES');
  });

  it('sorts and narrows what is open, and goes from case to case in that order and back to that list', async () => {
    const { page } = desk;
    await link(page, '処理中').click();
    await page.locator('.case-table').waitFor();
    const numbers = () => page.locator('.case-table tbody a').allInnerTexts();
    const all = await numbers();
    await button(page, '受付番号').click();
    await page.locator('th[aria-sort=ascending]', { hasText: '受付番号' }).waitFor();
    assert.deepEqual(await numbers(), all.slice().sort());
    await button(page, '受付番号').click();
    await page.locator('th[aria-sort=descending]', { hasText: '受付番号' }).waitFor();
    const turned = await numbers();
    assert.deepEqual(turned, all.slice().sort().reverse());
    await page.reload();
    await page.locator('th[aria-sort=descending]').waitFor();
    await page.locator('#l-words').fill('どこにもない');
    await page.getByText('この一覧には見つかりませんでした。').waitFor();
    await audit(page, 'CASES', 'nothing');
    await button(page, '絞り込みをやめる').click();
    await page.locator('#l-words').fill(here.number.slice(0, 7));
    await page.getByRole('status').filter({ hasText: '件のうち' }).waitFor();
    assert.ok((await numbers()).indexOf(grouped(here.number)) >= 0);
    await page.locator('#l-words').fill('');
    await page.waitForFunction((count) => document.querySelectorAll('.case-table tbody tr').length === count, turned.length);
    await link(page, turned[0]).click();
    await page.getByText('受付番号 ' + turned[0]).waitFor();
    assert.equal(await link(page, '前の申請').count(), 0);
    await link(page, '次の申請').click();
    await page.getByText('受付番号 ' + turned[1]).waitFor();
    await audit(page, 'CASE', 'in-list');
    await link(page, '申請一覧に戻る').click();
    await page.locator('th[aria-sort=descending]').waitFor();
    assert.deepEqual(await numbers(), turned);
  });

  it('finds the application by name and by kana, and opens it', async () => {
    const row = desk.page.locator('tr', { hasText: grouped(here.number) });
    await desk.page.locator('.person-search summary').click();
    await walk(desk.page, 'CASES');
    for (const [field, text] of [['name', resident.name.replace(/\s/g, ' ')], ['kana', 'ｲｼ']]) {
      await button(desk.page, '条件を消して一覧に戻る').click();
      await desk.page.locator('.tabs').waitFor();
      await desk.page.locator('#s-' + field).fill(text);
      await button(desk.page, 'さがす').click();
      await desk.page.locator('#found-title').waitFor();
      await row.waitFor();
    }
    await audit(desk.page, 'CASES', 'found');
    await row.locator('a').click();
    await desk.page.locator('.case').waitFor();
    await audit(desk.page, 'CASE');
    await walk(desk.page, 'CASE');
  });

  it('printing shows the case and nothing else', async () => {
    const { page } = desk;
    await page.evaluate(() => {
      window.print = () => (document.body.dataset.printed = 'yes');
    });
    await button(page, '印刷する').click();
    assert.equal(await page.evaluate(() => document.body.dataset.printed), 'yes');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByText('申請の内容').isVisible(), true);
    assert.equal(await page.getByText('処理期限', { exact: true }).isVisible(), true);
    assert.equal(await page.getByText(resident.name.replace(/\s/g, ' ')).first().isVisible(), true);
    for (const not of ['.site-header', '.who', '.case-actions', '.site-footer', 'button', 'textarea', 'input', '.evidence-export']) {
      const all = await page.locator(not).all();
      for (const one of all) assert.equal(await one.isVisible(), false, `${not}: ${await one.innerText()}`);
    }
    assert.equal(await page.getByText('申請一覧に戻る').first().isVisible(), false);
    await page.emulateMedia({ media: null });
  });

  it('another division cannot learn that the application exists', { skip: stranger === undefined }, async () => {
    const other = await visitor(city.browser);
    await signInClerk(other.page, stranger, new URL(desk.page.url()).pathname);
    await heading(other.page, 'ページが見つかりません');
    await other.page.goto(staffConsole + '/cases/does-not-exist-at-all');
    await heading(other.page, 'ページが見つかりません');
    await audit(other.page, 'CASE', 'not-found');
    // And whose session is over in the middle of work is told that nothing was done.
    await other.page.goto(staffConsole + '/cases');
    await other.page.locator('.person-search summary').click();
    await other.page.locator('#s-name').fill('石狩');
    await other.page.context().clearCookies();
    await pressWhenOver(other.page, 'さがす', /行われていません.*もう一度入力してください/s);
    await audit(other.page, 'STAFF_HOME', 'over');
    await other.end();
  });

  it('returns it with a reason and the fields to mend', async () => {
    await button(desk.page, '差し戻す（補正を依頼）').click();
    await button(desk.page, '差戻しを確定する').click();
    await desk.page.locator('#reason-mistake').waitFor();
    await desk.page.locator('.decision .choice input').nth(4).check();
    await desk.page.locator('#reason').fill('記入した内容をもう一度確認してください。');
    await audit(desk.page, 'CASE', 'return');
    // Whoever signs out leaves nothing of it in the tab, on whatever screen that is.
    const caseOf = new URL(desk.page.url()).pathname;
    await desk.page.goto(staffConsole + '/cases');
    await desk.page.locator('.tabs').waitFor();
    await button(desk.page, 'ログアウト').click();
    await desk.page.waitForFunction(() => location.pathname === '/');
    assert.equal(await desk.page.evaluate(() => sessionStorage.length), 0, 'nothing that was typed stays after signing out');
    await signInClerk(desk.page, clerk, caseOf);
    await button(desk.page, '差し戻す（補正を依頼）').click();
    await desk.page.locator('.decision .choice input').nth(4).check();
    await desk.page.locator('#reason').fill('記入した内容をもう一度確認してください。');
    // The session ends in the middle of it: what was typed is there again, and nothing was done.
    await desk.page.context().clearCookies();
    await pressWhenOver(desk.page, '差戻しを確定する', /行われていません.*このタブに残っています/s);
    await signInClerk(desk.page, clerk, new URL(desk.page.url()).pathname);
    await desk.page.locator('.notice-info', { hasText: '理由が、入力の途中で残っています' }).waitFor();
    await audit(desk.page, 'CASE', 'kept-reason');
    await button(desk.page, '続きから入力する').click();
    assert.equal(await desk.page.locator('#reason').inputValue(), '記入した内容をもう一度確認してください。');
    assert.ok(await desk.page.locator('.decision .choice input').nth(4).isChecked());
    await button(desk.page, '差戻しを確定する').click();
    await desk.page.locator('.notice-success').waitFor();
    await desk.page.locator('.notice-success').getByRole('link', { name: /^(次の申請へ|申請一覧に戻る)$/ }).waitFor();
    await desk.page.locator('.case-side dd', { hasText: /停止中.*補正待ち（.+から）/ }).waitFor();
    assert.equal(await desk.page.evaluate(() => sessionStorage.length), 0, 'a reason that was sent is kept no more');
    await desk.page.locator('.case-actions', { hasText: '申請者の補正を待っています' }).waitFor();
    await button(desk.page, '却下する').waitFor();
    const reader = await visitor(city.browser);
    await signInClerk(reader.page, viewer, new URL(desk.page.url()).pathname);
    await reader.page.getByText(/申請者の補正を待っています.*見ることだけができます/).waitFor();
    await reader.end();
  });

  it('the resident reads the reason, corrects what is marked and sends again', async () => {
    await here.page.goto(portal + '/applications');
    await here.page.locator('.card-urgent a').first().click();
    await here.page.locator('.returned-box').waitFor();
    await here.page.locator('.facts dd', { hasText: /補正待ち（.+から）/ }).waitFor();
    await audit(here.page, 'APPLICATION', 'returned');
    await link(here.page, '補正する').click();
    await here.page.locator('.field-returned').first().waitFor();
    await audit(here.page, 'CORRECT');
    await walk(here.page, 'CORRECT');
    for (let i = 0; i < 12 && (await here.page.locator('h1').textContent()) !== '入力内容の確認'; i++) {
      const before = await here.page.locator('h1').textContent();
      // Nobody has asked for that.
      const building = here.page.getByLabel('建物名・部屋番号');
      if ((await building.count()) > 0) await building.fill('花川ハイツ');
      await button(here.page, '次へ').click();
      await here.page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
    }
    await button(here.page, '補正して送信する').click();
    await heading(here.page, '補正した申請を送信しました');
    await audit(here.page, 'CORRECT', 'done');
  });

  it('two clerks decide at once: the second is told and nothing is overwritten', { skip: colleague === undefined }, async () => {
    await desk.page.reload();
    await button(desk.page, '受理する').waitFor();
    await desk.page.locator('.compared-row', { hasText: 'お願いした項目' }).getByText('変わっていません').waitFor();
    const unasked = desk.page.locator('.compared-unasked');
    assert.match(await unasked.innerText(), /住所[\s\S]*お願いしていない変更[\s\S]*前[\s\S]*いま[\s\S]*花川ハイツ/);
    await audit(desk.page, 'CASE', 'corrected');
    await signInClerk(second.page, colleague, new URL(desk.page.url()).pathname);
    await button(second.page, '却下する').click();
    await second.page.locator('#reason').fill('要件を満たしていません。');
    await button(desk.page, '受理する').click();
    await button(desk.page, '受理を確定する').click();
    await desk.page.locator('.notice-success').waitFor();
    await button(second.page, '却下を確定する').click();
    await second.page.locator('.notice-warning', { hasText: /ほかの操作が先に行われました.*さんが「受理」を行いました/s }).waitFor();
    await audit(second.page, 'CASE', 'conflict');
    await button(second.page, '最新の内容を読み込む').click();
    await second.page.locator('.chip-accepted').waitFor();
  });

  it('a list that is open follows: it says what a colleague did and shows it when asked to', { skip: colleague === undefined }, async () => {
    const { page } = second;
    await page.clock.install();
    const row = await rowOnTheDesk(page, here.number, 'ACCEPTED');
    await link(page, grouped(here.number)).focus();
    await complete();
    const told = page.getByRole('status').filter({ hasText: '件減りました。' });
    for (let minute = 0; (await told.count()) === 0; minute++) {
      assert.ok(minute < 20, 'the list does not follow');
      await page.mouse.move(minute, 10);
      const asked = page.waitForResponse((answer) => LISTED.test(answer.url()));
      await page.clock.fastForward(61000);
      await asked;
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    }
    assert.equal(await row.count(), 1, 'no row moves under the hand');
    assert.ok(await link(page, grouped(here.number)).evaluate((element) => element === document.activeElement));
    await audit(page, 'CASES', 'changed');
    await button(page, '最新の一覧を表示する').click();
    await page.locator('p:focus', { hasText: '最新の一覧です。' }).waitFor();
    assert.equal(await row.count(), 0);
    // Nobody is there any more: the session may end.
    let asked = 0;
    await page.clock.fastForward(6 * 60000);
    page.on('request', (request) => (asked += LISTED.test(request.url()) ? 1 : 0));
    await page.clock.fastForward(61000);
    await page.clock.fastForward(61000);
    assert.equal(asked, 0);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.waitForFunction(() => true);
    assert.equal(asked, 1, 'whoever comes back sees how things stand');
  });

  it('completes it, and the resident sees 完了', async () => {
    if ((await desk.page.locator('.chip-completed').count()) === 0) await complete();
    await here.page.goto(portal + '/applications');
    await here.page.locator('.card', { hasText: grouped(here.number) }).locator('.chip-completed').waitFor();
  });
}
