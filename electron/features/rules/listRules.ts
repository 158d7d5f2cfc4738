/** All rules in short, with the sources and their articles: what the tree on screen is made of. */
import type { RuleSource, RuleSummary } from '@shared/contract/rules.contract';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import { versionOn } from '@shared/rules/ruleBook';
import type { Rule, VersionHead } from '@shared/rules/ruleTypes';
import type { SourceIndex } from '@shared/rules/sourceIndex';
import type { OpenFolder } from '../../openFolder';
import { type RulesInForce, rulesToRead } from './rulesInForce';
import { listDrafts } from './ruleVersions.repository';

function summary(rule: Rule, rules: RulesInForce, asOf: CalendarDate, draft: RuleSummary['draft']): RuleSummary {
  const { id, title, kind, layer } = rule;
  const found = versionOn<VersionHead>(rule.versions, asOf);
  const version = found && {
    from: found.from,
    document: found.document,
    article: found.article,
    status: found.status,
    layer: rules.layerOf(rule, found.from),
  };
  const words = rule.versions.map(({ document, article, gist }) => `${document}${article} ${gist}`).join(' ');
  return { id, title, kind, layer, version, words, draft };
}

const sourceOf = ({ document, title, file, articles }: SourceIndex): RuleSource => ({
  document,
  title,
  layer: file.startsWith('national/') ? 'national' : 'regulation',
  articles: articles.map(({ article, gist, rules, none }) => ({ article, gist, rules: [...rules], none })),
});

export async function listRules(open: OpenFolder, asOf: CalendarDate) {
  const { read } = open.store;
  const [rules, drafts] = [await rulesToRead(read), await listDrafts(read)];
  const edited = new Map(drafts.map(({ ruleId, returned }) => [ruleId, returned ? 'returned' : 'open'] as const));
  return {
    rules: rules.book.rules.map((rule) => summary(rule, rules, asOf, edited.get(rule.id) ?? null)),
    sources: rules.sources.map(sourceOf),
    faults: rules.faults.map((fault) => ({ ...fault })),
  };
}
