import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, rowOnTheDesk, signInClerk, staff } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

/** A fee of 300 yen a copy, paid when it is applied for. */
const PROCEDURE = 'mibun';

const [clerk, colleague] = staff.filter((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'));
const [accountant, another] = staff.filter((one) => one.roles.includes('ACCOUNTANT'));

async function applied(city) {
  const visit = await visitor(city.browser);
  const { page } = visit;
  await page.goto(portal + '/apply/' + PROCEDURE);
  await page.locator('.form').waitFor();
  await fillAll(page, await definition(page, PROCEDURE), { copies: '2', method: 'counter' });
  await button(page, '申請を送信する').click();
  await page.locator('.receipt-number').waitFor();
  const number = await receipt(page);
  await visit.end();
  return number;
}

/** A clerk is paid over the counter. */
async function paid(city, slip) {
  const number = await applied(city);
  const desk = await visitor(city.browser);
  await signInClerk(desk.page, clerk);
  await heading(desk.page, '申請一覧');
  await (await rowOnTheDesk(desk.page, number)).locator('a').first().click();
  const panel = desk.page.locator('section[aria-labelledby=case-payment-title]');
  await panel.getByText('窓口での納付を記録する').click();
  await desk.page.getByLabel('領収書番号').fill(slip);
  await panel.getByRole('button', { name: '納付済として記録する' }).click();
  await panel.getByText('窓口での納付を記録しました。').waitFor();
  return desk;
}

/** Somebody pays by card: the address of the gateway, and the number of the receipt. */
async function paidByCard(city) {
  const visit = await visitor(city.browser);
  const { page } = visit;
  await page.goto(portal + '/apply/' + PROCEDURE);
  await page.locator('.form').waitFor();
  await fillAll(page, await definition(page, PROCEDURE), { copies: '2', method: 'counter' });
  await button(page, '申請を送信する').click();
  await page.locator('.receipt-number').waitFor();
  const number = await receipt(page);
  await link(page, '支払いに進む').click();
  await button(page, 'クレジットカードで支払う').click();
  await page.waitForURL((url) => url.pathname.startsWith('/sessions/'));
  const gateway = new URL(page.url()).origin;
  await button(page, '支払う').click();
  await page.locator('section[aria-labelledby=payment-title] [role=status]', { hasText: '納付済' }).waitFor();
  await visit.end();
  return { gateway, number };
}

const today = () => new Date(Date.now() + 9 * 3600 * 1000).toISOString().slice(0, 10);

/** What came and went, as whoever keeps the books sees it. */
export function ledgerJourney(city) {
  it('closes the cash of a day, after which the next receipt is of another day, and two open it again', async () => {
    const first = await paid(city, 'B-0001');
    await first.end();
    const books = await visitor(city.browser, { viewport: { width: 1024, height: 768 } });
    const { page } = books;
    await signInClerk(page, accountant, '/ledger');
    await heading(page, '収納');
    await page.getByText('counter-B-0001').waitFor();
    await audit(page, 'LEDGER', 'open');
    await walk(page, 'LEDGER');
    const cash = page.getByRole('group', { name: /市民/ });
    const recorded = await cash.getByText(/^記録：/).first().textContent();
    const amount = /記録：([0-9,]+)円/.exec(recorded)[1].replace(/,/g, '');
    await cash.getByLabel('数えた金額').fill(String(Number(amount) - 100));
    await cash.getByRole('button', { name: 'この日を締める' }).click();
    await cash.getByText(/違う理由を入力してください/).first().waitFor();
    await cash.getByLabel('記録と違うときは、その理由').fill('つり銭を渡しまちがえました。');
    await cash.getByRole('button', { name: 'この日を締める' }).click();
    await cash.getByText('この日を締めました。').first().waitFor();
    await audit(page, 'LEDGER', 'closed');

    const late = await paid(city, 'B-0002');
    await late.page.getByText('納付の経過').click();
    await late.page.getByText(/締めたあとのため/).waitFor();
    await late.end();

    await cash.getByText('締めを取り消す').click();
    await cash.getByLabel('取り消す理由').fill('数えまちがいでした。');
    await cash.getByRole('button', { name: '締めの取消しを申請する' }).click();
    await cash.getByText('決定できるのは、申請した職員とその代理のほかの職員です。').waitFor();
    await books.end();
    const second = await visitor(city.browser);
    await signInClerk(second.page, another, '/ledger');
    await heading(second.page, '収納');
    const again = second.page.getByRole('group', { name: /承認待ち/ });
    await again.getByRole('button', { name: '取消しを承認する' }).click();
    await second.page.getByText('締めを取り消しました。').waitFor();
    await second.end();
  });

  it('compares the file of the gateway with the ledger, and settles what does not agree', async () => {
    const { gateway } = await paidByCard(city);
    const file = await (await fetch(`${gateway}/settlements/komoju-${today()}.csv`)).text();
    assert.match(file, /payment,pay_/);
    const books = await visitor(city.browser, { viewport: { width: 1024, height: 768 } });
    const { page } = books;
    await signInClerk(page, accountant, '/settlements');
    await heading(page, '照合');
    await audit(page, 'SETTLEMENTS', 'empty');
    const choose = (text) =>
      page.locator('#settlement-choose').setInputFiles({ name: 'settlement.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await choose(file + 'payment,pay_broken,,six hundred,JPY,19,soon\r\n');
    await page.getByText('ファイルに直すところがあります。何も記録していません。').waitFor();
    await page.getByText(/行目：「amount」が、0以上の数字/).waitFor();
    await audit(page, 'SETTLEMENTS', 'broken');
    await choose(file + `payment,pay_unknown,,600,JPY,19,${today()}T10:00:00+09:00\r\n`);
    await page.getByText(/を照合しました。/).waitFor();
    const mismatch = page.getByRole('group', { name: /当方になし/ });
    await mismatch.getByText(/pay_unknown/).waitFor();
    await audit(page, 'SETTLEMENTS', 'mismatch');
    await walk(page, 'SETTLEMENTS');
    await mismatch.getByRole('button', { name: '担当する' }).click();
    await mismatch.getByText('担当になりました。').first().waitFor();
    await mismatch.getByRole('button', { name: '解決として記録する' }).click();
    await mismatch.getByText(/どう解決したかを入力してください。/).first().waitFor();
    await mismatch.getByLabel('メモ、またはどう解決したか').fill('試しの取引でした。決済サービスに確かめました。');
    await mismatch.getByRole('button', { name: '解決として記録する' }).click();
    await page.getByRole('group', { name: /当方になし.*解決済み/ }).waitFor();
    await books.end();
  });

  it('gives money back when one clerk asks for it and another agrees', async () => {
    const { number } = await paidByCard(city);
    const open = async (person) => {
      const desk = await visitor(city.browser);
      await signInClerk(desk.page, person);
      await heading(desk.page, '申請一覧');
      await (await rowOnTheDesk(desk.page, number)).locator('a').first().click();
      return { desk, panel: desk.page.locator('section[aria-labelledby=case-payment-title]') };
    };
    const first = await open(clerk);
    await first.panel.locator('summary', { hasText: '還付を申請する' }).click();
    await first.panel.getByLabel('還付する金額').fill('600');
    await first.panel.getByLabel('還付の理由').fill('取りやめたため');
    await first.panel.getByRole('button', { name: '還付を申請する' }).click();
    await first.panel.getByText('決定できるのは、申請した職員とその代理のほかの職員です。').waitFor();
    assert.equal(await first.panel.getByRole('button', { name: '承認する' }).count(), 0);
    await first.desk.end();
    const second = await open(colleague);
    await second.panel.getByRole('button', { name: '承認する' }).click();
    await second.panel.getByText('還付を承認しました。').waitFor();
    await second.panel.getByText('還付の手続中').first().waitFor();
    await second.desk.end();
  });
}
