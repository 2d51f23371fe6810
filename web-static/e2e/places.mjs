// Where somebody stands who does not see the screen: after every move the title says what the screen is, and the focus is somewhere.
import assert from 'node:assert/strict';

/** Frames in which a page that is going to come to rest does so, on a slow machine, too. */
const LOOKS = 3000;

/** Watches what is on its way, so that a page can be asked once nothing is. */
export function watch(page) {
  const open = new Set();
  page.on('request', (request) => open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
  return {
    /** Nothing is on its way and nothing is about to be drawn. */
    async settled() {
      let quiet = 0;
      for (let looks = 0; quiet < 3; looks++) {
        if (looks > LOOKS) throw new Error(`${page.url()} does not come to rest; open: ${[...open].map((request) => request.url()).join(' ')}`);
        // Two frames: what an answer changes is drawn in the first, what that drawing starts is asked for by the second.
        const coming = await page.evaluate(
          () =>
            new Promise((drawn) =>
              requestAnimationFrame(() => requestAnimationFrame(() => drawn(document.querySelector('.skeleton') !== null))),
            ),
        );
        quiet = open.size > 0 || coming ? 0 : quiet + 1;
      }
    },
  };
}

/** What is wrong with where somebody stands; null when they know it. */
export async function lostAt(page) {
  return page.evaluate(() => {
    const h1 = document.querySelector('h1');
    if (h1 === null) return 'no h1';
    if (document.querySelectorAll('h1').length > 1) return 'two h1';
    const said = h1.textContent.trim();
    if (document.title.replace(/^エラー：/, '').indexOf(said) !== 0) return `the title is 「${document.title}」 under 「${said}」`;
    const focus = document.activeElement;
    return focus === null || focus === document.body ? `the focus is lost under 「${said}」` : null;
  });
}

/** Moves inside the page, as 戻る does. */
async function moveTo(page, path) {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/** Goes to each path inside the page. */
export async function walkThrough(page, origin, paths) {
  const watched = watch(page);
  await page.goto(origin + paths[0]);
  await watched.settled();
  const wrong = [];
  for (const path of paths.slice(1).concat([paths[0]])) {
    await moveTo(page, path);
    await watched.settled();
    const lost = await lostAt(page);
    if (lost !== null) wrong.push(`${path}: ${lost}`);
  }
  assert.deepEqual(wrong, []);
}

/** What leaves the page or ends the sign-in is not pressed. */
const LEAVES = /ログアウト|印刷|ダウンロード|書き出す|ファイル|ログイン|English|やさしい|続きを入力する/;

/**
 * Presses every button and follows every link of a screen, or of a part of it, each on the screen as it was opened. Nothing is changed
 * by that: the city hall refuses every write with `refusal`, and its sentence must be read.
 */
export async function pressAll(page, address, refusal, within = 'main') {
  const pressable = `:is(${within}) button, :is(${within}) a[href^="/"]`;
  const watched = watch(page);
  const wrong = [];
  let refused = 0;
  const refuse = (route) => {
    const request = route.request();
    if (request.method() === 'GET') return route.continue();
    refused++;
    return route.fulfill({ status: refusal.status, contentType: 'application/problem+json', body: JSON.stringify(refusal) });
  };
  await page.route('**/api/**', refuse);
  const open = async () => {
    await page.goto(address);
    await watched.settled();
  };
  /** Names of what can be pressed: things of one name do one thing. */
  const names = () =>
    page.evaluate((pressable) => {
      const all = Array.from(document.querySelectorAll(pressable))
        // What is folded away has its place in the page, and nobody sees it.
        .filter((element) => element.getAttribute('aria-disabled') !== 'true' && element.getClientRects().length > 0 && !element.closest('details:not([open])'))
        .map((element) => element.textContent.replace(/\d+/g, '0').trim());
      return Array.from(new Set(all));
    }, pressable);
  /** Marks the first of that name; others may have changed the screen meanwhile. */
  const marked = (name) =>
    page.evaluate(
      ([pressable, name]) => {
        const found = Array.from(document.querySelectorAll(pressable)).find((element) => element.textContent.replace(/\d+/g, '0').trim() === name);
        found?.setAttribute('data-press', '');
        return found !== undefined;
      },
      [pressable, name],
    );
  await open();
  for (const name of await names()) {
    if (LEAVES.test(name)) continue;
    await open();
    if (!(await marked(name))) continue;
    const before = refused;
    await page.locator('[data-press]').click();
    await watched.settled();
    const lost = await lostAt(page);
    if (lost !== null) wrong.push(`${address} 「${name}」: ${lost}`);
    const told = await page.locator('body').innerText();
    if (refused > before && !told.includes(refusal.detail)) wrong.push(`${address} 「${name}」: what the city hall said is not read`);
  }
  await page.unroute('**/api/**', refuse);
  return wrong;
}
