// What every screen must pass: axe without a finding, 320 px without sideways scrolling, and a walk with the Tab key.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runFolder, target } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = join(target, 'screenshots');
mkdirSync(pictures, { recursive: true });

/** Whether a picture is kept of every audited screen, wide and narrow. For people: no test looks at them, and they cost half of an audit. */
const wantsPictures = process.env.E2E_PICTURES === 'yes';

/** The page as it is drawn, with its fonts. */
async function drawn(page, name) {
  if (wantsPictures) return page.screenshot({ path: join(pictures, name + '.png'), fullPage: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  return page.evaluate(`document.fonts.ready.then(${frame})`);
}

const list = join(runFolder, 'audited');

/** Names of the screens that were audited in this run, by whichever process. */
export const auditedScreens = () => new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []);

/** `screen` is a name of the blueprint's, with KIOSK: in front in the kiosk; `state` tells what of it is seen. */
export async function audit(page, screen, state = '') {
  appendFileSync(list, screen + '\n');
  const name = (screen + (state === '' ? '' : '-' + state)).replace(/[^A-Za-z0-9-]/g, '_');
  const size = page.viewportSize();
  await drawn(page, name);
  // Evaluated through the debugger, so that the page's own policy stays as strict as it is. Once for all screens until a page is loaded anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const findings = await page.evaluate(() =>
    window.axe
      // Style sheets are fetched for a rule that is off; media for one that is on.
      .run(document, { resultTypes: ['violations'], preload: { assets: ['media'] }, rules: { 'color-contrast-enhanced': { enabled: false } } })
      .then((result) =>
        result.violations.map((one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      ),
  );
  assert.deepEqual(findings, [], `axe on ${name}`);
  await page.setViewportSize({ width: 320, height: 640 });
  await drawn(page, name + '-320');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${name} is ${wide} px wide at 320 px`);
  await page.setViewportSize(size);
}

/** Tabs through the page: everything that can be operated is reached, and is seen when it is. */
export async function walk(page, name) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
  });
  const wanted = await page.evaluate(() => {
    const groups = new Set();
    let count = 0;
    document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]').forEach((element) => {
      // What is folded away has its place in the page, and nobody sees it.
      if (element.disabled || element.getClientRects().length === 0 || element.closest('details:not([open])')) return;
      if (element.type === 'radio') {
        // Tab stops once at a group of radio buttons; the arrow keys go on inside.
        if (groups.has(element.name)) return;
        groups.add(element.name);
      }
      element.setAttribute('data-walk', String(count++));
    });
    return count;
  });
  const reached = new Set();
  for (let i = 0; i < wanted + 5 && reached.size < wanted; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      // What stays at an edge of the window may not lie over it: neither over its first line nor over its last.
      const covered = [box.top + 2, box.bottom - 2].some((y) => {
        const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), y);
        if (over === null || element.contains(over) || over.contains(element)) return false;
        for (let at = over; at !== null; at = at.parentElement) {
          if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return !at.contains(element);
        }
        return false;
      });
      const group = element.type === 'radio' ? document.querySelector(`[name="${CSS.escape(element.name)}"][data-walk]`) : element;
      return {
        mark: group?.getAttribute('data-walk') ?? null,
        what: element.outerHTML.slice(0, 120),
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight,
        covered,
      };
    });
    if (at === null) continue;
    assert.ok(at.seen, `${name}: focus is not visible on ${at.what}`);
    assert.equal(at.covered, false, `${name}: something lies over ${at.what}`);
    if (at.mark !== null) reached.add(at.mark);
  }
  const missed = await page.evaluate(
    (marks) =>
      Array.from(document.querySelectorAll('[data-walk]'))
        .filter((element) => !marks.includes(element.getAttribute('data-walk')))
        .map((element) => element.outerHTML.slice(0, 120)),
    [...reached],
  );
  assert.deepEqual(missed, [], `${name}: not reached with Tab`);
}
