import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll, grouped, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents, rowOnTheDesk, signInClerk, staff } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

/** A fee of 300 yen a copy, paid when it is applied for. */
const PROCEDURE = 'mibun';

const clerk = staff.filter((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'))[0];

async function sent(page) {
  await page.goto(portal + '/apply/' + PROCEDURE);
  await page.locator('.form').waitFor();
  await fillAll(page, await definition(page, PROCEDURE), { copies: '2', method: 'counter' });
  await button(page, '申請を送信する').click();
  await page.locator('.receipt-number').waitFor();
  await page.getByText('手数料の支払いを確認してから、手続きを進めます。').waitFor();
}

const state = (page, word) => page.locator('section[aria-labelledby=payment-title] [role=status]', { hasText: word }).waitFor();

/** Pays on the gateway's page, or does not. */
async function atTheGateway(page, pressed) {
  await page.waitForURL((url) => url.pathname.startsWith('/sessions/'));
  await page.getByText('600円').waitFor();
  await button(page, pressed).click();
}

/** Paying through a gateway. */
export function paymentsJourney(city) {
  it('is possible without an account, on a small telephone, after a card was declined', async () => {
    const visit = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = visit;
    await sent(page);
    await audit(page, 'APPLY', 'to-pay');
    await link(page, '支払いに進む').click();
    await state(page, '支払い待ち');
    await audit(page, 'FOLLOW', 'to-pay');
    await walk(page, 'FOLLOW');
    await button(page, 'クレジットカードで支払う').click();
    await atTheGateway(page, 'カード会社に断られる');
    await page.getByText('カード会社が、この支払いを承認しませんでした。').waitFor();
    await button(page, 'やめて市のページに戻る').click();
    await state(page, '支払いの手続中');
    await page.getByText('支払いが終わっていないときは、もう一度選んでください。').waitFor();
    await audit(page, 'FOLLOW', 'paying');
    await button(page, 'PayPayで支払う').click();
    await atTheGateway(page, '支払う');
    await state(page, '納付済');
    assert.equal(await button(page, 'PayPayで支払う').count(), 0);
    await audit(page, 'FOLLOW', 'paid');
    await visit.end();
  });

  it('is found out without the browser when the window was closed after paying', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/apply/juminhyo');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, residents[0]);
    await page.locator('.form').waitFor();
    await sent(page);
    await link(page, '支払いに進む').click();
    await state(page, '支払い待ち');
    await page.getByText('納付待ち').first().waitFor();
    await audit(page, 'APPLICATION', 'to-pay');
    const here = page.url();
    await button(page, 'クレジットカードで支払う').click();
    await atTheGateway(page, '支払ってから画面を閉じる');
    await page.getByText('この画面を閉じてください。').waitFor();
    await page.goto(here);
    await state(page, '納付済');
    await audit(page, 'APPLICATION', 'paid');
    await visit.end();
  });

  it('is made by a father on another device, who sees nothing but what he is asked for', async () => {
    const child = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    await sent(child.page);
    await link(child.page, '支払いに進む').click();
    await state(child.page, '支払い待ち');
    const panel = child.page.locator('section[aria-labelledby=payers-title]');
    await button(child.page, '支払いのリンクを作る').click();
    await panel.locator('.notice-error:focus').waitFor();
    await audit(child.page, 'FOLLOW', 'nobody asked');
    await child.page.getByLabel('だれに頼みますか').fill('お父さんへ');
    await button(child.page, '支払いのリンクを作る').click();
    await panel.locator('.notice-success:focus').waitFor();
    const address = await panel.locator('code').textContent();
    await audit(child.page, 'FOLLOW', 'asked');
    const father = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = father;
    await page.goto(address);
    await page.getByText('お父さんへ').waitFor();
    await page.getByText('600円').waitFor();
    assert.equal(new URL(page.url()).hash, '');
    assert.equal(await page.getByText('受付番号').count(), 0);
    await audit(page, 'PAYER');
    await walk(page, 'PAYER');
    await button(page, 'PayPayで支払う').click();
    await atTheGateway(page, 'やめて市のページに戻る');
    await page.getByText('終わっていないときは、もう一度選んでください。').waitFor();
    await audit(page, 'PAYER', 'asking');
    await button(page, 'PayPayで支払う').click();
    await atTheGateway(page, '支払う');
    await page.getByText('納付が確認できました。').waitFor();
    await audit(page, 'PAYER', 'paid');
    await father.end();
    await panel.getByText('この方が納めました').waitFor();
    await state(child.page, '納付済');
    await audit(child.page, 'FOLLOW', 'paid by another');
    await child.end();
    const stranger = await visitor(city.browser);
    await stranger.page.goto(portal + '/pay');
    await stranger.page.getByLabel('支払いの番号').fill('0000-0000-0000');
    await button(stranger.page, '内容を見る').click();
    await stranger.page.getByText('このリンクでは支払えません。').waitFor();
    await audit(stranger.page, 'PAYER', 'wrong');
    await stranger.end();
  });

  it('is made days later in a convenience store, with nobody at the page', async () => {
    const visit = await visitor(city.browser, { viewport: { width: 320, height: 640 } });
    const { page } = visit;
    await sent(page);
    await link(page, '支払いに進む').click();
    await state(page, '支払い待ち');
    await button(page, 'コンビニエンスストアで支払う').click();
    await page.waitForURL((url) => url.pathname.startsWith('/sessions/'));
    const shop = await page.context().newPage();
    await shop.goto(page.url());
    const slip = new URL(page.url());
    await button(page, '払込番号を発行する').click();
    await state(page, '支払いの手続中');
    await page.getByText('コンビニで支払うための番号が発行されています。').waitFor();
    await audit(page, 'FOLLOW', 'slip');
    await page.goto('about:blank');
    // Days later, the operator's page of the simulated gateway: the newest slip stands first.
    await shop.goto(slip.origin + '/');
    await shop.locator(`form[action="${slip.pathname}/PAY_SLIP"] button`).click();
    await shop.waitForURL(slip.origin + '/');
    await page.goto(portal + '/follow');
    await state(page, '納付済');
    await page.getByText('コンビニエンスストア').first().waitFor();
    await visit.end();
  });

  it('goes to the gateway that an administrator has set, within a minute, and is not offered where none is', async () => {
    const chief = await visitor(city.browser);
    await signInClerk(chief.page, staff.find((one) => one.username === 'yoshida'), '/payment-ways');
    await heading(chief.page, '決済代行');
    await chief.page.getByLabel('PayPay').waitFor();
    await audit(chief.page, 'PAYMENT_WAYS');
    await walk(chief.page, 'PAYMENT_WAYS');
    const set = async (paypay, konbini) => {
      await chief.page.getByLabel('PayPay').selectOption(paypay);
      await chief.page.getByLabel('コンビニエンスストア').selectOption(konbini);
      await button(chief.page, '保存する').click();
      await chief.page.locator('.notice-success:focus').waitFor();
    };
    await set('gmo', 'none');
    await chief.page.locator('#ways-history ~ ul li', { hasText: 'PayPay：GMOペイメントゲートウェイ' }).first().waitFor();
    await audit(chief.page, 'PAYMENT_WAYS', 'saved');
    const visit = await visitor(city.browser);
    const { page } = visit;
    await sent(page);
    await link(page, '支払いに進む').click();
    await state(page, '支払い待ち');
    // A warm function remembers for half a minute what was set before.
    while ((await button(page, 'コンビニエンスストアで支払う').count()) > 0) {
      await page.reload();
      await state(page, '支払い待ち');
    }
    await button(page, 'PayPayで支払う').click();
    await page.getByText('見本（GMO）').waitFor();
    await atTheGateway(page, '支払う');
    await state(page, '納付済');
    await visit.end();
    await chief.page.reload();
    await set('komoju', 'komoju');
    await chief.end();
  });

  it('is recorded by a clerk who was paid at the counter', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await sent(page);
    const number = await receipt(page);
    await visit.end();
    const desk = await visitor(city.browser);
    await signInClerk(desk.page, clerk);
    await heading(desk.page, '申請一覧');
    await (await rowOnTheDesk(desk.page, number)).locator('a').first().click();
    const panel = desk.page.locator('section[aria-labelledby=case-payment-title]');
    await panel.getByText('支払待ち').waitFor();
    await audit(desk.page, 'CASE', 'to-pay');
    await panel.getByText('窓口での納付を記録する').click();
    await desk.page.getByLabel('領収書番号').fill('A-0012');
    await panel.getByRole('button', { name: '納付済として記録する' }).click();
    await panel.getByText('窓口での納付を記録しました。').waitFor();
    await panel.getByText('納付済').first().waitFor();
    await audit(desk.page, 'CASE', 'paid');
    // Whoever asks for it to be given back leaves it where the others find it.
    await panel.locator('summary', { hasText: '還付を申請する' }).click();
    await desk.page.getByLabel('還付する金額').fill('600');
    await desk.page.getByLabel('還付の理由').fill('二重に受け取ったため。');
    await panel.getByRole('button', { name: '還付を申請する' }).click();
    await panel.getByText('還付を申請しました。').waitFor();
    await link(desk.page, '納付・還付の確認').click();
    await heading(desk.page, '納付・還付の確認');
    await desk.page.locator('tr', { hasText: grouped(number) }).getByText('還付の承認待ち').waitFor();
    await audit(desk.page, 'PAYMENT_TASKS');
    await walk(desk.page, 'PAYMENT_TASKS');
    await desk.end();
  });
}
