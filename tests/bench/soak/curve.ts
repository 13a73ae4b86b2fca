/** One moment of the soak. */
export interface Moment {
  /** Minutes of the browser's clock since the beginning. */
  minute: number;
  /** Megabytes; `null` while it sleeps. */
  page: number;
  worker: number | null;
  nodes: number;
  listeners: number;
  /** Times that the page has rendered itself anew. */
  renders: number;
}

const size = { width: 900, height: 200, left: 60, right: 20, gap: 56 };

interface Line {
  name: string;
  colour: string;
  value(moment: Moment): number | null;
}

/** What is drawn, a picture for each unit. */
const pictures: { unit: string; lines: Line[] }[] = [
  {
    unit: 'Heap after a collection, MB',
    lines: [
      { name: 'page', colour: '#1f5fbf', value: ({ page }) => page },
      { name: 'background', colour: '#a8430f', value: ({ worker }) => worker },
    ],
  },
  { unit: 'Nodes of the page', lines: [{ name: 'nodes', colour: '#1f5fbf', value: ({ nodes }) => nodes }] },
  { unit: 'Listeners', lines: [{ name: 'listeners', colour: '#1f5fbf', value: ({ listeners }) => listeners }] },
];

/** The day as a picture: memory, nodes and listeners by the browser's minute. */
export function drawCurve(title: string, moments: readonly Moment[]): string {
  const height = 40 + pictures.length * (size.height + size.gap);
  const last = moments.at(-1)?.minute ?? 1;
  const across = (minute: number) => size.left + (minute / last) * (size.width - size.left - size.right);
  const parts = pictures.map(({ unit, lines }, at) => {
    const top = 60 + at * (size.height + size.gap);
    const values = moments.flatMap((moment) => lines.map(({ value }) => value(moment) ?? 0));
    const most = Math.max(1, ...values) * 1.1;
    const down = (value: number) => (top + size.height * (1 - value / most)).toFixed(1);
    const marks = [0, 0.5, 1].map((share) => {
      const value = (most / 1.1) * share;
      return `<path d="M${size.left} ${down(value)}H${size.width - size.right}" stroke="#ddd"/><text x="${size.left - 6}" y="${down(value)}" text-anchor="end">${value.toFixed(value < 100 ? 1 : 0)}</text>`;
    });
    const drawn = lines.map(({ name, colour, value }, order) => {
      const points = moments.flatMap((moment) => {
        const here = value(moment);
        return here === null ? [] : [`${across(moment.minute).toFixed(1)},${down(here)}`];
      });
      return `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points.join(' ')}"/><text x="${size.width - 180 + order * 80}" y="${top - 8}" fill="${colour}">${name}</text>`;
    });
    return `<text x="${size.left}" y="${top - 8}">${unit}</text>${marks.join('')}${drawn.join('')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="${size.left}" y="24" font-size="15">${title}</text>${parts.join('')}<text x="${size.width / 2}" y="${height - 12}">${last.toFixed(0)} minutes of the browser’s clock</text></svg>`;
}
