/** Line icons on a 20-unit grid, drawn for reading from the left. */
const PATHS = {
  close: 'M5 5l10 10M15 5L5 15',
  settings: 'M3 6h9M16 6h1M3 14h1M8 14h9M14 4v4M6 12v4',
  keys: 'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.5v.1',
  print: 'M6 7V3h8v4M6 14H4V7h12v7h-2M6 11h8v6H6z',
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M12.5 12.5L17 17',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.1M3 10h.1M3 15h.1',
  next: 'M8 4l6 6-6 6',
  previous: 'M12 4l-6 6 6 6',
  up: 'M4 12l6-6 6 6',
  down: 'M4 8l6 6 6-6',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  quote: 'M4 5h12M4 10h12M4 15h7',
  note: 'M4 16v-3l9-9 3 3-9 9zM11 6l3 3',
  retry: 'M15.5 8A6 6 0 1 0 16 11M16 4v4h-4',
} as const;

/** Those that point along the line of reading, show lines of text or are a sign that Arabic mirrors: drawn the other way round from the right. */
const DIRECTIONAL: ReadonlySet<IconName> = new Set<IconName>(['next', 'previous', 'list', 'quote', 'keys']);

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

/** A decorative icon; whatever holds it carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      data-directional={DIRECTIONAL.has(name) || undefined}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
