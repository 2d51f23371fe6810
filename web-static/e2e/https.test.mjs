// As in the cloud: over https, where cookies are __Host- and Secure. A city hall of its own, with a certificate that was
// made for its start and that only this browser lets pass.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { BASE, startCity } from './start-city.mjs';

/** Apart from the city of the other tests, which is still open. */
const OWN_BASE = BASE + 50;

describe('Over https', () => {
  let city;
  let browser;
  let visit;
  let page;
  let here;
  let steps;

  before(async () => {
    city = await startCity(OWN_BASE, ['--https']);
    // The modules of the other journeys read where the city is when they are loaded.
    Object.assign(process.env, city.env);
    here = await import('./city.mjs');
    steps = { ...(await import('./apply.mjs')), ...(await import('./page.mjs')) };
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await city?.stop();
  });

  const cookie = async (name) => (await page.context().cookies()).find((one) => one.name === name);
  const hostOnly = (one) => ({ secure: one.secure, httpOnly: one.httpOnly, sameSite: one.sameSite, path: one.path, domain: one.domain });
  const LOCKED = { secure: true, httpOnly: true, sameSite: 'Lax', path: '/', domain: '127.0.0.1' };

  it('a resident signs in with the card, applies and signs out, with a cookie that is locked to the host', async () => {
    visit = await steps.visitor(browser, { ignoreHTTPSErrors: true });
    page = visit.page;
    await page.goto(here.portal + '/procedures/juminhyo');
    await steps.link(page, 'マイナンバーカードでログインして申請する').click();
    await here.readCard(page, here.residents[0]);
    await page.waitForURL(here.portal + '/apply/juminhyo');
    await page.locator('.form').waitFor();
    assert.deepEqual(hostOnly(await cookie('__Host-session')), LOCKED);
    await steps.fillAll(page, await steps.definition(page, 'juminhyo'));
    await steps.button(page, '申請を送信する').click();
    await steps.heading(page, 'を受け付けました');
    assert.match(await steps.receipt(page), /^\d{12}$/);
    await steps.button(page, 'ログアウト').click();
    await steps.link(page, 'ログイン').waitFor();
    assert.equal(await cookie('__Host-session'), undefined);
    await visit.end();
  });

  it('a clerk signs in with password and one-time code, with a cookie of the console', async () => {
    visit = await steps.visitor(browser, { ignoreHTTPSErrors: true });
    page = visit.page;
    await here.signInClerk(page, here.staff.find((one) => one.roles.includes('REVIEWER')));
    await steps.heading(page, '申請一覧');
    assert.deepEqual(hostOnly(await cookie('__Host-staff-session')), LOCKED);
    await visit.end();
  });
});
