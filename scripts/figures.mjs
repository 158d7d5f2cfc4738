/** The figures of reliability, what was reached of them, and whether that is enough: from the lines that tests print. */
import { stripVTControlCharacters } from 'node:util';

/**
 * What is wanted. `least`: so many tried at least; without it all of what the lines count (`12 of 12`). `lines`: how many
 * tests print it, so that one that failed or was left out is missed.
 */
const TARGETS = [
  { id: 'R1', what: 'kill -9 during import, receipt, issue, print job, approve', least: 1000, lines: 5 },
  { id: 'R2', what: 'SIGKILL at every write and fsync of ten key actions', lines: 1 },
  { id: 'R3', what: 'failing system calls in ten key actions', lines: 1 },
  { id: 'R4', what: 'power-cut images', least: 20_000, lines: 1 },
  { id: 'R5', what: 'settings read back', lines: 1 },
  { id: 'R6', what: 'disk full during each key action', lines: 2 },
  { id: 'R7', what: 'one-bit flips detected', least: 2000, lines: 2 },
  { id: 'R8', what: 'wrong databases refused or reported', least: 50, lines: 1 },
  { id: 'R9', what: 'backup killed', least: 200, lines: 1 },
  { id: 'R10', what: 'restore of 50,000 loans, equal, under 10 minutes', least: 50_000, lines: 1 },
  { id: 'R11', what: 'upgrades killed', least: 100, lines: 1 },
  { id: 'R12', what: 'planted people searched in every file', least: 50, lines: 1 },
  { id: 'R13', what: 'key slots: damaged bytes and kills', lines: 4 },
  { id: 'R14', what: 'tamperings with the log found', least: 10_000, lines: 1 },
  { id: 'R15', what: 'commands leave their row', lines: 1 },
  { id: 'R16', what: 'role × command', lines: 1 },
  { id: 'R17', what: "Electron's twenty items and fuses", lines: 2 },
  { id: 'R18', what: '1,000 generated inputs for each entry', lines: 1 },
  { id: 'R19', what: 'mutated import files', least: 10_000, lines: 1 },
  { id: 'R20', what: 'hostile values through every export', least: 5000, lines: 1 },
];

const FIGURE = /^(R\d+) +(\d+)(?: of (\d+))? (.+) · (\d+) bad$/;

/** `R7  1000 one-bit flips of the database detected · 0 bad`; null for any other line. */
export function readFigure(line) {
  const found = FIGURE.exec(stripVTControlCharacters(line).trim());
  if (!found) return null;
  const [, id, done, of, what, bad] = found;
  return { id, done: Number(done), of: of === undefined ? null : Number(of), what, bad: Number(bad) };
}

/** What is missing, in words; empty: reached. */
function shortOf({ least, lines }, figures) {
  if (figures.length === 0) return 'no test printed it';
  const sum = (pick) => figures.reduce((all, figure) => all + pick(figure), 0);
  const [done, bad, all] = [sum(({ done }) => done), sum(({ bad }) => bad), sum(({ of, done }) => of ?? done)];
  if (bad > 0) return `${bad} bad`;
  if (least !== undefined && done < least) return `${done} of ${least}`;
  if (least === undefined && done < all) return `${done} of ${all}`;
  return figures.length < lines ? `${figures.length} of ${lines} tests` : '';
}

/** `said`: everything that was printed, by lines. */
export function figureTable(said) {
  const figures = said.map(readFigure).filter((figure) => figure !== null);
  const rows = TARGETS.flatMap((target) => {
    const own = figures.filter(({ id }) => id === target.id);
    const missing = shortOf(target, own);
    const verdict = missing === '' ? 'reached' : `NOT REACHED (${missing})`;
    const wanted = target.least === undefined ? 'all' : String(target.least);
    return [
      `${target.id.padEnd(4)} ${verdict.padEnd(36)} target ${wanted}: ${target.what}`,
      ...own.map(({ done, of, what, bad }) => `       ${done}${of === null ? '' : ` of ${of}`} ${what} · ${bad} bad`),
    ];
  });
  const reached = TARGETS.filter(
    (target) =>
      shortOf(
        target,
        figures.filter(({ id }) => id === target.id),
      ) === '',
  );
  return ['Figures', ...rows, `${reached.length} of ${TARGETS.length} reached`].join('\n');
}
