import assert from 'node:assert/strict';
import { it } from 'node:test';
import { load } from '../../test/load.mjs';
import { definition, fillAll } from '../apply.mjs';
import { inbox, portal, readCard, residents, signInClerk, staff, staffConsole } from '../city.mjs';
import { codeIn, mailTo } from '../mailbox.mjs';
import { button, heading, link, visitor } from '../page.mjs';
import { lostAt, pressAll, walkThrough, watch } from '../places.mjs';
import { atTerminal } from '../terminal.mjs';

const REFUSAL = { type: 'about:blank', status: 409, code: 'conflict', title: 'ほかの操作が先に行われました。', detail: '申請者が「取下げ」を行いました。' };
const person = (role, division) => staff.find((one) => one.roles.includes(role) && (division === undefined || one.divisions.includes(division)));

const filled = (path, values) => path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? 'none');

/** Whoever does not see the screen knows after every move where they are. */
export function placesJourney(city) {
  const pathsOf = async (file, name, values) => Object.values((await load(file))[name]).map(({ path }) => filled(path, values));

  it('every screen of the portal, for a guest and for whoever is signed in', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const values = { procedureId: 'juminhyo', matter: 'juminhyo' };
    await walkThrough(page, portal, await pathsOf('routes.generated.ts', 'screens', values));
    await page.goto(portal + '/applications');
    await link(page, 'マイナンバーカードでログインする').click();
    await readCard(page, residents[0]);
    await heading(page, '申請状況');
    const { applications } = await (await page.request.get(portal + '/api/applications')).json();
    await walkThrough(page, portal, await pathsOf('routes.generated.ts', 'screens', { ...values, applicationId: applications[0]?.applicationId }));
    await visit.end();
  });

  it('every step of a form, forward, back and from the check page', async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const watched = watch(page);
    const wrong = [];
    const look = async (what) => {
      await watched.settled();
      const lost = await lostAt(page);
      if (lost !== null) wrong.push(`${what}: ${lost}`);
    };
    await page.goto(portal + '/procedures/iken');
    await link(page, '申請する').click();
    await look('the form opens');
    await button(page, '次へ').click();
    await look('mistakes');
    await fillAll(page, await definition(page, 'iken'));
    await look('the check page');
    await button(page, '保存して、あとで続ける').click();
    await look('saved');
    await page.getByRole('button', { name: /^変更/ }).first().click();
    await look('changed from the check page');
    await button(page, '確認画面に戻る').click();
    await look('the check page again');
    await button(page, '戻る').click();
    await look('back');
    await page.goForward();
    await look('forward');
    assert.deepEqual(wrong, []);
    await visit.end();
  });

  it('the way by mail and back, and what was taken over', { skip: inbox === '' }, async () => {
    const visit = await visitor(city.browser);
    const { page } = visit;
    const watched = watch(page);
    const wrong = [];
    const look = async (what) => {
      await watched.settled();
      const lost = await lostAt(page);
      if (lost !== null) wrong.push(`${what}: ${lost}`);
    };
    await page.goto(portal + '/procedures/iken');
    await link(page, '申請する').click();
    await page.locator('.form').waitFor();
    await fillAll(page, await definition(page, 'iken'));
    await button(page, '意見を送信する').click();
    await heading(page, 'を受け付けました');
    await look('sent');
    const code = (await page.locator('section', { hasText: 'アカウントに加えるには' }).locator('.saving-code').innerText()).replace(/-/g, '');
    const address = `moved-${Date.now()}@example.jp`;
    await page.goto(portal + '/sign-in?to=/');
    await link(page, 'メールアドレスでログインする').click();
    await page.locator('#code').waitFor();
    await look('the mail page');
    assert.equal(new URL(page.url()).hash, '');
    await page.locator('#code').fill(address);
    await button(page, '確認番号を送る').click();
    await heading(page, '確認番号の入力');
    await look('the code');
    await page.locator('#code').fill(codeIn(await mailTo(page, address)));
    await button(page, 'ログインする').click();
    await page.waitForURL(portal + '/');
    await page.locator('.who').waitFor();
    await look('signed in by mail');
    await page.goto(portal + '/claim#' + code);
    await button(page, '引き継ぐ').click();
    await heading(page, '申請を引き継ぎました');
    await look('taken over');
    assert.deepEqual(wrong, []);
    await visit.end();
  });

  it('every screen of the terminal at the counter', async () => {
    const visit = await atTerminal(city);
    await walkThrough(
      visit.page,
      portal + '/kiosk',
      (await pathsOf('routes.generated.ts', 'screens', { procedureId: 'juminhyo' })).concat(['/check/juminhyo']),
    );
    await visit.end();
  });

  const DESKS = [
    ['a clerk', person('REVIEWER', 'shimin'), ['/cases', '/cases?state=ACCEPTED', '/cases/{applicationId}', '/visits']],
    ['a designer', person('DIVISION_ADMINISTRATOR', 'shimin'), ['/designs', '/designs/juminhyo', '/designs/juminhyo?tab=publish', '/designs/juminhyo?tab=rules', '/designs/juminhyo?tab=guide', '/designs/juminhyo/versions'],
      // The buttons of its questions are the builder's own journey.
      ['/designs', '/designs/juminhyo?tab=publish', '/designs/juminhyo/versions']],
    ['an administrator of users', person('USER_ADMINISTRATOR'), ['/staff', '/staff/new', '/staff/import', '/staff/{staffId}']],
    ['an administrator of the system', person('SYSTEM_ADMINISTRATOR'), ['/settings', '/divisions', '/terminals', '/partners', '/payment-ways']],
  ];
  for (const [who, one, paths, pressed = paths] of DESKS) {
    it(`every screen and every button of ${who}; what the city hall refuses is read in its words`, async () => {
      const visit = await visitor(city.browser, { viewport: { width: 1280, height: 900 } });
      const { page } = visit;
      await signInClerk(page, one, paths[0]);
      await page.locator('.who').waitFor();
      const ask = async (path) => (await page.request.get(staffConsole + path)).json();
      const values = {};
      if (who === 'a clerk') values.applicationId = (await ask('/api/cases?state=SUBMITTED')).cases[0].applicationId;
      if (who === 'an administrator of users') values.staffId = (await ask('/api/staff')).staff[0].staffId;
      await walkThrough(page, staffConsole, paths.map((path) => filled(path, values)));
      const wrong = [];
      for (const path of pressed) {
        const within = path.includes('?tab=') ? '.b-work' : 'main';
        wrong.push(...(await pressAll(page, staffConsole + filled(path, values), REFUSAL, within)));
      }
      assert.deepEqual(wrong, []);
      await visit.end();
    });
  }
}
