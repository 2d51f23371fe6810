import assert from 'node:assert/strict';
import { it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const resident = residents[0];

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
    await page.clock.runFor(125000);
    await page.locator('.kiosk-countdown').waitFor();
    await audit(page, 'KIOSK:APPLY', 'countdown');
    await button(page, '続けて使う').click();
    await page.locator('.kiosk-countdown').waitFor({ state: 'detached' });
    await page.clock.runFor(185000);
    await page.waitForURL(portal + '/kiosk/');
    await page.locator('.tiles').first().waitFor();
    assert.equal(await page.locator('.who').count(), 0, 'signed out');
    await page.goBack();
    assert.ok(!(await page.locator('body').innerText()).includes(resident.name.split(/\s/)[0]), 'nothing comes back with 戻る');
    await visit.end();
  });

  for (const [name, path] of [['APPLICATIONS', '/applications'], ['APPLICATION', '/applications/x'], ['CORRECT', '/applications/x/correct'], ['ACCESSIBILITY', '/accessibility']]) {
    it(`sees ${name} in the kiosk's size`, async () => {
      const visit = await visitor(city.browser);
      await visit.page.goto(portal + '/kiosk' + path);
      await visit.page.locator('h1').waitFor();
      await audit(visit.page, 'KIOSK:' + name);
      await walk(visit.page, 'KIOSK:' + name);
      await visit.end();
    });
  }
}
