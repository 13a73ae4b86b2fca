import { Drawing } from '@/components/parts/Icon';

const paths = {
  headphones: 'M4 15v-3a8 8 0 0 1 16 0v3M4 15a2 2 0 0 1 4 0v3a2 2 0 0 1-4 0zm12 0a2 2 0 0 1 4 0v3a2 2 0 0 1-4 0z',
  pin: 'M9 4h6l-1 6 3 3v1H7v-1l3-3zM12 14v6',
  muted: 'M6 16h12l-2-3v-3a4 4 0 0 0-8 0v3zM10.5 19a1.5 1.5 0 0 0 3 0M4 4l16 16',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20',
  repeat: 'M5 11a6 6 0 0 1 6-5h7M15 3l3 3-3 3M19 13a6 6 0 0 1-6 5H6M9 21l-3-3 3-3',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7',
} as const;

/** A drawing of the lists, which pages without them need not load. */
export function ListIcon({ name }: { name: keyof typeof paths }) {
  return <Drawing path={paths[name]} />;
}
