import assert from 'node:assert/strict';
import { it } from 'node:test';
import { audit, walk } from '../audit.mjs';
import { portal } from '../city.mjs';
import { button, heading, link, translated, visitor } from '../page.mjs';

/** What stands there before the script, and what is said when something changed. */
export function firstPaintJourney(city) {
  it('shows header, heading and search box before the script is there, says so when it does not come, and loses no word', async () => {
    const visit = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    const { page } = visit;
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(portal + '/', { waitUntil: 'commit' });
    await heading(page, '手続をさがす');
    await page.getByText('石狩市のオンライン市役所').waitFor();
    await page.getByLabel('さがしたい手続のことば').fill('住民票');
    await page.getByText('画面の読み込みに時間がかかっています。').waitFor({ state: 'visible' });
    await audit(page, 'HOME', 'shell');
    await walk(page, 'HOME');
    await page.locator('#q').focus();
    release();
    await page.locator('.result-list a').first().waitFor();
    assert.equal(await page.locator('#q').inputValue(), '住民票');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
    await visit.end();
  });

  it('a screen that is opened by its address shows no search box first', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto(portal + '/applications', { waitUntil: 'commit' });
    await heading(page, '読み込んでいます');
    assert.equal(await page.locator('#q').count(), 0);
    await visit.end();
  });

  it('the focus follows what was pressed, and the title says how many were found', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/');
    await page.locator('.tiles-event a').first().click();
    await page.locator('.results').waitFor();
    await page.waitForFunction(() => document.activeElement.id === 'results');
    const count = await page.locator('.results .count').innerText();
    assert.match(await page.title(), new RegExp('^' + count));
    await button(page, '条件をすべて消す').click();
    await page.locator('.tiles').first().waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    await page.getByLabel('さがしたい手続のことば').fill('住民票');
    await page.locator('.results').waitFor();
    await page.waitForFunction(() => document.title.startsWith(document.querySelector('.results .count').textContent));
    await visit.end();
  });

  it('counts and choices stay right when the browser has translated the page', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/?q=' + encodeURIComponent('住民票'));
    await page.locator('.results').waitFor();
    await translated(page);
    await page.getByLabel('さがしたい手続のことば').fill('児童');
    await page.waitForFunction(() => document.querySelectorAll('.result-list > li').length + '件' === document.querySelector('.results .count').textContent);
    const found = await page.locator('.result-list > li').count();
    await page.waitForFunction((n) => document.querySelector('.finder').parentNode.querySelector('[role=status]').textContent.startsWith(n + '件'), found);
    const options = await page.locator('#filter-online option').allTextContents();
    const sum = options.slice(1).map((one) => Number(/（(\d+)件）/.exec(one)[1])).reduce((a, b) => a + b, 0);
    assert.equal(sum, found, 'the choices count what is found now: ' + options.join(' '));
    await visit.end();
  });

  it('an address that leads nowhere answers 404, and what is missing is not kept', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    for (const path of ['/no/such/page', '/assets/nothing', '/assets/gone-123.js', '/kiosk/no/such']) {
      const answer = await page.request.get(portal + path);
      assert.equal(answer.status(), 404, path);
      assert.doesNotMatch(answer.headers()['cache-control'] ?? '', /max-age/, path);
    }
    assert.equal((await page.request.get(portal + '/favicon.ico')).status(), 200);
    await page.goto(portal + '/no/such/page');
    await link(page, 'はじめのページへ').click();
    await heading(page, '手続をさがす');
    await visit.end();
  });
}
