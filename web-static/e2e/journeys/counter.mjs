import assert from 'node:assert/strict';
import { it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const resident = residents[0];

/** What a visit could leave in the browser: nothing of it may be there. */
async function leftovers(page) {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    state: history.state,
  }));
  return { cookies: cookies.map((one) => one.name).filter((name) => name === 'session'), ...kept };
}

const NOTHING = { cookies: [], local: 0, session: 0, databases: 0, caches: 0, state: null };

/** At the terminal in the city hall. */
export function counterJourney(city) {
  it('walks away, and after the countdown nothing of them is left', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.clock.install();
    await page.goto(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    await audit(page, 'KIOSK:HOME');
    await walk(page, 'KIOSK:HOME');
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await heading(page, '住民票の写し');
    await audit(page, 'KIOSK:PROCEDURE');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.waitForURL(portal + '/kiosk/apply/juminhyo');
    await page.locator('.form').waitFor();
    await audit(page, 'KIOSK:APPLY');
    await walk(page, 'KIOSK:APPLY');
    const remembered = await page.locator('input:not([type=radio]):not([type=checkbox])').evaluateAll((inputs) => inputs.filter((one) => one.autocomplete !== 'off').map((one) => one.id));
    assert.deepEqual(remembered, [], 'the browser remembers none of the inputs');
    await page.clock.runFor(125000);
    await page.locator('.kiosk-countdown').waitFor();
    await audit(page, 'KIOSK:APPLY', 'countdown');
    await button(page, '続けて使う').click();
    await page.locator('.kiosk-countdown').waitFor({ state: 'detached' });
    await page.clock.runFor(185000);
    await page.waitForURL(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    assert.equal(await page.locator('.who').count(), 0, 'signed out');
    assert.deepEqual(await leftovers(page), NOTHING);
    await page.goBack();
    assert.ok(!(await page.locator('body').innerText()).includes(resident.name.split(/\s/)[0]), 'nothing comes back with 戻る');
    await visit.end();
  });

  it('ends at once when asked whether they are still there, and leaves nothing', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.clock.install();
    await page.goto(portal + '/kiosk/procedures/juminhyo');
    await link(page, 'マイナンバーカードでログインして申請する').click();
    await readCard(page, resident);
    await page.locator('.form').waitFor();
    await page.clock.runFor(125000);
    await button(page, 'いま終わる').click();
    await page.waitForURL(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    assert.equal(await page.locator('.who').count(), 0, 'signed out');
    assert.deepEqual(await leftovers(page), NOTHING);
    await visit.end();
  });

  it('signs in there, sees the same screens in the kiosk\'s size, and ends with 終了する', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/kiosk/applications');
    await heading(page, '申請状況');
    await audit(page, 'KIOSK:APPLICATIONS', 'guest');
    await link(page, 'マイナンバーカードでログインする').click();
    await readCard(page, resident);
    await page.waitForURL(portal + '/kiosk/applications');
    await page.locator('.cards').waitFor();
    await audit(page, 'KIOSK:APPLICATIONS');
    await walk(page, 'KIOSK:APPLICATIONS');
    await page.locator('.card a').first().click();
    await page.locator('.timeline').waitFor();
    await audit(page, 'KIOSK:APPLICATION');
    await walk(page, 'KIOSK:APPLICATION');
    await page.goto(page.url() + '/correct');
    await heading(page, /./);
    await audit(page, 'KIOSK:CORRECT');
    await walk(page, 'KIOSK:CORRECT');
    await page.goto(portal + '/kiosk/sign-in?to=/applications');
    await heading(page, 'ログインの方法を選ぶ');
    await audit(page, 'KIOSK:SIGN_IN');
    await walk(page, 'KIOSK:SIGN_IN');
    await link(page, 'ウェブアクセシビリティ方針').click();
    await heading(page, 'ウェブアクセシビリティ方針');
    await audit(page, 'KIOSK:ACCESSIBILITY');
    await walk(page, 'KIOSK:ACCESSIBILITY');
    const away = await page.locator('a[href]').evaluateAll((links) => links.map((one) => one.href).filter((to) => !to.startsWith(location.origin + '/kiosk') && !to.includes('/api/sign-in/')));
    assert.deepEqual(away.filter((to) => !to.endsWith('#main')), [], 'no link leads out of the kiosk');
    await button(page, '終了する').click();
    await page.waitForURL(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    assert.equal(await page.locator('.who').count(), 0);
    await visit.end();
  });
}
