import { ROW_RELATIONS, toFilterWord, type ClaimIndex, type RowCounts } from '../claims/matrix.ts';
import { PLAIN_TABLE, type TableArrangement } from '../link/table-arrangement.ts';
import { useStrings } from '../ui/kit/use-strings.ts';
import { RelationMark } from '../ui/matrix/RelationMark.tsx';
import type { FilterModel } from '../ui/matrix/Toolbar.tsx';
import type { OtherViewProps } from './other-view-props.ts';

interface TableFilters extends OtherViewProps {
  readonly index: ClaimIndex | null;
  readonly counts: RowCounts;
  readonly arrangement: TableArrangement;
  readonly arrange: (change: Partial<TableArrangement>) => void;
}

function toggle<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** The table's filters with what each value would leave, and what takes them all off (null where none is on). */
export function useTableFilters({ model, actions, index, counts, arrangement, arrange }: TableFilters): {
  readonly filters: readonly FilterModel[];
  readonly clear: (() => void) | null;
} {
  const { t, pick } = useStrings();
  const { filter } = arrangement;
  const change = (part: Partial<typeof filter>) => arrange({ filter: { ...filter, ...part } });
  const relations = ROW_RELATIONS.filter(
    (one) => counts.relations.has(one) || filter.relations.includes(one),
  );
  const groups = model.groups.map(({ id, label }) => ({ word: toFilterWord(id), label }));
  const origins = Array.from(index?.origins ?? [])
    .filter(([word]) => counts.origins.has(word) || filter.origins.includes(word))
    .toSorted(([one], [other]) => (counts.origins.get(other) ?? 0) - (counts.origins.get(one) ?? 0));
  const filters: FilterModel[] = [
    {
      name: 'relation',
      chosen: filter.relations.length,
      options: relations.map((value) => ({
        value,
        label: t(`relation.${value}`),
        count: counts.relations.get(value) ?? 0,
        isOn: filter.relations.includes(value),
        sign: <RelationMark relation={value} />,
      })),
      onToggle: (value) => {
        const relation = ROW_RELATIONS.find((one) => one === value);
        if (relation !== undefined) change({ relations: toggle(filter.relations, relation) });
      },
    },
    {
      name: 'group',
      chosen: filter.groups.length,
      options: groups.map(({ word, label }) => ({
        value: word,
        label,
        count: counts.groups.get(word) ?? 0,
        isOn: filter.groups.includes(word),
      })),
      onToggle: (value) => change({ groups: toggle(filter.groups, value) }),
    },
    {
      name: 'origin',
      chosen: filter.origins.length,
      options: origins.map(([word, name]) => ({
        value: word,
        label: pick(name),
        count: counts.origins.get(word) ?? 0,
        isOn: filter.origins.includes(word),
      })),
      onToggle: (value) => change({ origins: toggle(filter.origins, value) }),
    },
    {
      name: 'source',
      chosen: model.shown.length === model.sources.length ? 0 : model.shown.length,
      options: model.sources.map(({ id, name, isOn, claims }) => ({
        value: id,
        label: name,
        count: claims,
        isOn,
      })),
      onToggle: actions.toggleSource,
    },
  ];
  const isFiltered = Object.values(filter).some((values) => values.length > 0);
  return { filters, clear: isFiltered ? () => arrange({ filter: PLAIN_TABLE.filter }) : null };
}
