import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { signInClerk, staff } from '../city.mjs';
import { button, link, visitor } from '../page.mjs';

const [first, second] = staff.filter((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'));

/** Two clerks who share the work of a division. */
export function assignmentsJourney(city) {
  let one;
  let other;
  let address;
  before(async () => {
    one = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    other = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await one?.end();
    await other?.end();
  });
  const section = (page) => page.locator('section[aria-labelledby="assignment-title"]');
  const told = (page, what) => section(page).getByRole('status').filter({ hasText: what }).waitFor();

  it('take a case that nobody has, label it and leave a note that is there for good', async () => {
    const { page } = one;
    await signInClerk(page, first);
    await page.locator('.case-table').waitFor();
    await button(page, /^担当者なし/).click();
    await page.waitForFunction(() => location.search === '?assigned=none');
    await page.locator('.case-table td a').first().click();
    await section(page).getByText('担当者：決まっていません').waitFor();
    address = page.url();
    await button(page, '自分が担当する').click();
    await told(page, '担当者を変えました。');
    await section(page).getByText('（あなた）').waitFor();
    await page.locator('#assignment-title:focus').waitFor();
    await page.locator('#label-new').fill('要確認');
    await button(page, '付ける').click();
    await told(page, 'ラベルを変えました。');
    await page.locator('#note').fill('ご本人から電話。\n書類は来週届く予定。');
    await page.goBack();
    await page.goForward();
    await section(page).getByText('（あなた）').waitFor();
    assert.equal(await page.locator('#note').inputValue(), 'ご本人から電話。\n書類は来週届く予定。');
    await button(page, 'メモを残す').click();
    await told(page, 'メモを残しました。');
    assert.equal(await page.locator('#note').inputValue(), '');
    await page.locator('#note:focus').waitFor();
    await button(page, 'メモを残す').click();
    await section(page).getByText('メモを入力してください。').waitFor();
    await button(page, '付ける').click();
    await section(page).getByText('ラベルを入力してください。').waitFor();
    await section(page).getByText('ほかの職員に渡す').click();
    await button(page, '担当にする').click();
    await section(page).getByText('渡す職員を選んでください。').waitFor();
    await page.locator('#assign-to:focus').waitFor();
    await page.reload();
    await section(page).getByText('書類は来週届く予定。').waitFor();
    await section(page).locator('.label', { hasText: '要確認' }).waitFor();
    await audit(page, 'CASE', 'assigned');
    for (const [width, height] of [[1024, 768], [1366, 768], [1920, 1080], [1280, 900]]) {
      await page.setViewportSize({ width, height });
      await walk(page, `CASE at ${width} x ${height}`);
    }
  });

  it('find it in the list by what is theirs and by its label', async () => {
    const { page } = one;
    const marked = page.locator('.case-table tr', { hasText: '要確認' });
    // The list is a moment behind, and brings by itself what is new.
    await link(page, '申請一覧').first().click();
    await button(page, /^自分の担当/).click();
    for (let looked = 0; (await marked.count()) === 0; looked++) {
      if (looked === 100) throw new Error('the list does not show whose the case is');
      await page.reload();
      await page.locator('.list-tools').waitFor();
    }
    assert.ok((await page.locator('.case-table tbody tr').count()) >= 1);
    await audit(page, 'CASES', 'mine');
    for (const [width, height] of [[1024, 768], [1280, 900]]) {
      await page.setViewportSize({ width, height });
      const fits = await page.locator('.table-scroll').evaluate((region) => region.scrollWidth <= region.clientWidth);
      assert.ok(fits, `every column is seen at ${width}`);
      const narrow = await page.locator('.case-procedure').evaluateAll((cells) => Math.min(...cells.map((cell) => cell.clientWidth)));
      assert.ok(narrow > 150, `a procedure's name is no column of single characters at ${width}: ${narrow}`);
    }
    await button(page, '担当者').click();
    await page.waitForFunction(() => /sort=assignee/.test(location.search));
    await link(page, '申請一覧').first().click();
    await page.waitForFunction(() => location.search === '' && document.querySelector('.list-tools [aria-pressed=true]') === null);
    await page.locator('#l-words').fill('要確認');
    await page.getByRole('status').filter({ hasText: '件のうち' }).waitFor();
    assert.equal(await page.locator('.case-table tbody tr').count(), 1);
  });

  it('are told by whom a case was taken that another screen shows as it was', async () => {
    await one.page.goto(address);
    await section(one.page).getByText('（あなた）').waitFor();
    await signInClerk(other.page, second);
    await other.page.locator('.case-table').waitFor();
    await other.page.goto(address);
    await section(other.page).getByText('書類は来週届く予定。').waitFor();
    await button(other.page, '自分が担当する').click();
    await told(other.page, '担当者を変えました。');
    await button(one.page, '担当を外れる').click();
    await one.page.locator('.notice', { hasText: `${second.name}さんが担当です` }).waitFor();
    await section(one.page).getByText(`担当者：${second.name}`).waitFor();
    await audit(one.page, 'CASE', 'taken-by-another');
    await button(other.page, /外す/).click();
    await told(other.page, 'ラベルを変えました。');
    await button(other.page, '担当を外れる').click();
    await section(other.page).getByText('担当者：決まっていません').waitFor();
  });
}
