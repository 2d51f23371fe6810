import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { signInClerk, staff, staffConsole } from '../city.mjs';
import { button, link, visitor } from '../page.mjs';

const clerk = staff.find((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'));

/** A clerk decides on several cases with one press. */
export function bulkJourney(city) {
  let desk;
  let other;
  before(async () => {
    desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    other = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
  });
  after(async () => {
    await desk?.end();
    await other?.end();
  });

  /** A case of the list that is chosen, and its address. */
  let address;

  it('chooses cases in the list and is told what is missing before anything happens', async () => {
    const { page } = desk;
    await signInClerk(page, clerk);
    await page.locator('.case-table').waitFor();
    await link(page, '審査待ち').click();
    await page.waitForFunction(() => location.search === '?state=SUBMITTED');
    await page.locator('.case-table').waitFor();
    const rows = page.locator('.case-table tbody tr');
    assert.ok((await rows.count()) >= 2);
    await rows.nth(0).locator('input[type=checkbox]').check();
    await rows.nth(1).locator('input[type=checkbox]').check();
    address = await rows.nth(1).locator('a').getAttribute('href');
    await page.getByText('2件を選んでいます').waitFor();
    await audit(page, 'CASES', 'chosen');
    await button(page, '差し戻す').click();
    await page.locator('.bulk h2:focus').waitFor();
    await button(page, '2件の処理を始める').click();
    await page.locator('.bulk .notice-error').waitFor();
    await button(page, 'やめる').click();
    await walk(page, 'CASES');
  });

  it('decides, sees each case come to its end and which one a colleague had changed', async () => {
    const { page } = desk;
    await signInClerk(other.page, clerk);
    await other.page.locator('.case-table').waitFor();
    await other.page.goto(staffConsole + address);
    await button(other.page, '受理する').click();
    await button(other.page, '受理を確定する').click();
    await other.page.locator('.notice', { hasText: '受理しました。' }).waitFor();
    await button(page, '受理する').click();
    await button(page, '2件の処理を始める').click();
    await page.locator('.notice', { hasText: '1件を処理しました。' }).waitFor();
    assert.equal(await page.locator('table tbody tr').count(), 1);
    await page.locator('td', { hasText: `${clerk.name}さんが「受理」` }).waitFor();
    await audit(page, 'BULK_JOB');
    await walk(page, 'BULK_JOB');
    await page.reload();
    await page.locator('.notice', { hasText: '1件を処理しました。' }).waitFor();
    await link(page, 'これまでの一括処理').click();
    await link(page, /2件の受理/).waitFor();
    await audit(page, 'BULK_JOBS');
    await walk(page, 'BULK_JOBS');
  });
}
