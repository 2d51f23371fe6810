import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, fillAll } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const problem = (status, code, title, more = {}) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank#' + code, title, status, code, ...more }),
});

/** When something does not work: nothing typed is lost and the way on is said. */
export function troubleJourney(city) {
  it('a catalogue that cannot be read is told plainly and can be asked for again', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.route('**/data/catalogue.json', (route) =>
      route.fulfill(problem(429, 'too-many-requests', '操作の回数が多すぎます。しばらくたってからやり直してください。')),
    );
    await page.goto(portal + '/');
    await page.locator('.notice-error', { hasText: '操作の回数が多すぎます' }).waitFor();
    await audit(page, 'HOME', 'problem');
    await page.unroute('**/data/catalogue.json');
    await button(page, 'もう一度読み込む').click();
    await page.locator('.tiles').first().waitFor();
    await visit.end();
  });

  it('a slow line is told while it lasts', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/data/catalogue.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(portal + '/');
    await page.locator('.skeleton', { hasText: '読み込んでいます' }).waitFor();
    await audit(page, 'HOME', 'loading');
    release();
    await page.locator('.tiles').first().waitFor();
    await visit.end();
  });

  it('a form that changed meanwhile keeps the answers, and every mistake the server finds leads to its question', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    await page.goto(portal + '/?level=guest&online=yes');
    await page.locator('.result-list a').filter({ hasText: '意見' }).first().click();
    await page.getByRole('link', { name: '申請する', exact: true }).click();
    await page.locator('.form').waitFor();
    const form = await definition(page, new URL(page.url()).pathname.split('/').pop());
    await fillAll(page, form);
    const answers = await page.locator('.answers').first().innerText();

    await page.route('**/api/applications', (route) =>
      route.fulfill(problem(409, 'form-changed', '申請の様式が新しくなりました。入力内容を引き継いで、もう一度お確かめください。')),
    );
    await button(page, '意見を送信する').click();
    await page.locator('.notice-warning', { hasText: '申請の様式が新しくなりました' }).waitFor();
    await audit(page, 'APPLY', 'form-changed');
    await button(page, '新しい様式を読み込む（入力した内容は引き継がれます）').click();
    await page.locator('.form').waitFor();
    await fillAll(page, form);
    assert.equal(await page.locator('.answers').first().innerText(), answers);
    await page.unroute('**/api/applications');

    const field = form.pages.flatMap((one) => one.fields).find((one) => one.type !== 'note');
    await page.route('**/api/applications', (route) =>
      route.fulfill(problem(400, 'answers-invalid', '入力内容に誤りがあります。', { errors: [{ path: field.id, code: 'length', message: '長すぎます' }] })),
    );
    await button(page, '意見を送信する').click();
    await page.locator('.mistake-summary a', { hasText: '長すぎます' }).click();
    await page.waitForFunction((id) => document.activeElement.id.startsWith(id), 'f-' + field.id);
    await page.unroute('**/api/applications');

    const asked = new Promise((resolve) => page.once('dialog', (dialog) => resolve(dialog.accept().then(() => dialog.type()))));
    await page.reload();
    assert.equal(await asked, 'beforeunload', 'leaving with something unsent is asked about');
    await page.locator('.form').waitFor();
    await visit.end();
  });

  it('a procedure that is paused meanwhile is told before anything is sent and when what was begun is opened, with what becomes of it', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const told = page.locator('.notice-warning', { hasText: 'いまは申請を受け付けていないため、送信できません' });
    await page.goto(portal + '/procedures/iken');
    await link(page, '申請する').click();
    await page.locator('.form').waitFor();
    assert.equal(await told.count(), 0);
    await page.route('**/api/procedures/iken', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), opening: { state: 'paused' } } });
    });
    await fillAll(page, await definition(page, 'iken'));
    await told.waitFor();
    assert.match(await told.innerText(), /受付を一時止めています.*「保存して、あとで続ける」で保存すると30日残ります.*続きから送信できます/s);
    await audit(page, 'APPLY', 'paused');
    await button(page, '保存して、あとで続ける').click();
    await page.locator('.saving-code').waitFor();
    await page.goto(portal + '/apply/iken');
    await told.waitFor();
    assert.match(await told.innerText(), /まで残り、保存し直すと、そこから30日に延びます/);
    await visit.end();
  });

  it('the audit itself sees a missing label, pale text, a page that is too wide and a focus without ring', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const bad = (body) => page.setContent(`<!doctype html><html lang="ja"><title>x</title><main><h1>x</h1>${body}</main></html>`);
    await bad('<input>');
    await assert.rejects(audit(page, 'CONTROL'), /label/);
    await bad('<p style="color:#ccc;background:#fff">うすい</p>');
    await assert.rejects(audit(page, 'CONTROL'), /color-contrast/);
    await bad('<p style="width:500px">ひろい</p>');
    await assert.rejects(audit(page, 'CONTROL'), /px wide/);
    await bad('<button style="outline:none">見えない</button>');
    await assert.rejects(walk(page, 'CONTROL'), /focus is not visible/);
    await bad('<style>:focus { outline: 3px solid }</style><button>1</button><div tabindex="-1"><a href="#x" tabindex="-1">届かない</a></div>');
    await assert.rejects(walk(page, 'CONTROL'), /not reached/);
    await visit.end();
  });
}
