import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { inbox, portal, readCard, residents } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

/** The newest mail to an address, once there are so many. */
async function mailTo(page, address, count = 1) {
  for (;;) {
    const mails = (await (await page.request.get(inbox + '/inbox.json')).json()).filter((mail) => mail.to[0] === address);
    if (mails.length >= count) return mails.sort((a, b) => (a.at < b.at ? 1 : -1))[0].text;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const codeIn = (text) => /確認番号　(\d{4}) (\d{4})/.exec(text).slice(1).join('');

/** Another code of the same length. */
const wrong = (code) => (code[0] === '0' ? '1' : '0') + code.slice(1);

/** With nothing but an e-mail address, and with a card and an address beside it. */
export function emailJourney(city) {
  const address = `umi-${Date.now()}@example.jp`;

  it('signs up by a code sent to their address and applies where that is enough; a procedure that wants proof says so before the form', { skip: inbox === '' }, async () => {
    const visit = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    const { page } = visit;
    await page.goto(portal + '/procedures/shisetsu');
    await link(page, 'メールアドレスでログインして申請する').click();
    await heading(page, 'メールアドレスの確認');
    await audit(page, 'EMAIL');
    await walk(page, 'EMAIL');
    await page.getByLabel('メールアドレス').fill('umi＠example');
    await button(page, '確認番号を送る').click();
    await page.locator('.mistake').waitFor();
    await audit(page, 'EMAIL', 'mistake');
    await page.getByLabel('メールアドレス').fill(address);
    await page.keyboard.press('Enter');
    await heading(page, '確認番号の入力');
    assert.ok(!page.url().includes('example'), 'no address in the address bar');
    assert.equal(await page.getByLabel('確認番号').inputValue(), '', 'the address does not stand where the code goes');
    const text = await mailTo(page, address);
    assert.ok(text.includes('心当たりがないとき') && !text.includes(address), text);
    await button(page, '新しい確認番号を送る').click();
    await page.getByText('1分に1回').waitFor();
    await audit(page, 'EMAIL', 'too-soon');
    await page.reload();
    await heading(page, '確認番号の入力');
    await page.getByLabel('確認番号').fill(wrong(codeIn(text)));
    await button(page, 'ログインする').click();
    await page.getByText('あと4回入力できます').waitFor();
    await audit(page, 'EMAIL', 'wrong');
    await walk(page, 'EMAIL');
    await page.getByLabel('確認番号').fill(codeIn(text));
    await page.keyboard.press('Enter');
    await page.waitForURL(portal + '/apply/shisetsu');
    await page.locator('.form').waitFor();
    assert.match(await page.locator('.who-name').innerText(), /メールアドレスでログイン中/);
    const form = await definition(page, 'shisetsu');
    await fillAll(page, form);
    assert.ok((await page.locator('main').innerText()).includes(address), 'the confirmed address was filled in');
    await button(page, '申請を送信する').click();
    await heading(page, '申請を受け付けました');
    assert.match(await receipt(page), /^\d{12}$/);
    await page.goto(portal + '/procedures/juminhyo');
    await page.getByText('いまのログインのままでは進めません').waitFor();
    assert.equal(await link(page, 'メールアドレスでログインして申請する').count(), 0);
    await audit(page, 'PROCEDURE', 'proof-first');
    await visit.end();
  });

  it('registers a contact address beside the card; five wrong codes end one, another browser cannot use it', { skip: inbox === '' }, async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const contact = 'contact-' + address;
    await page.goto(portal + '/sign-ins');
    await link(page, 'マイナンバーカードでログインする').click();
    await readCard(page, residents[1]);
    await link(page, '連絡先メールアドレスを登録する').click();
    await page.getByLabel('メールアドレス').fill(contact);
    await button(page, '確認番号を送る').click();
    await heading(page, '確認番号の入力');
    const code = codeIn(await mailTo(page, contact));
    const other = await visitor(city.browser);
    await other.page.goto(portal + '/email?step=code');
    await other.page.getByLabel('確認番号').fill(code);
    await button(other.page, 'ログインする').click();
    await other.page.getByText('使える確認番号がありません').waitFor();
    await audit(other.page, 'EMAIL', 'expired');
    await other.end();
    await page.getByLabel('確認番号').fill(code);
    await button(page, '登録する').click();
    await page.getByText('連絡先メールアドレスを登録しました。').waitFor();
    await audit(page, 'EMAIL', 'done');
    await link(page, 'ログインの記録に戻る').click();
    await page.getByText(contact).waitFor();
    await audit(page, 'SIGN_INS', 'contact');
    await page.goto(portal + '/apply/juminhyo');
    await page.locator('.prefilled', { hasText: 'マイナンバーカード（' }).first().waitFor();
    await visit.end();

    const guesser = await visitor(city.browser);
    await guesser.page.goto(portal + '/email');
    await guesser.page.getByLabel('メールアドレス').fill('guess-' + address);
    await button(guesser.page, '確認番号を送る').click();
    await heading(guesser.page, '確認番号の入力');
    const right = codeIn(await mailTo(guesser.page, 'guess-' + address));
    for (const left of [4, 3, 2, 1]) {
      await guesser.page.getByLabel('確認番号').fill(wrong(right));
      await button(guesser.page, 'ログインする').click();
      await guesser.page.getByText(`あと${left}回入力できます`).waitFor();
    }
    await guesser.page.getByLabel('確認番号').fill(wrong(right));
    await button(guesser.page, 'ログインする').click();
    await guesser.page.getByText('5回間違えた').waitFor();
    await guesser.page.getByLabel('確認番号').fill(right);
    await button(guesser.page, 'ログインする').click();
    await guesser.page.getByText('5回間違えた').waitFor();
    await audit(guesser.page, 'EMAIL', 'spent');
    await guesser.end();
  });
}
