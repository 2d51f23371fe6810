import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { definition, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { rowOnTheDesk, signInClerk, staff } from '../city.mjs';
import { fillDate, fillPage } from '../fill.mjs';
import { button, link, visitor } from '../page.mjs';

const clerk = staff.find((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'));

/** A clerk types in what came by post. */
export function entriesJourney(city) {
  let desk;
  let form;
  let number;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
  });
  after(() => desk?.end());

  it('chooses the procedure and finds its whole form on one page', async () => {
    const { page } = desk;
    await signInClerk(page, clerk);
    await link(page, '申請の入力').click();
    await page.locator('.entry-list a').first().waitFor();
    await audit(page, 'ENTRIES');
    await walk(page, 'ENTRIES');
    await page.locator('.entry-list a', { hasText: '住民票の写し' }).first().click();
    await page.locator('.paper-form').waitFor();
    form = await definition(page, 'juminhyo');
    assert.ok((await page.locator('.paper-form section').count()) > 1, 'all pages at once');
    await audit(page, 'ENTRY');
    await walk(page, 'ENTRY');
  });

  it('is told at once of everything that is wrong, and may take it as it is', async () => {
    const { page } = desk;
    await fillPage(page, form);
    const birth = form.pages.flatMap((one) => one.fields).find((field) => field.gif === 'dateOfBirth');
    await fillDate(page, `f-${birth.id}`, '1989-13-40');
    await page.getByLabel('受付日', { exact: true }).fill('32/50');
    await button(page, '受け付ける').click();
    await page.locator('.mistake-summary a', { hasText: '受付日を、日付として読めません。' }).waitFor();
    assert.equal(await page.locator('.mistake-summary a').count(), 2, 'the day and the answers at once');
    await page.getByLabel('受付日', { exact: true }).fill('1/6');
    await button(page, '受け付ける').click();
    await page.locator('.mistake-summary a', { hasText: '受付日を今日より前にする理由を入力してください。' }).click();
    await page.locator('#entry-reason:focus').waitFor();
    assert.equal(await page.locator('#entry-reason').getAttribute('aria-invalid'), 'true');
    await audit(page, 'ENTRY', 'mistakes');
    await page.getByLabel('受付日', { exact: true }).fill(new Date(Date.now() + 9 * 3600e3).toISOString().slice(0, 10));
    await page.getByLabel('足りない・読み取れないところがあるまま受け付ける').check();
    await page.reload();
    await page.locator('.notice', { hasText: '入力の途中だった内容を戻しました。' }).waitFor();
    await button(page, '受け付ける').click();
    await page.getByLabel('足りない・読み取れないところがあるまま受け付ける').check();
    await button(page, '受け付ける').click();
    await page.locator('.receipt-number').waitFor();
    number = await receipt(page);
    await page.locator('button:focus', { hasText: '同じ手続をもう1件入力する' }).waitFor();
    await audit(page, 'ENTRY', 'done');
  });

  it('goes on to the next paper of the pile by one key', async () => {
    const { page } = desk;
    await page.keyboard.press('Enter');
    await page.locator('.paper-form').waitFor();
    assert.equal(await page.locator('.notice').count(), 0, 'nothing of the paper before is left');
    await link(page, '申請一覧').first().click();
    const row = await rowOnTheDesk(page, grouped(number));
    assert.ok(row);
  });

  it('sees at the case how it came and what it lacks, and puts it right after a telephone call', async () => {
    const { page } = desk;
    await page.locator('.case-table a', { hasText: grouped(number) }).click();
    await page.locator('.notice', { hasText: '読み取れないところが1か所あります。' }).waitFor();
    await page.locator('dd', { hasText: `郵送（職員が入力：${clerk.name}）` }).waitFor();
    await audit(page, 'CASE', 'entered');
    await button(page, '差し戻す（補正を依頼）').click();
    assert.equal(await page.locator('.decision input[type=checkbox]:checked').count(), 1, 'what is lacking is what is asked for');
    await button(page, 'やめる').click();
    await link(page, '入力を直す・補正を入力する').click();
    await page.locator('.paper-form').waitFor();
    await audit(page, 'ENTER_CORRECTION');
    await walk(page, 'ENTER_CORRECTION');
    const birth = form.pages.flatMap((one) => one.fields).find((field) => field.gif === 'dateOfBirth');
    const inputs = ['first', 'month', 'day'].map((part) => page.locator(`[id="f-${birth.id}-${part}"]`).inputValue());
    assert.deepEqual(await Promise.all(inputs), ['1989', '13', '40'], 'what is written stands where it was typed');
    await fillDate(page, `f-${birth.id}`, '1989-01-07');
    await button(page, '直した内容で保存する').click();
    await button(page, '受理する').waitFor();
    assert.equal(await page.locator('.notice', { hasText: '読み取れないところ' }).count(), 0);
    await button(page, '受理する').click();
    await button(page, '受理を確定する').click();
    await page.locator('.notice', { hasText: '受理しました。' }).waitFor();
  });
}
