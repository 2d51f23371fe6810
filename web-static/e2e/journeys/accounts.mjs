import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { inbox, portal, readCard, residents } from '../city.mjs';
import { enterCode } from '../mailbox.mjs';
import { button, heading, link, visitor } from '../page.mjs';

/** Nobody else's: this journey changes how they sign in. */
const [, , , sakura, makoto] = residents;

/** Goes through the simulated xID app, which the portal has sent us to. */
async function approve(page, resident, pin = resident.pin) {
  await page.locator('select[name="username"]').selectOption(resident.sub);
  await page.locator('input[name="password"]').fill(pin);
  await page.locator('form[action="/login"] button[type="submit"]').click();
}

/** Several ways to sign in to one account. */
export function accountsJourney(city) {
  let visit;
  after(async () => {
    await visit?.end();
  });
  const ways = async (page) => page.locator('section[aria-labelledby="own-ways"] h3').allInnerTexts();

  it('may change their mind or mistype in the xID app, then is filled in with what xID says and when', async () => {
    visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/procedures/juminhyo');
    await link(page, 'xIDアプリでログインして申請する').click();
    await button(page, '承認しない').click();
    await page.getByText('取り消されました').waitFor();
    await link(page, 'もどる').click();
    await link(page, 'xIDアプリでログインして申請する').click();
    await approve(page, sakura, '0000');
    await page.getByText('暗証番号が違います').waitFor();
    await approve(page, sakura);
    await page.waitForURL(portal + '/apply/juminhyo');
    await page.locator('.prefilled').first().waitFor();
    assert.match(await page.locator('.prefilled').first().innerText(), /^xIDアプリ（\d{4}年\d{1,2}月\d{1,2}日）から/);
    assert.equal(await page.locator('.form input[type="text"]').first().inputValue(), sakura.name.split(/\s/)[0]);
    await audit(page, 'APPLY', 'xid');
  });

  it('is told plainly that a card which opens another account is not attached', async () => {
    const { page } = visit;
    await page.goto(portal + '/sign-ins');
    await link(page, 'マイナンバーカードを追加する').click();
    await readCard(page, sakura);
    await page.getByText('別のアカウントで使われている').waitFor();
    await link(page, 'もどる').click();
    await page.locator('section[aria-labelledby="own-ways"]').waitFor();
    assert.deepEqual(await ways(page), ['xIDアプリ']);
    await button(page, 'ログアウト').click();
    await link(page, 'ログイン').click();
    await heading(page, 'ログインの方法を選ぶ');
    await audit(page, 'SIGN_IN', 'ways');
  });

  it('attaches xID to the account of the card, and signs in with either', async () => {
    const { page } = visit;
    await page.goto(portal + '/sign-in?to=/sign-ins');
    await link(page, 'マイナンバーカードでログインする').click();
    await readCard(page, makoto);
    await page.waitForURL(portal + '/sign-ins');
    await link(page, 'xIDアプリを追加する').click();
    await approve(page, makoto);
    await page.waitForURL(portal + '/sign-ins');
    await page.locator('section[aria-labelledby="own-ways"]').waitFor();
    assert.deepEqual((await ways(page)).sort(), ['xIDアプリ', 'マイナンバーカード'].sort());
    await page.getByText(/xIDアプリを追加　/).waitFor();
    await audit(page, 'SIGN_INS', 'ways');
    await walk(page, 'SIGN_INS-ways');
    await button(page, 'ログアウト').click();
    await link(page, 'ログイン').waitFor();
    await page.goto(portal + '/sign-in?to=/');
    await link(page, 'xIDアプリでログインする').click();
    await approve(page, makoto);
    await button(page, 'ログアウト').waitFor();
    await page.goto(portal + '/sign-ins');
    await page.locator('section[aria-labelledby="own-ways"]').waitFor();
    assert.equal((await ways(page)).length, 2);
  });

  it('takes a way off after being asked, and the last one stays', async () => {
    const { page } = visit;
    await button(page, 'xIDアプリを外す').click();
    await audit(page, 'SIGN_INS', 'detach');
    await button(page, '外す').click();
    await page.locator('.notice-success', { hasText: 'xIDアプリを外し' }).waitFor();
    await button(page, 'xIDアプリを外す').waitFor({ state: 'detached' });
    await page.locator('section[aria-labelledby="own-ways"]').waitFor();
    assert.deepEqual(await ways(page), ['マイナンバーカード']);
    assert.equal(await button(page, 'マイナンバーカードを外す').count(), 0);
  });

  it('adds an e-mail address by a code that is sent there, beside the card, and takes it off again', { skip: inbox === '' }, async () => {
    const { page } = visit;
    await link(page, 'メールアドレスを追加する').click();
    await heading(page, 'メールアドレスの確認');
    await audit(page, 'EMAIL', 'attach');
    await walk(page, 'EMAIL-attach');
    await enterCode(page, `makoto-${Date.now()}@example.jp`, '追加する');
    await page.getByText('メールアドレスを、ログインの方法に追加しました。').waitFor();
    await audit(page, 'EMAIL', 'attached');
    await link(page, 'ログインの記録に戻る').click();
    await page.getByText(/メールアドレスを追加　/).waitFor();
    assert.deepEqual((await ways(page)).sort(), ['マイナンバーカード', 'メールアドレス'].sort());
    await audit(page, 'SIGN_INS', 'email');
    await button(page, 'メールアドレスを外す').click();
    await button(page, '外す').click();
    await page.getByText(/メールアドレスを取り外し　/).waitFor();
    assert.deepEqual(await ways(page), ['マイナンバーカード']);
  });

  it('is told plainly that somebody else cannot be attached', async () => {
    const { page } = visit;
    await link(page, 'xIDアプリを追加する').click();
    await approve(page, sakura);
    await page.getByText('違う方の本人確認でした').waitFor();
  });
}
