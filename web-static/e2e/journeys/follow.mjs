import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, rowOnTheDesk, signInClerk, staff } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const clerk = staff.filter((one) => one.roles.includes('REVIEWER') && one.divisions.includes('seikatsu'))[0];
const PROCEDURE = 'iken';

/** Somebody without an account follows what they sent in with the code of the receipt. */
export function followJourney(city) {
  let number;
  let code;
  const messages = (page) => page.locator('section[aria-labelledby="messages-title"]');

  it('gets the code with the receipt, once, and opens it at once without typing it', async () => {
    const visit = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = visit;
    await page.goto(portal + '/apply/' + PROCEDURE);
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, PROCEDURE), { reply: 'no' });
    await button(page, '意見を送信する').click();
    await heading(page, 'を受け付けました');
    number = await receipt(page);
    code = (await page.locator('.saving-code').first().textContent()).trim();
    await audit(page, 'APPLY', 'receipt-follow');
    await link(page, '申請の状況を見る').click();
    await page.getByText(grouped(number)).waitFor();
    assert.equal(await page.evaluate(() => location.pathname + location.search + location.hash), '/follow', 'the code stands in no address');
    await audit(page, 'FOLLOW', 'opened');
    await visit.end();
  });

  it('is told the same of a wrong code as of none, opens it on another device, and writes', async () => {
    const visit = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = visit;
    await page.goto(portal + '/follow');
    await page.locator('#code').fill('0000-0000-0000');
    await button(page, '申請を見る').click();
    await page.getByText('この番号では、申請を開けません').waitFor();
    await audit(page, 'FOLLOW', 'wrong');
    await page.locator('#code').fill(code.toLowerCase());
    await button(page, '申請を見る').click();
    await messages(page).getByText('メッセージはまだありません。').waitFor();
    await page.locator('#message').fill('写真を付け忘れました。');
    await button(page, 'メッセージを送る').click();
    await messages(page).getByRole('status').filter({ hasText: '送りました' }).waitFor();
    await audit(page, 'FOLLOW');
    await walk(page, 'FOLLOW');
    await button(page, 'この申請の画面を閉じる').click();
    await page.locator('#code').waitFor();
    assert.equal(await page.locator('#code').inputValue(), '');
    await visit.end();
  });

  it('corrects with it what a clerk asked for', async () => {
    const desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    await signInClerk(desk.page, clerk);
    await desk.page.locator('.tabs').waitFor();
    await (await rowOnTheDesk(desk.page, number)).locator('a').first().click();
    await messages(desk.page).getByText('写真を付け忘れました。').waitFor();
    await button(desk.page, '差し戻す（補正を依頼）').click();
    await desk.page.locator('.decision input[type=checkbox]').first().check();
    await desk.page.locator('#reason').fill('もう少しくわしく書いてください。');
    await button(desk.page, '差戻しを確定する').click();
    await desk.page.getByText('差し戻しました。').waitFor();
    await desk.end();
    const visit = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = visit;
    await page.goto(portal + '/follow#' + code);
    await page.getByText('もう少しくわしく書いてください。').first().waitFor();
    await link(page, '補正する').click();
    await page.locator('.form').waitFor();
    await audit(page, 'FOLLOW', 'correct');
    await page.goBack();
    await link(page, '補正する').click();
    await page.locator('.form textarea').first().fill('公園の東の街灯です。');
    await page.reload();
    await page.locator('.form').waitFor();
    if ((await page.locator('.form textarea').count()) > 0) await page.locator('.form textarea').first().fill('公園の東の街灯です。');
    for (let pages = 0; pages < 8 && (await button(page, '補正して送信する').count()) === 0; pages++) {
      await page.locator('.form button[type=submit]').click();
      await page.locator('.form, h1').first().waitFor();
    }
    await button(page, '補正して送信する').click();
    await heading(page, '補正した申請を送信しました');
    await link(page, '申請の状況を見る').click();
    await page.getByText('公園の東の街灯です。').waitFor();
    await visit.end();
  });
}
