// Writes dist/partner-api.html: what partners' machines may ask us, for whoever connects one. It is made from the
// generated document at each build, and looks like the portal.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { apiPage, problemsOf } from './api-page.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = (name) => readFileSync(join(root, '..', 'docs', 'generated', name), 'utf8');
const page = readFileSync(join(root, 'dist', 'index.html'), 'utf8');
// Tables look as they do in the console.
const sheets = readFileSync(join(root, 'dist', 'staff', 'index.html'), 'utf8').match(/<link rel="stylesheet"[^>]*>/g);
const document = load(generated('openapi/partner.yaml'));

const main = `<main class="wrap">
<div class="heading"><h1>連携用のAPI</h1></div>
<p>市の別のシステムや外部の事業者のシステムが、いしかリンクから読み取るためのAPIです。OpenAPI 3.1の文書から作られています。</p>
<h2>使い方</h2>
<ul>
<li>鍵は、市の担当者が1回だけお渡しします。${'<code>Authorization: Bearer 鍵</code>'} の形で送ってください。</li>
<li>鍵がない、違う、利用の期間の外、失効しているときは401、許可していないことは403が返ります。</li>
<li>使える回数には上限があります。超えると429と、待つ秒数（<code>Retry-After</code>）が返ります。</li>
<li>誤りの本文は <code>application/problem+json</code>（RFC 9457）です。<code>code</code> で見分け、お問い合わせのときは <code>correlationId</code> をお知らせください。</li>
</ul>
<div class="table-scroll" tabindex="0" role="region" aria-label="呼び出しの例"><pre><code>curl -H "Authorization: Bearer 鍵" https://連携用のAPIのホスト${Object.keys(document.paths)[0]}</code></pre></div>
${apiPage(document, problemsOf(generated('problems.md')))}
</main>`;

const made = page
  .replace(/<title>[^<]*<\/title>/, '<title>連携用のAPI｜いしかリンク</title>')
  .replace(/<main[^]*<\/main>/, () => main)
  .replace(/<noscript>[^]*<\/noscript>/, '')
  .replace(/<script[^>]*><\/script>/g, '')
  .replace(/<link rel="modulepreload"[^>]*>/g, '')
  .replace('</head>', sheets.filter((sheet) => !page.includes(sheet)).join('') + '</head>');
writeFileSync(join(root, 'dist', 'partner-api.html'), made);
console.log(`partner-api.html: ${Object.keys(document.paths).length} paths`);
