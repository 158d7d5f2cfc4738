/** The trace of a run, kept as references (rule, version, row), with its articles read from the rules again. */
import { articleOf, type TraceLine } from '../../rules/inquiry';
import type { RuleBook } from '../../rules/ruleBook';

const REFERENCE = /^(.+)@(\d{4}-\d{2}-\d{2})(?:#(.*))?$/;

/** A version that the book no longer has (a branch took it back) stays without its article. */
export function linesOfTrace(book: RuleBook, steps: string): TraceLine[] {
  return steps.split('; ').flatMap((reference): TraceLine[] => {
    const match = REFERENCE.exec(reference);
    if (!match) return [];
    const [, rule, from, label] = match as unknown as [string, string, string, string | undefined];
    const found = book.find(rule);
    const version = found?.versions.find((each) => each.from === from);
    const row =
      found?.kind === 'table'
        ? found.versions.find((each) => each.from === from)?.rows.find((each) => each.label === label)
        : undefined;
    return [
      {
        rule,
        version: from,
        article: version ? articleOf(version, row) : '',
        inputs: {},
        ...(label === undefined ? {} : { row: label }),
        ...(version === undefined || version.status === 'verified' ? {} : { status: version.status }),
      },
    ];
  });
}
