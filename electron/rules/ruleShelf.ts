/**
 * Keeps the rules in force. A file with a fault does not load: its last good version stays, and the fault says file and
 * line. So one slip in one article never takes the other rules away.
 */
import { checkRule } from '@shared/rules/checkRule';
import { RuleBook } from '@shared/rules/ruleBook';
import type { PackFault, Rule } from '@shared/rules/ruleTypes';
import { checkIndex, checkIndexedRules, type SourceIndex } from '@shared/rules/sourceIndex';
import type { LastGood } from './lastGood';
import { type PackFile, readPackFiles, rulesFolder } from './packFiles';

export interface LoadedRules {
  readonly book: RuleBook;
  readonly sources: readonly SourceIndex[];
  /** What is wrong with the files as they are now. */
  readonly faults: readonly FaultInForce[];
}

/** `standsIn`: the last good version of the file answers; else its rules are missing. */
export interface FaultInForce extends PackFault {
  readonly standsIn: boolean;
}

const isIndex = (file: PackFile) => file.file.endsWith('/index.json');

/** Rules and indexes of `files`; for a faulty file what `before` had from it. */
export function loadRules(files: readonly PackFile[], before: LoadedRules | null = null): LoadedRules {
  const faults: PackFault[] = [];
  const rules: Rule[] = [];
  const sources: SourceIndex[] = [];
  for (const file of files) {
    if (isIndex(file)) {
      const checked = checkIndex(file.file, file.text);
      const index = checked.ok ? checked.index : before?.sources.find((each) => each.file === file.file);
      if (!checked.ok) faults.push(...checked.faults);
      if (index) sources.push(index);
      continue;
    }
    const checked = checkRule(file.file, file.layer, file.text);
    if (!checked.ok) faults.push(...checked.faults);
    rules.push(...(checked.ok ? [checked.rule] : lastGood(file.file, before)));
  }
  const whole = RuleBook.of(rules);
  faults.push(...whole.faults);
  const book = whole.faults.length === 0 ? whole.book : withoutFaulty(rules, whole.faults, before);
  const known = new Set(book.rules.map((rule) => rule.id));
  for (const index of sources) faults.push(...checkIndexedRules(index, known));
  const held = new Set([...book.rules, ...sources].map(({ file }) => file));
  return { book, sources, faults: faults.map((fault) => ({ ...fault, standsIn: held.has(fault.file) })) };
}

const lastGood = (file: string, before: LoadedRules | null): Rule[] =>
  before?.book.rules.filter((rule) => rule.file === file) ?? [];

/** Files that are sound alone but not together (an id twice, a rule that loosens) stand back as well. */
function withoutFaulty(rules: readonly Rule[], faults: readonly PackFault[], before: LoadedRules | null): RuleBook {
  const faulty = new Set(faults.map((fault) => fault.file));
  const sound = rules.filter((rule) => !faulty.has(rule.file));
  const kept = [...faulty].flatMap((file) => lastGood(file, before));
  const both = RuleBook.of([...sound, ...kept]);
  return both.faults.length === 0 ? both.book : RuleBook.of(sound).book;
}

/** The packs of a folder as they are at the start of the program; what is faulty is taken from `memory`, where it was sound. */
export class RuleShelf {
  readonly current: LoadedRules;

  constructor(folder: string = rulesFolder(), memory: LastGood | null = null) {
    const files = readPackFiles(folder);
    const loaded = loadRules(files);
    if (loaded.faults.length === 0) memory?.keep(files);
    this.current = loaded.faults.length === 0 || memory === null ? loaded : loadRules(files, loadRules(memory.read()));
  }
}
