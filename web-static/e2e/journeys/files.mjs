import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, rowOnTheDesk, signInClerk, staff, staffConsole } from '../city.mjs';
import { hand } from '../hand.mjs';
import { button, heading, visitor } from '../page.mjs';

const designer = staff.find((one) => one.roles.includes('DIVISION_ADMINISTRATOR') && one.divisions.includes('shimin'));

const clerk = staff.find((one) => one.roles.includes('REVIEWER') && one.divisions.includes('shimin'));

/** A picture of one point, with as many bytes behind it as a camera leaves there. */
const picture = (bytes) =>
  Buffer.concat([
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    Buffer.alloc(bytes, 7),
  ]);
const file = (name, bytes) => ({ name, mimeType: 'image/png', buffer: picture(bytes) });

/** Publishes a form that asks for files, as a package that was brought along would. */
async function publish(page, procedureId) {
  const send = async (path, data) => {
    const answer = await page.request.post(staffConsole + path, {
      headers: { origin: staffConsole, 'idempotency-key': crypto.randomUUID() },
      data,
    });
    assert.ok(answer.ok(), await answer.text());
  };
  await send('/api/designs', { procedureId, name: '証明の写しの提出', divisionId: 'shimin' });
  await send(`/api/designs/${procedureId}/draft`, {
    revision: 1,
    name: '証明の写しの提出',
    kana: 'しょうめいのうつしのていしゅつ',
    summary: '書類の写しを提出します。',
    category: 'certificates',
    events: [],
    audience: '市民の方',
    needs: [],
    feeText: '無料',
    standardDays: 0,
    level: 'GUEST',
    online: true,
    form: {
      title: '証明の写しの提出',
      pages: [
        {
          id: 'files',
          title: '書類',
          fields: [
            { id: 'what', type: 'text', label: '書類の名前', required: true },
            { id: 'proof', type: 'file', label: '書類の写し', required: true, max: 2, accept: ['png', 'pdf'] },
          ],
        },
      ],
    },
  });
  await send(`/api/designs/${procedureId}/publication`, { revision: 2, change: 'MAJOR', note: '計測' });
}

