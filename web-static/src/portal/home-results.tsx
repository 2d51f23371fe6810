import { useEffect } from 'preact/hooks';
import { newKey, resident } from '../app/api.ts';
import { told, useLanguage } from '../app/language.ts';
import { pathOf } from '../app/router.ts';
import {
  FACETS,
  NO_FILTERS,
  type Catalogue,
  type CatalogueEntry,
  type Hit,
  type SearchIndex,
} from '../app/search.ts';
import { screens } from '../routes.generated.ts';
import { Link } from '../ui/link.tsx';
import { Contact } from '../ui/notices.tsx';
import type { Asked } from './home-asked.ts';

export function Results(props: { catalogue: Catalogue; hits: Hit[] }) {
  return (
    <ul class="result-list">
      {props.hits.map(({ entry }) => (
        <Result key={entry.id} catalogue={props.catalogue} entry={entry} />
      ))}
    </ul>
  );
}

function Result(props: { catalogue: Catalogue; entry: CatalogueEntry }) {
  const { entry } = props;
  const language = useLanguage();
  const name = told(entry.texts, language, 'name', entry.name);
  const summary = told(entry.texts, language, 'summary', entry.summary);
  const division = props.catalogue.divisions.filter((one) => one.divisionId === entry.divisionId)[0];
  return (
    <li>
      <h3 lang={name.lang}>
        <Link to={pathOf(screens.PROCEDURE.path, { procedureId: entry.id })}>{name.text}</Link>
      </h3>
      <p lang={summary.lang}>{summary.text}</p>
      <ul class="tags">
        <li class={entry.online ? 'tag-online' : ''}>{entry.online ? 'オンライン申請' : '窓口・郵送'}</li>
        {entry.online && <li>{entry.level === 'guest' ? 'ログイン不要' : 'ログインが必要'}</li>}
        <li>{entry.fee ? '手数料あり' : '無料'}</li>
        {division && <li>{division.name}</li>}
      </ul>
    </li>
  );
}

/** Milliseconds without a key press after which a search counts as meant. */
const TYPED_OUT = 3000;

/** What this page has told already; staff count words, not people. */
const reported = new Set<string>();

/** Never a dead end: loosen the filters, similar names, or a person at the counter. */
export function NothingFound(props: {
  index: SearchIndex;
  asked: Asked;
  unfiltered: number;
  change: (asked: Asked) => void;
}) {
  const { index, asked, unfiltered } = props;
  const filtered = FACETS.some((facet) => asked.filters[facet] !== '');
  const similar = index.similar(asked.query, 5);
  const word = unfiltered === 0 ? asked.query.trim() : '';
  useEffect(() => {
    if (word === '' || reported.has(word)) return;
    // Whoever still types has not looked for this.
    const timer = setTimeout(() => {
      reported.add(word);
      void resident('reportUnfoundWord', { body: { word }, key: newKey() });
    }, TYPED_OUT);
    return () => clearTimeout(timer);
  }, [word]);
  return (
    <div class="nothing">
      <p>
        {asked.query.trim() !== '' ? `「${asked.query.trim()}」` : 'この条件'}に合う手続は見つかりませんでした。
      </p>
      {filtered && unfiltered > 0 && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => props.change({ ...asked, filters: NO_FILTERS })}
          >
            しぼりこみを外してさがす（{unfiltered}件）
          </button>
        </p>
      )}
      {similar.length > 0 && (
        <>
          <h3>近いことばの手続</h3>
          <ul class="result-list">
            {similar.map((entry) => (
              <Result key={entry.id} catalogue={index.catalogue} entry={entry} />
            ))}
          </ul>
        </>
      )}
      <h3>こんなさがし方もあります</h3>
      <ul>
        <li>ことばを短くする、別の言い方にする（例：「引越」→「住所」）</li>
        <li>
          <Link to="/">分野やくらしのできごとからさがす</Link>
        </li>
        <li>
          <Link to="/?all=1">すべての手続を見る</Link>
        </li>
      </ul>
      <Contact />
    </div>
  );
}
