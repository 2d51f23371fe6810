// An OpenAPI document of ours as one page: tables and text that any browser shows, without a script, so that our content
// security policy has nothing to refuse. Redoc and its like bring scripts that write styles of their own.

const escape = (value) => String(value).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const code = (value) => `<code>${escape(value)}</code>`;
const nameOf = (reference) => reference.split('/').pop();
const link = (reference) => `<a href="#${escape(nameOf(reference))}">${code(nameOf(reference))}</a>`;

const LIMITS = {
  enum: (values) => '次のいずれか：' + values.map(code).join('、'),
  format: (format) => '形式 ' + code(format),
  pattern: (pattern) => '書き方 ' + code(pattern),
  contentEncoding: (encoding) => '符号化 ' + code(encoding),
  minLength: (n) => `${n}文字以上`,
  maxLength: (n) => `${n}文字以下`,
  minimum: (n) => `${n}以上`,
  maximum: (n) => `${n}以下`,
  maxItems: (n) => `${n}個以下`,
};

/** What is said elsewhere, or to machines alone. */
const ELSEWHERE = ['type', 'items', '$ref', 'properties', 'required', 'additionalProperties', 'unevaluatedProperties', 'description'];

function type(schema) {
  if (schema.$ref !== undefined) return link(schema.$ref);
  if (schema.type === 'array') return `${type(schema.items)} の配列`;
  if (typeof schema.additionalProperties === 'object') return `名前 → ${type(schema.additionalProperties)}`;
  return code(schema.type);
}

/** What else a value has to be. Something new in our documents must be said here, not left out. */
function limits(schema) {
  const said = [];
  for (const [name, value] of Object.entries(schema)) {
    if (LIMITS[name] !== undefined) said.push(LIMITS[name](value));
    else if (ELSEWHERE.indexOf(name) < 0) throw new Error(`The page of the API cannot say "${name}" yet.`);
  }
  if (schema.description !== undefined) said.push(`<span lang="en">${escape(schema.description)}</span>`);
  return said.join('、');
}

/** Each is a place of its own for whoever moves by places, so each has a name of its own. */
const scrolled = (name, inside) => `<div class="table-scroll" tabindex="0" role="region" aria-label="${escape(name)}">${inside}</div>`;

const table = (name, head, rows) =>
  scrolled(
    name,
    `<table><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>` +
      rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('') +
      '</tbody></table>',
  );

function schema(name, one) {
  const properties = Object.entries(one.properties ?? {});
  const required = one.required ?? [];
  const body =
    properties.length === 0
      ? `<p>${type(one)} ${limits(one)}</p>`
      : limits(one) +
        table(
          name + 'の項目',
          ['項目', '型', '必ずあるか', '決まり'],
          properties.map(([key, value]) => [code(key), type(value), required.indexOf(key) >= 0 ? '必ず' : 'ないことがある', limits(value)]),
        );
  return `<section><h3 id="${escape(name)}">${code(name)}</h3>${body}</section>`;
}

const STATUS = { '4XX': '400番台', '5XX': '500番台' };

function answer(document, status, response) {
  const one = response.$ref === undefined ? response : document.components.responses[nameOf(response.$ref)];
  const content = Object.entries(one.content ?? {}).map(([media, body]) => `${code(media)} ${type(body.schema)}`);
  return [STATUS[status] ?? escape(status), content.join('、') || '本文なし'];
}

function operation(document, path, method, one, shared) {
  const parameters = [...shared, ...(one.parameters ?? [])];
  const parts = [`<h3 id="${escape(one.operationId)}">${code(method.toUpperCase() + ' ' + path)}</h3>`, `<p lang="en">${escape(one.summary)}</p>`];
  // What a key is given by name; the names of accesses are our own.
  if (one['x-scope'] !== undefined) parts.push(`<p>必要な許可：${escape(one['x-scope'])}</p>`);
  if (parameters.length > 0) {
    const rows = parameters.map((p) => [code(p.name), code(p.in), type(p.schema), `${p.required === true ? '必ず' : ''} ${limits({ ...p.schema, description: p.description })}`]);
    parts.push('<h4>パラメータ</h4>', table(one.operationId + 'のパラメータ', ['名前', '場所', '型', '決まり'], rows));
  }
  for (const [media, body] of Object.entries(one.requestBody?.content ?? {})) {
    parts.push(`<h4>送る本文</h4><p>${code(media)} ${type(body.schema)}</p>`);
    if (body.example !== undefined) parts.push(scrolled(one.operationId + 'の例', `<pre><code>${escape(JSON.stringify(body.example, null, 2))}</code></pre>`));
  }
  parts.push('<h4>答え</h4>', table(one.operationId + 'の答え', ['ステータス', '本文'], Object.entries(one.responses).map(([status, response]) => answer(document, status, response))));
  return `<section>${parts.join('')}</section>`;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * The part of the page that is the document.
 *
 * @param problems {code, status, title} of each error
 */
export function apiPage(document, problems) {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => operation(document, path, method, item[method], item.parameters ?? [])),
  );
  const schemas = Object.entries(document.components.schemas).map(([name, one]) => schema(name, one));
  return [
    '<h2>できること</h2>',
    ...operations,
    '<h2>本文の形</h2>',
    ...schemas,
    '<h2>誤りの種類</h2>',
    table('誤りの種類', ['code', 'ステータス', '意味'], problems.map((one) => [code(one.code), escape(one.status), escape(one.title)])),
  ].join('\n');
}

/** The codes of errors as docs/generated/problems.md lists them. */
export function problemsOf(markdown) {
  return [...markdown.matchAll(/^\| `([a-z-]+)` \| (\d+) \| (.*) \|$/gm)].map(([, name, status, title]) => ({ code: name, status, title }));
}
