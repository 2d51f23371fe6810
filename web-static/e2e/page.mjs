// A page that is watched: whatever the browser complains about fails the test.
import assert from 'node:assert/strict';

/** Opens a fresh visitor: own cookies, Japanese, Tokyo time. */
export async function visitor(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 800 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ...options,
  });
  const complaints = [];
  await context.exposeFunction('reportViolation', (text) => complaints.push('CSP: ' + text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation(event.violatedDirective + ' ' + event.blockedURI),
    );
  });
  const page = await context.newPage();
  // Long on purpose: a machine that builds something else at the same time is slow, not wrong.
  page.setDefaultTimeout(45000);
  page.on('pageerror', (error) => complaints.push('exception: ' + error.stack));
  page.on('console', (message) => {
    // An expected 4xx, and a request the test itself breaks, is written to the console by the browser itself; the tests look at what the page makes of it.
    if (message.type() === 'error' && !/the server responded with a status of 4\d\d|net::ERR_FAILED/.test(message.text())) {
      complaints.push('console: ' + message.text());
    }
  });
  page.on('request', (request) => {
    if (!/^(https?:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) complaints.push('left for ' + request.url());
  });
  return {
    page,
    /** Ends the visit and fails on any complaint. */
    async end() {
      await context.close();
      assert.deepEqual(complaints, []);
    },
  };
}

/** The screen's heading, once it says so. */
export async function heading(page, text) {
  await page.locator('h1', { hasText: text }).waitFor();
}

/** A heading further down. */
export async function heading2(page, text) {
  await page.getByRole('heading', { level: 2, name: text, exact: true }).waitFor();
}

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const link = (page, name) => page.getByRole('link', { name, exact: true });

/**
 * As browsers that translate a page do it: every text is replaced by another inside of elements of the browser's, at one stroke or
 * after they stand beside it.
 */
export async function translated(page, atOneStroke = true) {
  await page.evaluate((atOneStroke) => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.filter((text) => text.data.trim() !== '').forEach((text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.appendChild(inner);
      if (atOneStroke) text.parentNode.replaceChild(outer, text);
      else {
        text.parentNode.insertBefore(outer, text);
        text.remove();
      }
    });
  }, atOneStroke);
}

/** Adds an item to a group and waits until it has the keyboard, which would otherwise be taken from the field that is filled next. */
export async function addItem(page, item, id) {
  await button(page, `＋ ${item}を追加`).click();
  await page.waitForFunction((id) => document.getElementById(id)?.contains(document.activeElement), id);
}

/**
 * Presses a button when the session is over, and waits until the page says so. What the page asks in the background may have been
 * told first, and then the button is gone.
 */
export async function pressWhenOver(page, name, said) {
  const notice = page.locator('.notice-warning', { hasText: said });
  await button(page, name).or(notice).first().click();
  await notice.waitFor();
}
