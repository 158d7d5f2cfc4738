/** The simple drawing of legal relations: the bank over the borrower, beside them whoever secures the debt. */
import type { Block } from '@shared/domain/documents/blocks';
import { lineUnits, mm, SIZE } from '@shared/domain/documents/typesetting';
import { textWidth } from '../fonts/glyphs';

type Diagram = Extract<Block, { kind: 'diagram' }>;

const BOX_WIDTH = mm(62);
const LINE = 14;

export interface LabelVector {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly lineWidth: number;
  readonly lineColor: string;
  /** Lines written inside by the renderer. */
  readonly label: readonly string[];
  readonly labelSize: number;
}

/** Text broken into lines of `width` pt at the legal places. */
function wrapped(content: string, width: number): string[] {
  const lines: string[] = [];
  for (const unit of lineUnits(content)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last + unit, 'song', false, SIZE.five) <= width)
      lines[lines.length - 1] += unit;
    else lines.push(unit);
  }
  return lines;
}

function box(content: string, x: number, y: number, height: number): LabelVector {
  return {
    type: 'rect',
    x,
    y,
    w: BOX_WIDTH,
    h: height,
    lineWidth: 0.8,
    lineColor: 'black',
    label: wrapped(content, BOX_WIDTH - 10),
    labelSize: SIZE.five,
  };
}

/** Words over a line: a rectangle without ink. */
const caption = (content: string, x: number, y: number, width: number): LabelVector => ({
  type: 'rect',
  x,
  y,
  w: width,
  h: LINE,
  lineWidth: 0,
  lineColor: 'white',
  label: [content],
  labelSize: SIZE.xiaoFive,
});

const stroke = (points: readonly (readonly [number, number])[]) => ({
  type: 'polyline',
  lineWidth: 0.8,
  lineColor: 'black',
  points: points.map(([x, y]) => ({ x, y })),
});

/** Arrow from a party at the right to the bank's column at the left. */
function arrow(fromX: number, toX: number, y: number): unknown[] {
  return [
    stroke([
      [fromX, y],
      [toX, y],
    ]),
    { type: 'polyline', closePath: true, color: 'black', lineWidth: 0.1, points: tip(toX, y, fromX > toX ? 1 : -1) },
  ];
}

const tip = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side * 6, y: y - 2.4 },
  { x: x + side * 6, y: y + 2.4 },
];

/** Bank at the left over the whole height, one row per party at the right, the relation written over its arrow. */
export function diagram(block: Diagram, area: number): Record<string, unknown> {
  const parties = [block.debtor, ...block.others];
  const right = area - BOX_WIDTH;
  const heights = parties.map((tie) => Math.max(30, wrapped(tie.party, BOX_WIDTH - 10).length * LINE + 12));
  const gap = 10;
  const total = heights.reduce((sum, height) => sum + height + gap, -gap);
  let y = 0;
  const rows = parties.flatMap((tie, index) => {
    const height = heights[index] as number;
    const middle = y + height / 2;
    const row = [
      box(tie.party, right, y, height),
      ...arrow(right, BOX_WIDTH, middle),
      caption(tie.relation, BOX_WIDTH, middle - LINE - 1, right - BOX_WIDTH),
    ];
    y += height + gap;
    return row;
  });
  return { canvas: [box(block.creditor, 0, 0, total), ...rows], margin: [0, 8, 0, 10], unbreakable: true };
}
