import {
  countOf,
  millisecondsOf,
  shortDateWords,
  thingsWords,
  VERDICT_LABELS,
  type Lane,
  type ReportView,
} from '../present/index.ts';
import { REPORT_LIMITS } from '../report-limits.ts';
import { shortenText } from '../text/index.ts';
import { markup, type Markup, type MarkupPart } from './markup.ts';
import { date, table, verdictBadge } from './piece.ts';

/** Units of the picture; it scales to the page. */
const WIDTH = 960;
const TOP = 44;
const LANE_HEIGHT = 58;
const BAR_TOP = 20;
const BAR_HEIGHT = 18;
const LETTER_WIDTH = 6.6;
const DATE_WIDTH = 72;
const YEAR_MS = 31_556_952_000;
const YEAR_STEPS: readonly number[] = [1, 2, 5, 10, 20, 50, 100];
const TICKS_MAX = 12;
const LABEL_LENGTH_MAX = 110;

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly x: (at: number) => number;
}

function scaleOf(times: readonly number[]): Scale {
  const first = Math.min(...times);
  const last = Math.max(...times);
  const pad = Math.max(YEAR_MS / 2, (last - first) * 0.08);
  const from = first - pad;
  const to = last + pad;
  return { from, to, x: (at) => Math.round(((at - from) / (to - from)) * WIDTH * 10) / 10 };
}

function upright(kind: string, x: number, [from, to]: readonly [number, number]): Markup {
  return markup`<line class="${kind}" x1="${x}" y1="${from}" x2="${x}" y2="${to}"/>`;
}

function yearTicks({ from, to, x }: Scale, height: number): Markup[] {
  const first = Math.ceil(1970 + from / YEAR_MS);
  const last = Math.floor(1970 + to / YEAR_MS);
  const step = YEAR_STEPS.find((one) => (last - first) / one <= TICKS_MAX) ?? 1000;
  const ticks: Markup[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const at = x(Date.UTC(year, 0, 1));
    ticks.push(markup`${upright('grid', at, [TOP - 8, height])}
<text class="faint" x="${at + 3}" y="${TOP - 12}">${year}</text>
`);
  }
  return ticks;
}

/** Words inside a bar, when they have room. */
function barWords(label: string, left: number, right: number, y: number): MarkupPart {
  if (label.length * LETTER_WIDTH + 8 > right - left) return undefined;
  return markup`<text class="inside" x="${left + 5}" y="${y + 13}">${label}</text>`;
}

function segment(verdict: Lane['now'], left: number, right: number, y: number): Markup {
  const { tone, label } = VERDICT_LABELS[verdict];
  const width = Math.max(0, Math.round((right - left) * 10) / 10);
  return markup`<rect class="lane-${tone}" x="${left}" y="${y}"
width="${width}" height="${BAR_HEIGHT}"/>
${barWords(label, left, right, y)}`;
}

interface Edge {
  readonly x: number;
  readonly at: string;
  readonly before: Lane['now'];
}

function edgeLabels(edges: readonly Edge[], y: number): Markup[] {
  return edges.map(({ x, at }, index) => {
    const next = edges[index + 1]?.x ?? WIDTH;
    const isTight = next - x < DATE_WIDTH && x > DATE_WIDTH;
    const anchor = isTight ? 'end' : 'start';
    const left = isTight ? x - 3 : x + 3;
    return markup`${upright('edge', x, [y - 3, y + BAR_HEIGHT + 3])}
<text class="faint" text-anchor="${anchor}"
x="${left}" y="${y + BAR_HEIGHT + 13}">${shortDateWords(at)}</text>`;
  });
}

function laneGroup(lane: Lane, index: number, scale: Scale): Markup {
  const top = TOP + index * LANE_HEIGHT;
  const y = top + BAR_TOP;
  const edges = lane.turns.flatMap(({ at, from }) => {
    const time = millisecondsOf(at);
    return time === undefined ? [] : [{ x: scale.x(time), at, before: from }];
  });
  const bars = edges.map(({ x, before }, at) => segment(before, edges[at - 1]?.x ?? 0, x, y));
  const after = lane.turns.at(-1)?.to ?? lane.now;
  const label = shortenText(`${lane.label}: ${lane.activities}`, LABEL_LENGTH_MAX);
  const last = segment(after, edges.at(-1)?.x ?? 0, WIDTH, y);
  return markup`<g><text class="strong" x="2" y="${top + 13}">${label}</text>
${bars}${last}${edgeLabels(edges, y)}</g>
`;
}

function picture(lanes: readonly Lane[], asOf: string, now: number): Markup {
  const times = lanes.flatMap(({ turns }) => turns.flatMap(({ at }) => millisecondsOf(at) ?? []));
  const scale = scaleOf([...times, now]);
  const height = TOP + lanes.length * LANE_HEIGHT;
  const x = scale.x(now);
  const isRight = x > WIDTH - 120;
  const anchor = isRight ? 'end' : 'start';
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img"
aria-labelledby="timeline-title timeline-text">
<title id="timeline-title">What the rules say, over time</title>
<desc id="timeline-text">One bar for each provision, changing where its answer changes; the
dashed line is the date of the report. The table below says the same.</desc>
${yearTicks(scale, height)}${lanes.map((lane, index) => laneGroup(lane, index, scale))}
${upright('now', x, [TOP - 26, height])}
<text class="strong" text-anchor="${anchor}"
x="${isRight ? x - 4 : x + 4}" y="12">as of ${shortDateWords(asOf)}</text>
</svg>`;
}

function turnRows({ lanes, names }: ReportView): MarkupPart[][] {
  return lanes
    .flatMap((lane) => lane.turns.map((turn) => ({ lane, turn })))
    .toSorted((a, b) => (a.turn.at < b.turn.at ? -1 : Number(a.turn.at > b.turn.at)))
    .map(({ lane, turn }) => [
      date(turn.at),
      [verdictBadge(turn.from), ' becomes ', verdictBadge(turn.to)],
      [
        lane.rule.title === lane.rule.id ? undefined : markup`<p>${lane.rule.title}</p>`,
        markup`<p class="rule">${lane.label}</p>`,
        markup`<p>${lane.activities}</p>`,
      ],
      [
        markup`<p>${thingsWords(lane.findings, names)}</p>`,
        markup`<p class="note">${countOf(lane.findings.length, 'finding', 'findings')}</p>`,
      ],
    ]);
}

/** The picture of dated changes with the table that says the same; nothing without changes. */
export function timelineFigure(view: ReportView, asOf: string): MarkupPart {
  const { lanes } = view;
  const now = millisecondsOf(asOf);
  if (lanes.length === 0 || now === undefined) return undefined;
  const drawn = lanes.slice(0, REPORT_LIMITS.timelineLanesMax);
  const rest = lanes.length - drawn.length;
  const more =
    rest === 0
      ? ''
      : ` ${countOf(rest, 'more provision is', 'more provisions are')} in the table only.`;
  return markup`<figure><figcaption>When answers changed and will change.${more}</figcaption>
<div class="scroll" role="group" tabindex="0" aria-label="Timeline picture">
${picture(drawn, asOf, now)}</div></figure>
${table({
  id: 'timeline-table',
  caption: 'Dated changes, past and to come',
  columns: [
    { title: 'From', kind: 'when' },
    { title: 'Change', kind: 'wide' },
    { title: 'Rule and activities', kind: 'wide' },
    { title: 'Concerns', kind: 'wide' },
  ],
  rows: turnRows(view),
})}`;
}
