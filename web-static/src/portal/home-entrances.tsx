import { countBy, NO_FILTERS, type Facet, type Named, type SearchIndex } from '../app/search.ts';
import { Link } from '../ui/link.tsx';

/** The ways in for someone who has no word yet. */
export function Entrances(props: { index: SearchIndex }) {
  const { catalogue } = props.index;
  return (
    <>
      <Tiles index={props.index} title="くらしのできごとからさがす" facet="event" items={catalogue.events} />
      <Tiles index={props.index} title="分野からさがす" facet="category" items={catalogue.categories} />
      <p>
        <Link to="/?all=1" class="button">
          すべての手続を見る（{catalogue.procedures.length}件）
        </Link>
      </p>
    </>
  );
}

function Tiles(props: { index: SearchIndex; title: string; facet: Facet; items: Named[] }) {
  const counts = countBy(props.index.find(''), NO_FILTERS, props.facet);
  const items = props.items.filter((item) => (counts.get(item.id) ?? 0) > 0);
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      <ul class={'tiles tiles-' + props.facet}>
        {items.map((item) => (
          <li key={item.id}>
            <Link to={`/?${props.facet}=${encodeURIComponent(item.id)}`}>
              <span>{item.name}</span>
              <span class="count">{counts.get(item.id)}件</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
