/** What an update of the household file changed in the figures of a form (gate G-STALE): the list a person checks. */
import type { Draft } from '@shared/contract/documents.contract';

type SourcedFigure = Draft['figures'][number];

export interface FigureChange {
  readonly label: string;
  /** null: the figure was not there before, or is gone now. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The n-th figure of a label is compared with the n-th of the same label: payments of one day share it. */
function byLabel(figures: readonly SourcedFigure[]): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    figures.map(({ label, value }) => {
      const count = (seen.get(label) ?? 0) + 1;
      seen.set(label, count);
      return [count === 1 ? label : `${label} (${count})`, value];
    }),
  );
}

export function figureChanges(before: readonly SourcedFigure[], after: readonly SourcedFigure[]): FigureChange[] {
  const old = byLabel(before);
  const now = byLabel(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((label) => ({ label, before: old.get(label) ?? null, after: now.get(label) ?? null }))
    .filter((change) => change.before !== change.after);
}
