import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { definition, fillAll, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents, rowOnTheDesk, signInClerk, staff, staffConsole } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const resident = residents[1];
const clerk = staff.filter((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'))[1];
const keeper = staff.filter((one) => one.roles.includes('DIVISION_ADMINISTRATOR') && one.divisions.includes('shimin'))[0];
const PROCEDURE = 'juminhyo';

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** What a resident and a clerk write to each other about one application. */
export function messagesJourney(city) {
  let home;
  let desk;
  let number;
  before(async () => {
    home = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await home?.end();
    await desk?.end();
  });
  /** The list is a moment behind. */
  const listed = async (page, unread) => {
    for (let looked = 0; looked < 100; looked++) {
      const row = await rowOnTheDesk(page, number);
      if ((await row.getByText('未読').count()) === (unread ? 1 : 0)) return;
    }
    throw new Error('the list does not say whether it is unread');
  };
  const section = (page) => page.locator('section[aria-labelledby="messages-title"]');

  it('the resident writes about what was sent in, and nothing that was half typed is lost', async () => {
    const { page } = home;
    await page.goto(portal + '/apply/' + PROCEDURE);
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.locator('.form, .notice-info').first().waitFor();
    const anew = button(page, '新しく始める（書きかけは消えます）');
    if ((await anew.count()) > 0) await anew.click();
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, PROCEDURE));
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
    number = await receipt(page);
    await link(page, '申請の状況を見る').click();
    await section(page).getByText('メッセージはまだありません。').waitFor();
    await button(page, 'メッセージを送る').click();
    await page.locator('#message-mistake', { hasText: '入力してください' }).waitFor();
    await page.locator('#message:focus').waitFor();
    await audit(page, 'APPLICATION', 'message-mistake');
    await page.locator('#message').fill('部数をまちがえた\nかもしれません。');
    await page.reload();
    await page.locator('#message').waitFor();
    assert.equal(await page.locator('#message').inputValue(), '部数をまちがえた\nかもしれません。');
    await button(page, 'メッセージを送る').click();
    await section(page).getByRole('status').filter({ hasText: '送りました' }).waitFor();
    assert.equal(await page.locator('#message').inputValue(), '');
    assert.equal(await section(page).locator('li').count(), 1);
    assert.equal(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('message:')).length), 0);
    await audit(page, 'APPLICATION', 'messages');
    await walk(page, 'APPLICATION messages');
  });

  it('the clerk sees in the list that it is new, until it was read', async () => {
    const { page } = desk;
    await signInClerk(page, clerk);
    await page.locator('.tabs').waitFor();
    await listed(page, true);
    await audit(page, 'CASES', 'unread');
    await link(page, grouped(number)).click();
    const seen = page.waitForResponse((answer) => /\/seen$/.test(answer.url()));
    await section(page).getByText('部数をまちがえた').scrollIntoViewIfNeeded();
    assert.equal((await seen).status(), 204);
    await listed(page, false);
    await link(page, grouped(number)).click();
    await page.locator('#message').waitFor();
  });

  it('who keeps the division makes a sentence ready, and the clerk puts it into a message by keys alone', async () => {
    const chief = await visitor(city.browser, { viewport: { width: 320, height: 700 } });
    try {
      const { page } = chief;
      await signInClerk(page, keeper, '/sentences');
      await button(page, /の定型文を追加する$/).click();
      const label = (name) => page.getByLabel(name, { exact: true });
      await label('名前').fill('部数をたずねる');
      await label('文').fill('{申請書}は何部必要ですか。');
      await button(page, '保存する').click();
      await page.getByRole('alert').filter({ hasText: '{受付番号}' }).waitFor();
      await audit(page, 'SENTENCES', 'mistake');
      await label('文').fill('{手続の名前}は、何部必要ですか。');
      await button(page, '保存する').click();
      await page.getByText('「部数をたずねる」を保存しました。').waitFor();
      await page.getByText(/「部数をたずねる」を追加$/).waitFor();
      await audit(page, 'SENTENCES');
      await walk(page, 'SENTENCES');
    } finally {
      await chief.end();
    }
    const { page } = desk;
    await page.reload();
    await page.locator('#message').fill('前後');
    await page.locator('#message').evaluate((box) => box.setSelectionRange(1, 1));
    const choice = section(page).getByLabel('定型文', { exact: true });
    await choice.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#message:focus').waitFor();
    assert.match(await page.locator('#message').inputValue(), /^前.+は、何部必要ですか。後$/);
    await audit(page, 'CASE', 'message-sentence');
    await button(page, '差し戻す（補正を依頼）').click();
    await page.locator('.decision').getByLabel('定型文', { exact: true }).selectOption({ index: 1 });
    await page.locator('.decision').getByRole('button', { name: '文に入れる' }).click();
    assert.match(await page.locator('#reason').inputValue(), /は、何部必要ですか。$/);
    await button(page, 'やめる').click();
  });

  it('the clerk asks for an answer by a day, and the clock of the case stands still', async () => {
    const { page } = desk;
    await page.locator('#message').fill('何部必要ですか。');
    await page.locator('#message-asks').check();
    await button(page, 'メッセージを送る').click();
    await section(page).getByRole('alert').filter({ hasText: '回答の期限を入力してください' }).waitFor();
    await audit(page, 'CASE', 'message-question');
    const inAWeek = new Date(Date.now() + 7 * 86400000 + 9 * 3600000).toISOString().slice(0, 10);
    await page.locator('#message-until').fill(inAWeek);
    await button(page, 'メッセージを送る').click();
    await section(page).getByText(/回答を待っています/).waitFor();
    await page.locator('.case-side dd', { hasText: /停止中.*回答待ち（.+から）/ }).waitFor();
    await audit(page, 'CASE', 'messages');
    await walk(page, 'CASE messages');
  });

  it('the resident is told until when, answers, and the case goes on', async () => {
    const { page } = home;
    await page.goto(portal + '/applications');
    await page.locator('.card', { hasText: grouped(number) }).getByText('未読のメッセージがあります').waitFor();
    await audit(page, 'APPLICATIONS', 'unread');
    await page.locator('.card', { hasText: grouped(number) }).locator('a').first().click();
    await section(page).locator('.notice-warning', { hasText: 'までに回答をお願いします' }).waitFor();
    await section(page).getByText('何部必要ですか。').waitFor();
    assert.equal((await section(page).innerText()).includes(clerk.name ?? '職員の名前'), false, 'no clerk is named');
    await audit(page, 'APPLICATION', 'asked');
    await page.locator('#message').fill('2部です。');
    // A photograph goes with it, and is scanned before a clerk may open it.
    await section(page).locator('input[type=file]').first().setInputFiles({ name: '部数の写真.png', mimeType: 'image/png', buffer: PICTURE });
    await section(page).locator('.file-row', { hasText: '安全が確認' }).or(section(page).locator('.file-row', { hasText: '部数の写真.png' })).first().waitFor();
    await audit(page, 'APPLICATION', 'message-file');
    await section(page).locator('.file-row progress').waitFor({ state: 'detached' });
    await button(page, 'メッセージを送る').click();
    await section(page).getByRole('status').filter({ hasText: '送りました' }).waitFor();
    assert.equal(await section(page).locator('.notice-warning').count(), 0);
    await page.locator('.facts dt', { hasText: '市役所がお待ちしていること' }).waitFor({ state: 'detached' });
    await desk.page.reload();
    await section(desk.page).getByText('2部です。').waitFor();
    assert.equal(await desk.page.locator('.case-side dd', { hasText: '停止中' }).count(), 0);
    assert.equal(await section(desk.page).getByText(/回答を待っています/).count(), 0);
    await section(desk.page).getByText('添付：部数の写真.png').waitFor();
    const files = desk.page.locator('section[aria-labelledby="files-title"]');
    const looked = files.locator('.file-row', { hasText: '部数の写真.png' }).getByRole('button', { name: /^見る/ });
    for (let looks = 0; (await looked.count()) === 0 && looks < 60; looks++) {
      await desk.page.reload();
      await files.getByText('部数の写真.png').first().waitFor();
    }
    await looked.waitFor();
    await audit(desk.page, 'CASE', 'message-file');
  });

  it('what is written after the end is told in the list of what is open, which leads to it', async () => {
    const { page } = desk;
    await button(page, '受理する').click();
    await button(page, '受理を確定する').click();
    await button(page, '完了にする').click();
    await button(page, '完了を確定する').click();
    await page.locator('.chip-completed').waitFor();
    await home.page.reload();
    await home.page.locator('#message').fill('1部たりませんでした。');
    await button(home.page, 'メッセージを送る').click();
    await section(home.page).getByRole('status').filter({ hasText: '送りました' }).waitFor();
    const told = page.getByRole('link', { name: /^終わった申請のうち\d+件に、未読のメッセージがあります$/ });
    const row = page.locator('.case-table tbody tr', { hasText: grouped(number) });
    const listed = async (address) => {
      await page.goto(staffConsole + address);
      await page.locator('.case-table, main p:has-text("ありません。")').first().waitFor();
      return row.count();
    };
    for (let looked = 0; (await listed('/cases?unread=over')) === 0; looked++) assert.ok(looked < 100, 'the list does not follow');
    await audit(page, 'CASES', 'over-unread');
    await link(page, '処理中').click();
    await told.click();
    await row.getByText('未読').waitFor();
    const seen = page.waitForResponse((answer) => /\/seen$/.test(answer.url()));
    await row.locator('a').click();
    await section(page).getByText('1部たりませんでした。').scrollIntoViewIfNeeded();
    assert.equal((await seen).status(), 204);
    await link(page, '申請一覧に戻る').click();
    await heading(page, '申請一覧');
    for (let looked = 0; (await listed('/cases?unread=over')) === 1; looked++) assert.ok(looked < 100, 'what was read stays unread');
  });
}
