import { useState } from 'preact/hooks';
import { countBy, FACETS, type Catalogue, type Facet, type Filters, type Hit } from '../app/search.ts';

interface Option {
  value: string;
  label: string;
}

/** Filters with the number of procedures each choice would leave. */
export function FilterPanel(props: {
  catalogue: Catalogue;
  hits: Hit[];
  filters: Filters;
  change: (filters: Filters) => void;
}) {
  const { catalogue, hits, filters } = props;
  const [open, setOpen] = useState(false);
  const chosen = FACETS.filter((facet) => filters[facet] !== '').length;
  return (
    <section class={'filters' + (open ? ' filters-open' : '')} aria-label="しぼりこみ">
      <button
        type="button"
        class="button filters-toggle"
        aria-expanded={open}
        aria-controls="filters"
        onClick={() => setOpen(!open)}
      >
        しぼりこみ{chosen > 0 ? `（${chosen}つ選択中）` : ''}
      </button>
      <div id="filters" class="filters-body">
        {FACETS.map((facet) => (
          <Choice
            key={facet}
            facet={facet}
            options={optionsOf(catalogue, facet)}
            counts={countBy(hits, filters, facet)}
            value={filters[facet]}
            change={(value) => props.change({ ...filters, [facet]: value })}
          />
        ))}
      </div>
    </section>
  );
}

function Choice(props: {
  facet: Facet;
  options: Option[];
  counts: Map<string, number>;
  value: string;
  change: (value: string) => void;
}) {
  const { facet, options, counts, value } = props;
  const shown = options.filter((option) => (counts.get(option.value) ?? 0) > 0 || option.value === value);
  if (shown.length === 0) return null;
  const id = 'filter-' + facet;
  return (
    <div class="filter">
      <label for={id}>{TITLES[facet]}</label>
      <select id={id} value={value} onChange={(event) => props.change(event.currentTarget.value)}>
        <option value="">すべて</option>
        {shown.map((option) => (
          <option key={option.value + counts.get(option.value)} value={option.value}>
            {option.label}（{counts.get(option.value) ?? 0}件）
          </option>
        ))}
      </select>
    </div>
  );
}

const TITLES: Record<Facet, string> = {
  category: '分野',
  event: 'くらしのできごと',
  online: '申請のしかた',
  level: 'ログイン',
  fee: '手数料',
  audience: '対象',
  division: '担当',
};

/** Names of the values; those the catalogue does not name are named here. */
export function optionsOf(catalogue: Catalogue, facet: Facet): Option[] {
  const named = (items: Array<{ id: string; name: string }>) =>
    items.map((item) => ({ value: item.id, label: item.name }));
  switch (facet) {
    case 'category':
      return named(catalogue.categories);
    case 'event':
      return named(catalogue.events);
    case 'division':
      return catalogue.divisions.map((one) => ({ value: one.divisionId, label: one.name }));
    case 'online':
      return [
        { value: 'yes', label: 'オンラインで申請できる' },
        { value: 'no', label: '窓口・郵送' },
      ];
    case 'level':
      return [
        { value: 'guest', label: 'ログインなしでできる' },
        { value: 'account', label: 'ログインが必要' },
        { value: 'verified', label: '本人確認が必要' },
      ];
    case 'fee':
      return [
        { value: 'no', label: '無料' },
        { value: 'yes', label: '手数料あり' },
      ];
    case 'audience': {
      const values: string[] = [];
      for (const { audience } of catalogue.procedures) {
        if (values.indexOf(audience) < 0) values.push(audience);
      }
      return values.map((value) => ({ value, label: value }));
    }
  }
}
