// The hand of somebody at a screen, which counts how often it has to do something.

/** Each of its functions is one thing that a person does. */
export function hand(page) {
  const own = {
    done: 0,
    async press(name, within = page) {
      own.done++;
      await within.getByRole('button', { name }).first().click();
    },
    async type(label, text, within = page) {
      own.done++;
      await within.getByLabel(label, { exact: typeof label === 'string' }).first().fill(text);
    },
    async choose(label, option, within = page) {
      own.done++;
      await within.getByLabel(label, { exact: true }).first().selectOption({ label: option });
    },
    async tick(label, within = page) {
      own.done++;
      await within.getByLabel(label).first().click();
    },
    async tab(name) {
      own.done++;
      await page.locator('.tabs').getByRole('link', { name, exact: true }).click();
    },
    /** The question that is open in the form builder gets this name; another is added before. */
    async ask(kind, label) {
      await own.choose('加える質問', kind);
      await own.press(/^質問を加える/, page.locator('.b-page'));
      await own.type('質問の文', label, page.locator('.b-field-open').last());
    },
  };
  return own;
}
