import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { catalogue } from '../app/catalogue.ts';
import { chooseLanguage, JAPANESE, useLanguage } from '../app/language.ts';
import { useLoad } from '../app/load.ts';
import { hasMoved, rewrite, stepped, usePlace } from '../app/router.ts';
import { SIGNED_OUT } from '../app/session.ts';
import { FACETS, languagesIn, narrow, NO_FILTERS, type SearchIndex } from '../app/search.ts';
import { site } from '../app/site.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import { TextBox } from '../ui/text-box.tsx';
import { Entrances } from './home-entrances.tsx';
import { FilterPanel } from './home-filters.tsx';
import type { Asked } from './home-asked.ts';
import { NothingFound, Results } from './home-results.tsx';

/** Search and entrances by category and life event. */
export function Home() {
  const { query } = usePlace();
  const [signedOut] = useState(query.get(SIGNED_OUT) !== null);
  // At once: a terminal's start page bears no trace of who was there.
  useLayoutEffect(() => {
    if (signedOut) rewrite('/');
  }, []);
  const [asked, setAsked] = useState<Asked>(() => fromAddress(query));
  const address = query.toString();
  // Back, forward and links to "/" change the address without a new screen.
  const shown = useRef(address);
  useEffect(() => {
    // Not at first: what somebody typed meanwhile would go.
    if (shown.current === address) return;
    shown.current = address;
    setAsked(fromAddress(query));
  }, [address]);
  const { loaded, reload } = useLoad('catalogue', catalogue);

  // Safari allows 100 changes of the address per 30 seconds, so it follows the typing at a distance.
  useEffect(() => {
    const timer = setTimeout(() => {
      const wanted = toAddress(asked);
      if (wanted !== '/' + location.search) rewrite(wanted);
    }, 400);
    return () => clearTimeout(timer);
  }, [asked]);

  // What was pressed may be gone now: a tile, 条件をすべて消す. Whoever types keeps their place.
  useEffect(() => {
    if (hasMoved() && document.activeElement === document.body) {
      (document.getElementById('results') ?? document.getElementById('q'))?.focus();
    }
  });

  return (
    <>
      {signedOut && (
        <Notice kind="success" title={site.kiosk ? '利用を終わりました。' : 'ログアウトしました。'} focus>
          {site.kiosk && <p>入力した内容とログインの情報は、この端末からすべて消しました。</p>}
        </Notice>
      )}
      {query.get('signed-in') !== null && (
        <Notice kind="success" title="ログインしました。">
          <p>このタブを閉じて、入力していた元のタブに戻り、もう一度「送信」を押してください。</p>
        </Notice>
      )}
      <div class="hero">
        <Heading title={screens.HOME.title} caption={site.kiosk ? '窓口端末' : undefined} />
        <p>市役所の手続を、ことば・分野・くらしのできごとからさがせます。</p>
        <form
          role="search"
          class="search"
          onSubmit={(event) => {
            event.preventDefault();
            document.getElementById('results')?.focus();
          }}
        >
          <label for="q">さがしたい手続のことば</label>
          <p class="hint" id="q-hint">
            例：住民票、ひっこし、児童手当（ひらがなでもさがせます）
          </p>
          <div class="search-row">
            <TextBox
              id="q"
              type="search"
              autocomplete="off"
              aria-describedby="q-hint"
              value={asked.query}
              onText={(query) => setAsked({ ...asked, query })}
            />
            <button type="submit" class="button button-main">
              さがす
            </button>
          </div>
        </form>
        <p>
          <Link to={screens.RESUME.path}>保存した申請の続きを入力する</Link>
        </p>
      </div>
      <Show loaded={loaded} retry={reload}>
        {(index) => <Readable index={index} asked={asked} change={setAsked} />}
      </Show>
    </>
  );
}

/** The languages in which some procedure can be read, and what was found. */
function Readable(props: { index: SearchIndex; asked: Asked; change: (asked: Asked) => void }) {
  const { index } = props;
  const chosen = useLanguage();
  const languages = languagesIn(index.catalogue);
  return (
    <>
      <LanguageChoice languages={languages} chosen={languages.indexOf(chosen) < 0 ? JAPANESE : chosen} label="手続の名前を読むことば" onChoose={chooseLanguage} />
      <Found {...props} />
    </>
  );
}

function Found(props: { index: SearchIndex; asked: Asked; change: (asked: Asked) => void }) {
  const { index, asked, change } = props;
  const filtered = FACETS.some((facet) => asked.filters[facet] !== '');
  const asking = asked.all || asked.query.trim() !== '' || filtered;
  const hits = index.find(asked.query);
  const narrowed = narrow(hits, asked.filters);
  const found = `${narrowed.length}件`;
  // After the heading's own, with every change: the title says what stands there.
  useEffect(() => {
    if (asking) document.title = `${found}｜${screens.HOME.title}｜${site.name}`;
  });
  return (
    <>
      <p class="visually-hidden" role="status">
        {asking ? <span key={found}>{found}の手続が見つかりました</span> : ''}
      </p>
      {!asking && <Entrances index={index} />}
      {asking && (
        <div class="finder">
          {(hits.length > 0 || filtered) && (
            <FilterPanel
              catalogue={index.catalogue}
              hits={hits}
              filters={asked.filters}
              change={(filters) => change({ ...asked, filters, all: true })}
            />
          )}
          <section class="results" id="results" tabIndex={-1} aria-labelledby="results-title">
            <div class="results-head">
              <h2 id="results-title">
                さがした結果 <span class="count" key={found}>{found}</span>
              </h2>
              <button
                type="button"
                class="as-link"
                onClick={() => {
                  stepped();
                  change({ query: '', filters: NO_FILTERS, all: false });
                }}
              >
                条件をすべて消す
              </button>
            </div>
            {narrowed.length > 0 ? (
              <Results catalogue={index.catalogue} hits={narrowed} />
            ) : (
              <NothingFound index={index} asked={asked} unfiltered={hits.length} change={change} />
            )}
          </section>
        </div>
      )}
    </>
  );
}

function fromAddress(query: URLSearchParams): Asked {
  const filters = { ...NO_FILTERS };
  for (const facet of FACETS) filters[facet] = query.get(facet) ?? '';
  return { query: query.get('q') ?? '', filters, all: query.get('all') !== null };
}

/** Address of a search. */
export function toAddress(asked: Asked): string {
  const pairs: string[] = [];
  if (asked.query !== '') pairs.push('q=' + encodeURIComponent(asked.query));
  for (const facet of FACETS) {
    if (asked.filters[facet] !== '') pairs.push(facet + '=' + encodeURIComponent(asked.filters[facet]));
  }
  if (asked.all && pairs.length === 0) pairs.push('all=1');
  return pairs.length === 0 ? '/' : '/?' + pairs.join('&');
}
