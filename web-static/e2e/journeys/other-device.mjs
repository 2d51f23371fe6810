import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { definition, fillAll, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const resident = residents[5];
const PROCEDURE = 'juminhyo';

/** A PC without a card reader, and the phone of whoever sits there: two browsers that share nothing. */
export function otherDeviceJourney(city) {
  const here = {};
  before(async () => {
    here.pc = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    here.phone = await visitor(city.browser, { viewport: { width: 375, height: 760 } });
  });
  after(async () => {
    await here.pc?.end();
    await here.phone?.end();
  });

  /** On the PC: shows the picture; gives what a camera would read from it. */
  const showPicture = async (name = 'スマートフォンで本人確認する') => {
    const { page } = here.pc;
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/api/pairings')),
      button(page, name).click(),
    ]);
    await page.locator('.qr').waitFor();
    return (await answer.json()).token;
  };
  const number = async () => (await here.pc.page.locator('.other-device-number').innerText()).trim();
  /** On the phone: reads the picture and names the number. */
  const readPicture = async (token) => {
    const { page } = here.phone;
    // A new page, as after the camera: the same address with another token would not load anew.
    await page.goto('about:blank');
    await page.goto(portal + '/pair#' + token);
    await page.locator('#code').waitFor();
  };
  const nameNumber = async () => {
    const { page } = here.phone;
    await page.locator('#code').fill(await number());
    await button(page, '次へ').click();
    await heading(page, '番号が合いました');
  };
  const prove = async () => {
    const { page } = here.phone;
    await link(page, 'マイナンバーカードで本人確認する').click();
    await readCard(page, resident);
    await heading(page, '本人確認が終わりました');
  };

  it('shows a picture and a number on the PC, and says plainly on the phone what is about to happen', async () => {
    const { page } = here.pc;
    await page.goto(portal + '/apply/' + PROCEDURE);
    here.token = await showPicture();
    await page.evaluate(() => (window.neverLoadedAnew = true));
    await audit(page, 'APPLY', 'other-device');
    await walk(page, 'APPLY');
    await readPicture(here.token);
    const phone = here.phone.page;
    assert.equal(new URL(phone.url()).hash, '', 'the token is not left in the address');
    assert.match(await phone.locator('main').innerText(), /Linux・Chrome[^]*ご自分の目の前にある端末ですか/);
    assert.doesNotMatch(await phone.locator('main').innerText(), new RegExp(await number()));
    await audit(phone, 'PAIR');
    await walk(phone, 'PAIR');
  });

  it('a wrong number is told with the tries that are left; a change of mind at the provider leads back', async () => {
    const { page } = here.phone;
    await page.locator('#code').fill((await number()) === '0000' ? '0001' : '0000');
    await button(page, '次へ').click();
    await page.getByText('番号が違います').waitFor();
    await audit(page, 'PAIR', 'wrong');
    await nameNumber();
    await audit(page, 'PAIR', 'confirmed');
    await here.pc.page.getByText('本人確認が進んでいます').waitFor();
    await link(page, 'マイナンバーカードで本人確認する').click();
    await page.locator('button[value="cancel"]').click();
    await link(page, 'もどる').click();
    await heading(page, '番号が合いました');
  });

  it('the PC goes on where it was without loading anew; the phone is not signed in, and nobody else gets the session', async () => {
    const pc = here.pc.page;
    // The PC asks again only after this: else it would have fetched the session already.
    await prove();
    await audit(here.phone.page, 'PAIR', 'proven');
    await pc.locator('.form').waitFor();
    assert.equal(await pc.evaluate(() => window.neverLoadedAnew), true);
    const session = async (page) => (await (await page.request.get(portal + '/api/session')).json()).level;
    assert.equal(await session(here.phone.page), 'guest');
    assert.notEqual(await session(pc), 'guest');
    const again = (page) =>
      page.request.post(portal + '/api/pairings/collection', {
        headers: { Origin: portal, 'Idempotency-Key': 'collect-once-more' },
        data: { token: here.token },
      });
    assert.equal((await again(here.phone.page)).status(), 404);
    assert.equal((await again(pc)).status(), 404, 'once only');
  });

  it('what was typed is still there when the session had ended in between, and is sent in', async () => {
    const pc = here.pc.page;
    await fillAll(pc, await definition(pc, PROCEDURE));
    await pc.request.post(portal + '/api/sign-out', { headers: { Origin: portal, 'Idempotency-Key': 'ended-elsewhere' }, data: {} });
    await button(pc, '申請を送信する').click();
    await pc.getByText('ログインの時間が切れました').waitFor();
    await readPicture(await showPicture());
    await nameNumber();
    await prove();
    await pc.getByText('ログインの時間が切れました').waitFor({ state: 'detached' });
    await button(pc, '申請を送信する').click();
    await heading(pc, 'を受け付けました');
    assert.equal(await pc.evaluate(() => window.neverLoadedAnew), true);
    assert.match(await receipt(pc), /^\d+$/);
  });

  it('cancelled on the phone, the PC is told and signs nobody in; the picture is worth nothing any more', async () => {
    const pc = here.pc.page;
    await here.pc.page.context().clearCookies();
    await pc.goto(portal + '/applications');
    const token = await showPicture();
    await readPicture(token);
    await button(here.phone.page, 'やめる').click();
    await heading(here.phone.page, '取り消しました');
    await pc.getByText('本人確認は取り消されました').waitFor();
    await audit(pc, 'APPLICATIONS', 'other-device-cancelled');
    await here.phone.page.goto('about:blank');
    await here.phone.page.goto(portal + '/pair#' + token);
    await here.phone.page.getByText('時間が切れたか、すでに使われています').waitFor();
    await audit(here.phone.page, 'PAIR', 'over');
  });
}
