import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { definition, fillAll, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { inbox, portal, readCard, residents } from '../city.mjs';
import { bounce, codeIn, enterCode, mailTo } from '../mailbox.mjs';
import { button, heading, link, visitor } from '../page.mjs';

/** Another code of the same length. */
const wrong = (code) => (code[0] === '0' ? '1' : '0') + code.slice(1);

const session = async (page) => (await page.context().cookies()).find((cookie) => cookie.name === 'session').value;

/** One address is sent a code a minute; a little more, as clocks go. */
const PAUSE = 61000;

/** Nobody else's: this journey signs in with a card for the first time, and takes it off at the end. */
const nozomi = residents.find((one) => one.sub === 'sample-r12');

const address = `umi-${Date.now()}@example.jp`;
/** What somebody comes by at first, and again at the end, when the next code may be asked for. */
const own = 'nozomi-' + address;
let sentAt;

/** With nothing but an e-mail address, and with a card and an address beside it. */
export function emailJourney(city) {
  let visit;
  describe('and proves themself with a card on the way', { skip: inbox === '' }, () => {
    after(async () => {
      await visit?.end();
    });

    it('has something begun and something sent by mail', async () => {
      visit = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
      const { page } = visit;
      await page.goto(portal + '/procedures/shisetsu');
      await link(page, 'メールアドレスでログインして申請する').click();
      await enterCode(page, own);
      sentAt = Date.now();
      await page.waitForURL(portal + '/apply/shisetsu');
      await page.locator('.form').waitFor();
      await fillAll(page, await definition(page, 'shisetsu'));
      await button(page, '申請を送信する').click();
      await heading(page, 'を受け付けました');
      await page.goto(portal + '/apply/iken');
      await page.getByLabel('ご意見の内容').fill('公園に木を増やしてください。');
      await button(page, '保存して、あとで続ける').click();
      await page.getByText('保存しました。').first().waitFor();
    });

    it('is told plainly that the card opens another account; nothing is attached, nothing begun is lost', async () => {
      const { page } = visit;
      const before = await session(page);
      await page.goto(portal + '/procedures/juminhyo');
      await link(page, 'マイナンバーカードで本人確認をして申請する').click();
      await readCard(page, residents[1]);
      await page.getByText('別のアカウントで使われている').waitFor();
      await heading(page, 'このアカウントに追加できませんでした');
      await link(page, 'もどる').click();
      await page.waitForURL(portal + '/apply/juminhyo');
      await page.getByText('いまのログインのままでは進めません').waitFor();
      assert.equal(await session(page), before);
      await page.goto(portal + '/applications');
      await page.getByText('施設使用申込').waitFor();
      await button(page, '続きを入力する').click();
      await page.locator('.form').waitFor();
      assert.equal(await page.getByLabel('ご意見の内容').inputValue(), '公園に木を増やしてください。');
    });

    it('lands in the form under a new session, with their data from the card and their things still there, and applies', async () => {
      const { page } = visit;
      const before = await session(page);
      await page.goto(portal + '/apply/juminhyo');
      await audit(page, 'APPLY', 'proof-first');
      await link(page, 'マイナンバーカードで本人確認をして申請する').click();
      await readCard(page, nozomi);
      await page.waitForURL(portal + '/apply/juminhyo');
      await page.locator('.prefilled', { hasText: 'マイナンバーカード（' }).first().waitFor();
      assert.notEqual(await session(page), before);
      assert.match(await page.locator('.who-name').innerText(), /石狩　のぞみ/);
      await fillAll(page, await definition(page, 'juminhyo'));
      assert.ok((await page.locator('main').innerText()).includes(own), 'the address by which they came is still known');
      await button(page, '申請を送信する').click();
      await heading(page, 'を受け付けました');
      await page.goto(portal + '/applications');
      await page.getByText('書きかけの申請').waitFor();
      for (const name of ['施設使用申込', '住民票の写しの交付請求']) await link(page, name).waitFor();
      for (const procedure of ['juminhyo', 'shisetsu']) {
        await page.goto(portal + '/apply/' + procedure);
        await button(page, '保存して、あとで続ける').click();
        await page.getByText('保存しました。').first().waitFor();
      }
    });
  });

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
    let text = await mailTo(page, address);
    assert.ok(text.includes('心当たりがないとき') && !text.includes(address), text);
    await button(page, '新しい確認番号を送る').click();
    const another = page.getByText('新しい確認番号を送りました');
    await another.or(page.getByText('1分に1回')).first().waitFor();
    // A minute of the clock ended since the first one was sent: the next is too soon then.
    if (await another.isVisible()) {
      text = await mailTo(page, address, 2);
      await button(page, '新しい確認番号を送る').click();
    }
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
    assert.match(await page.locator('.who-name').innerText(), /本人確認なしでログイン中/);
    const form = await definition(page, 'shisetsu');
    await fillAll(page, form);
    assert.ok((await page.locator('main').innerText()).includes(address), 'the confirmed address was filled in');
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
    assert.match(await receipt(page), /^\d{12}$/);
    await link(page, '申請の状況を見る').click();
    await page.locator('.timeline').waitFor();
    await bounce(page, address, '申請が届きました');
    await page.waitForFunction(async () => (await (await fetch('/api' + location.pathname)).json()).missed.length > 0);
    await page.reload();
    await page.getByText('届いていないお知らせのメールがあります。').waitFor();
    assert.ok((await page.locator('.notice-warning').innerText()).includes(address), 'where it was sent');
    await audit(page, 'APPLICATION', 'missed');
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

/** The same person later, by mail again, to an account that has a card now. */
export function backByMailJourney(city) {
  let mailed;
  let proven;
  after(async () => {
    await mailed?.end();
    await proven?.end();
  });

  it('is told nothing that the card said, and may not take it off', async () => {
    await new Promise((resolve) => setTimeout(resolve, sentAt + PAUSE - Date.now()));
    mailed = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    const { page } = mailed;
    await page.goto(portal + '/applications');
    await link(page, 'メールアドレスでログインする').click();
    await enterCode(page, own);
    await heading(page, '申請状況');
    assert.match(await page.locator('.who-name').innerText(), /本人確認なしでログイン中/);
    await link(page, 'マイナンバーカードで本人確認をして続ける').waitFor();
    const begun = page.locator('.card', { has: page.locator('h3') });
    // Saved with the card, it is neither opened nor thrown away without it; what mail alone saved is.
    for (const [name, ways] of [['住民票の写しの交付請求', 0], ['施設使用申込', 0], ['ご意見', 2]]) {
      assert.equal(await begun.filter({ hasText: name }).getByRole('button').count(), ways, name);
    }
    await audit(page, 'APPLICATIONS', 'proof-first');
    await link(page, '住民票の写しの交付請求').click();
    await link(page, 'マイナンバーカードで本人確認をして見る').waitFor();
    await page.goto(portal + '/apply/shisetsu');
    await page.getByText('書きかけの申請があります。').waitFor();
    await link(page, 'マイナンバーカードで本人確認をして続ける').waitFor();
    assert.equal(await button(page, '続きを入力する').count(), 0);
    await audit(page, 'APPLY', 'draft-locked');
    await button(page, '新しく始める（書きかけは残ります）').click();
    await page.locator('.form').waitFor();
    await page.goto(portal + '/sign-ins');
    await link(page, 'マイナンバーカードで本人確認をする').waitFor();
    assert.equal(await page.getByRole('button', { name: /を外す$/ }).count(), 0);
    await audit(page, 'SIGN_INS', 'proof-first');
    // Nor may they turn the city's letters to another mailbox.
    await link(page, '連絡先メールアドレスを変更する').click();
    await page.getByLabel('メールアドレス').fill('elsewhere-' + own);
    await button(page, '確認番号を送る').click();
    await link(page, 'マイナンバーカードで本人確認をして続ける').waitFor();
    await audit(page, 'EMAIL', 'proof-first');
  });

  it('keeps what was typed, with a card that is refused and with the right one', async () => {
    proven = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    const { page } = proven;
    await page.goto(portal + '/procedures/juminhyo');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, nozomi);
    await page.waitForURL(portal + '/apply/juminhyo');
    await button(page, '新しく始める（書きかけは消えます）').click();
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, 'juminhyo'));
    const typed = await page.locator('main').innerText();
    // As if the session had ended meanwhile, and they had signed in by mail in another tab.
    await page.context().addCookies([{ name: 'session', value: await session(mailed.page), url: portal }]);
    await button(page, '申請を送信する').click();
    const card = link(page, 'マイナンバーカードで本人確認をする');
    await card.waitFor();
    await audit(page, 'APPLY', 'proof-lost');
    const prove = async (resident) => {
      const [beside] = await Promise.all([page.context().waitForEvent('page'), card.click()]);
      await readCard(beside, resident);
      return beside;
    };
    const refused = await prove(residents[1]);
    await refused.getByText('前に別のカードやアプリで本人確認をしています').waitFor();
    await refused.close();
    const taken = await prove(nozomi);
    await taken.locator('.notice-success').waitFor();
    await taken.close();
    for (const line of typed.split('\n').filter((text) => text.includes('@'))) assert.ok((await page.locator('main').innerText()).includes(line));
    await button(page, '申請を送信する').click();
    await heading(page, 'を受け付けました');
  });

  it('takes the card off again, by which they are proven now', async () => {
    const { page } = proven;
    await page.goto(portal + '/sign-ins');
    await button(page, 'マイナンバーカードを外す').click();
    await button(page, '外す').click();
    await page.getByText('マイナンバーカードを外し').first().waitFor();
    await page.getByText('マイナンバーカードを取り外し').waitFor();
    assert.deepEqual(await page.locator('section[aria-labelledby="own-ways"] h3').allInnerTexts(), ['メールアドレス']);
  });
}