/** Files with an application. */
export function filesJourney(city) {
  const procedureId = `files-${Date.now()}`;

  let number;

  before(async () => {
    const desk = await visitor(city.browser);
    await signInClerk(desk.page, designer, '/designs');
    await heading(desk.page, '様式');
    await publish(desk.page, procedureId);
    await desk.end();
  });

  const opened = async (options) => {
    const visit = await visitor(city.browser, options);
    await visit.page.goto(`${portal}/apply/${procedureId}`);
    await visit.page.getByLabel('書類の名前').fill('運転免許証');
    return visit;
  };
  const choose = (page, ...files) => page.locator('#f-proof-file').setInputFiles(files);

  it('are sent in parts from a small telephone over a line that breaks, and no part that arrived is sent again', async () => {
    const visit = await opened({ viewport: { width: 320, height: 640 } });
    const { page } = visit;
    const parts = [];
    let broken = false;
    await page.route(/partNumber=/, async (route) => {
      const number = /partNumber=(\d+)/.exec(route.request().url())[1];
      if (route.request().method() === 'PUT' && number === '2' && !broken) {
        broken = true;
        return route.abort();
      }
      if (route.request().method() === 'PUT') parts.push(number);
      return route.continue();
    });
    await choose(page, file('住宅の図面.png', 11000000));
    await page.getByText('通信が切れました。').waitFor();
    await audit(page, 'APPLY', 'file-stopped');
    await button(page, '次へ').click();
    await page.locator('.mistake-summary').getByText('まだ送り終わっていないファイルがあります').waitFor();
    await button(page, '続きを送る').click();
    await page.getByText('届きました。').first().waitFor();
    assert.deepEqual(parts, ['1', '2', '3']);
    await visit.end();
  });

  it('are put in order, taken back, read by name on the check page and belong to the application', async () => {
    const visit = await opened();
    const { page } = visit;
    await choose(page, file('表.png', 10), file('裏.png', 20));
    await page.locator('.file-row').nth(1).getByText('届きました。').waitFor();
    assert.match(await page.locator('.file-row').first().innerText(), /表\.png/);
    await page.getByRole('button', { name: /上へ.*裏/ }).click();
    assert.match(await page.locator('.file-row').first().innerText(), /裏\.png/);
    await page.getByText('ファイルは2個までです。').waitFor();
    await page.getByRole('button', { name: /取り消す.*表/ }).click();
    await page.getByText('届きました。', { exact: true }).waitFor();
    await audit(page, 'APPLY', 'file-sent');
    await walk(page, 'APPLY');
    await button(page, '次へ').click();
    await heading(page, '確認');
    await page.getByText('裏.png').waitFor();
    assert.equal(await page.getByText('表.png').count(), 0);
    await page.locator('.button-main').click();
    number = await receipt(page);
    assert.match(number, /^\d{12}$/);
    await visit.end();
  });

  it('are seen by the clerk page by page, turned, enlarged and saved, and by nobody else', async () => {
    const desk = await visitor(city.browser, { viewport: { width: 1280, height: 800 } });
    const { page } = desk;
    await signInClerk(page, clerk);
    await page.locator('.tabs').waitFor();
    await (await rowOnTheDesk(page, number)).getByRole('link').first().click();
    await page.locator('.case-files .file-name', { hasText: '裏.png' }).waitFor();
    await page.locator('.case-answers dd').getByText('裏.png').waitFor();
    await page.locator('.case-files').getByRole('button', { name: /^見る/ }).click();
    const sheet = page.locator('.viewer-page');
    await page.locator('.viewer').getByText('1ページ中1ページ目').waitFor();
    await page.waitForFunction(() => document.querySelector('canvas.viewer-page')?.width === 1);
    await audit(page, 'CASE', 'file-seen');
    await button(page, '拡大').click();
    await page.locator('.viewer-zoom-150').waitFor();
    await button(page, '右へ回す').click();
    assert.equal(await sheet.getAttribute('aria-label'), '裏.pngの1ページ目');
    await page.locator('.viewer-sheet').focus();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement.id.indexOf('see-') === 0);
    const saved = page.waitForEvent('download');
    await page.locator('.case-files').getByRole('button', { name: /^ダウンロード/ }).click();
    // What the disk calls it depends on the machine; what the city hall calls it does not.
    assert.match(decodeURIComponent(decodeURIComponent((await saved).url())), /filename\*=UTF-8''裏\.png/);
    await desk.end();
  });

  it('are asked for by a question of the console, of some kinds and so many', async () => {
    const desk = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
    const { page } = desk;
    await signInClerk(page, designer, '/designs/' + procedureId);
    const hands = hand(page);
    await page.locator('.b-fields').waitFor();
    await hands.ask('書類・写真（ファイル）', '領収書の写真');
    await hands.type('送れるファイルの数の上限', '5');
    await hands.tick('PDF');
    await audit(page, 'DESIGN', 'file-question');
    await page.locator('.b-saving-saved').waitFor();
    await page.reload();
    await page.locator('.b-outline').getByRole('button', { name: '領収書の写真' }).click();
    assert.equal(await page.getByLabel('送れるファイルの数の上限').inputValue(), '5');
    assert.equal(await page.getByLabel('PDF', { exact: true }).isChecked(), false);
    assert.equal(await page.getByLabel('写真（JPEG）').isChecked(), true);
    await desk.end();
  });

  it('that are none of the kinds or infected are refused in plain words, and nothing typed is lost', async () => {
    const visit = await opened();
    const { page } = visit;
    const html = { name: '書類.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!DOCTYPE html><html><script>1</script></html>') };
    const virus = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
    await choose(page, html, { name: '写真.png', mimeType: 'image/png', buffer: Buffer.concat([picture(1), Buffer.from(virus)]) });
    await page.getByText('送れる種類（PDF、JPEG、PNG）ではありません。').waitFor();
    await page.getByText('ウイルスが見つかった').waitFor();
    await button(page, '次へ').click();
    await page.locator('.mistake-summary').getByText('写真.png：このファイルからウイルスが見つかった').waitFor();
    await page.locator('.mistake-summary').getByText('書類.pdf：このファイルは、送れる種類').waitFor();
    assert.equal(await page.getByLabel('書類の名前').inputValue(), '運転免許証');
    await audit(page, 'APPLY', 'file-refused');
    await visit.end();
  });

  it('for which there is no room are named, and those that fit are sent', async () => {
    const visit = await opened();
    await choose(visit.page, file('一.png', 1), file('二.png', 2), file('三.png', 3));
    await visit.page.getByText('＊三.pngは送っていません。送れるのは2個までです。').waitFor();
    await visit.page.locator('.file-row').nth(1).getByText('届きました。').waitFor();
    await visit.end();
  });

  it('that are empty are refused before anything is sent', async () => {
    const visit = await opened();
    await choose(visit.page, { name: '空.png', mimeType: 'image/png', buffer: Buffer.alloc(0) });
    await visit.page.getByText('このファイルには中身がありません。').waitFor();
    await visit.end();
  });
}
