/** Ties the numbers of a file (contract, receipt, certificate) wherever a paper's text names them (documents.md §2.8). */
import type { Block, DataRow, FormCell, Run } from './blocks';
import { noBreak } from './typesetting';

type Tie = (text: string) => string;

function tieFor(numbers: readonly string[]): Tie {
  // Longest first: a number may be the beginning of another.
  const list = [...new Set(numbers)].filter((number) => number.length > 1).sort((a, b) => b.length - a.length);
  if (list.length === 0) return (text) => text;
  const any = new RegExp(list.map((number) => number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (text) => text.replace(any, (number) => noBreak(number));
}

const tieRuns = (runs: readonly Run[], tie: Tie): Run[] =>
  runs.map((run) => ('text' in run ? { ...run, text: tie(run.text) } : run));

const tieRow = (row: DataRow, tie: Tie): DataRow =>
  row.map((cell) => (typeof cell === 'string' ? tie(cell) : tieRuns(cell, tie)));

const tieCell = (cell: FormCell, tie: Tie): FormCell => ({ ...cell, runs: tieRuns(cell.runs, tie) });

function tieBlock(block: Block, tie: Tie): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: tieRuns(block.runs, tie) };
    case 'note':
    case 'heading':
      return { ...block, text: tie(block.text) };
    case 'formTable':
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => tieCell(cell, tie)) })),
      };
    case 'dataTable':
      return {
        ...block,
        rows: block.rows.map((row) => tieRow(row, tie)),
        ...(block.total ? { total: tieRow(block.total, tie) } : {}),
      };
    default:
      return block;
  }
}

export function tieNumbers(blocks: readonly Block[], numbers: readonly string[]): Block[] {
  const tie = tieFor(numbers);
  return blocks.map((block) => tieBlock(block, tie));
}
