import assert from 'node:assert/strict';
import { it } from 'node:test';
import { encode } from 'uqr';
import { definition, fillAll, receipt } from '../apply.mjs';
import { audit, walk } from '../audit.mjs';
import { portal, readCard, residents } from '../city.mjs';
import { button, heading, link, visitor } from '../page.mjs';

const resident = residents[1];

/** Begun today, sent in tomorrow, on another device. */
export function draftsJourney(city) {
  it('saves without signing in and goes on elsewhere with the code, once it is sent the code opens nothing', async () => {
    const first = await visitor(city.browser);
    let { page } = first;
    await page.goto(portal + '/?level=guest&online=yes');
    await page.locator('.result-list a').filter({ hasText: '意見' }).first().click();
    await link(page, '申請する').click();
    await page.getByLabel('ご意見の内容').fill('公園に木を増やしてください。𠮷');
    await button(page, '保存して、あとで続ける').click();
    const code = await page.locator('.saving-code').innerText();
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    // The picture says the same as the number, behind a # that no server sees.
    const { data } = encode(`${portal}/resume#${code.replace(/-/g, '')}`, { border: 4 });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    assert.equal(await page.locator('.qr path').getAttribute('d'), squares.join(''));
    await audit(page, 'APPLY', 'saved');
    await first.end();

    const second = await visitor(city.browser);
    ({ page } = second);
    await page.goto(portal + '/resume');
    await heading(page, '続きから申請する');
    await audit(page, 'RESUME');
    await walk(page, 'RESUME');
    await page.getByLabel('保存したときの番号').fill('0000-0000-0000');
    await button(page, '続きを開く').click();
    await page.locator('.notice-error').waitFor();
    await audit(page, 'RESUME', 'none');
    await page.getByLabel('保存したときの番号').fill(code.toLowerCase().replace(/-/g, ' '));
    await button(page, '続きを開く').click();
    await page.locator('.form .field').first().waitFor();
    assert.equal(await page.getByLabel('ご意見の内容').inputValue(), '公園に木を増やしてください。𠮷');
    await fillAll(page, await definition(page, new URL(page.url()).pathname.split('/').pop()));
    await button(page, '意見を送信する').click();
    await heading(page, 'を受け付けました');
    assert.match(await receipt(page), /^\d{12}$/);
    await page.goto(portal + '/resume#' + code.replace(/-/g, ''));
    await heading(page, '続きから申請する');
    await page.waitForFunction(() => location.hash === '');
    await button(page, '続きを開く').click();
    await page.locator('.notice-error').waitFor();
    await second.end();
  });

  it('saves by itself for somebody signed in, tells two screens of each other, and throws away after asking', async () => {
    const phone = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    await phone.page.goto(portal + '/procedures/juminhyo');
    await link(phone.page, 'マイナンバーカードでログインして申請する').click();
    await readCard(phone.page, resident);
    const form = await definition(phone.page, 'juminhyo');
    await phone.page.locator('.form').waitFor();
    await phone.page.getByText('次のページに進むたびに自動で保存されます').waitFor();
    await fillAll(phone.page, form);
    await phone.page.getByText('に保存しました').waitFor();

    const pc = await visitor(city.browser);
    await pc.page.goto(portal + '/applications');
    await link(pc.page, 'マイナンバーカードでログインする').click();
    await readCard(pc.page, resident);
    await pc.page.getByText('書きかけの申請').waitFor();
    await audit(pc.page, 'APPLICATIONS', 'draft');
    await button(pc.page, '続きを入力する').first().click();
    await heading(pc.page, '入力内容の確認');
    await button(pc.page, '保存して、あとで続ける').click();
    await pc.page.getByText('保存しました。').first().waitFor();

    // The phone does not know of the PC's save.
    await phone.page.goBack();
    await button(phone.page, '保存して、あとで続ける').click();
    await phone.page.getByText('保存の前に、ほかの画面で変わっています。').waitFor();
    await audit(phone.page, 'APPLY', 'saved-elsewhere');
    await button(phone.page, 'この画面の内容を残す').click();
    await phone.page.getByText('保存しました。').first().waitFor();

    await pc.page.goto(portal + '/applications');
    await button(pc.page, '書きかけを消す').first().click();
    await button(pc.page, '消す').click();
    await pc.page.locator('.notice-success:focus', { hasText: 'の書きかけを消しました。' }).waitFor();
    await pc.page.getByRole('heading', { name: '書きかけの申請' }).waitFor({ state: 'detached' });

    // The phone does not know that it is gone, and keeps what was typed as a new one.
    await button(phone.page, '保存して、あとで続ける').click();
    await phone.page.locator('.notice:focus', { hasText: 'ほかの画面か端末で送信されたか、消されています。' }).waitFor();
    await audit(phone.page, 'APPLY', 'gone-elsewhere');
    await button(phone.page, '新しい書きかけとして保存する').click();
    await phone.page.locator('.notice-success:focus', { hasText: '保存しました。' }).waitFor();
    await pc.page.goto(portal + '/applications');
    await pc.page.getByRole('heading', { name: '書きかけの申請' }).waitFor();
    await button(pc.page, '書きかけを消す').first().click();
    await button(pc.page, '消す').click();
    await pc.page.getByRole('heading', { name: '書きかけの申請' }).waitFor({ state: 'detached' });
    await phone.end();
    await pc.end();
  });

  it('sees where they are signed in, and signs out everywhere else', async () => {
    const phone = await visitor(city.browser, { viewport: { width: 375, height: 700 } });
    const pc = await visitor(city.browser);
    for (const { page } of [phone, pc]) {
      await page.goto(portal + '/sign-ins');
      await link(page, 'マイナンバーカードでログインする').click();
      await readCard(page, resident);
      await heading(page, 'ログインの記録');
    }
    await pc.page.getByText('（この端末）').waitFor();
    await audit(pc.page, 'SIGN_INS');
    await walk(pc.page, 'SIGN_INS');
    await button(pc.page, 'ほかのすべての端末からログアウトする').click();
    await pc.page.getByText('ほかのすべての端末からログアウトしました。').waitFor();
    await pc.page.getByText('ほかの端末ではログインしていません。').waitFor();
    await audit(pc.page, 'SIGN_INS', 'ended');
    assert.equal((await phone.page.request.get(portal + '/api/applications')).status(), 401);
    await phone.page.goto(portal + '/applications');
    await link(phone.page, 'マイナンバーカードでログインする').waitFor();
    assert.equal((await pc.page.request.get(portal + '/api/applications')).status(), 200);
    await phone.end();
    await pc.end();
  });
}
