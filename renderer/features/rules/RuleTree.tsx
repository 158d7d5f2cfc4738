/** Left side of the rules: how to group, what to search, and the tree; the arrows walk, Enter shows a rule. */
import { SearchOutlined } from '@ant-design/icons';
import type { RuleSource, RuleSummary } from '@shared/contract/rules.contract';
import { Input, Segmented, Tree, type TreeDataNode } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { LayerTag, StatusTag } from '../../ui/RuleTags';
import { useTypedText } from '../../ui/useTypedText';
import { flatNodes, GROUPINGS, type Grouping, type RuleNode, rulesIn, ruleTree } from './ruleTree';

export interface RuleTreeProps {
  readonly rules: readonly RuleSummary[];
  readonly sources: readonly RuleSource[];
  readonly grouping: Grouping;
  readonly search: string;
  readonly selected: string | null;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly onSearch: (text: string) => void;
  readonly onSelect: (id: string) => void;
}

function NodeTitle({ node }: { node: RuleNode }) {
  const { t } = useTranslation();
  const { rule, none, label } = node;
  const version = rule?.version;
  return (
    <span className="qs-rules-node" title={none ?? label}>
      <span className={rule === null && none !== null ? 'qs-rules-none' : undefined}>{label}</span>
      {version?.layer === 'branch' && <LayerTag layer="branch" />}
      <StatusTag status={version?.status} />
      {rule?.draft && <em>{t(`rules:tree.draft.${rule.draft}`)}</em>}
      {rule && !version && <em>{t('rules:status.not-in-force')}</em>}
    </span>
  );
}

const treeData = (nodes: readonly RuleNode[]): TreeDataNode[] =>
  nodes.map((node) => ({
    key: node.key,
    title: <NodeTitle node={node} />,
    // A heading opens and closes; an article without a rule says why when one points at it.
    selectable: node.rule !== null || node.children.length > 0,
    children: treeData(node.children),
  }));

function useNodes({ rules, sources, grouping, search }: RuleTreeProps): RuleNode[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const topic = (key: string) => (i18n.exists(`rules:topic.${key}`) ? t(`rules:topic.${key}`) : key);
    const words = { topic, status: (key: string) => t(`rules:status.${key}`), branch: t('rules:tree.branch') };
    return ruleTree({ rules, sources, grouping, search, words });
  }, [rules, sources, grouping, search, t, i18n]);
}

/** What is open: while searching everything that was found, else what was opened, and the way to the rule on screen. */
function useExpanded(nodes: readonly RuleNode[], { search, selected, grouping }: RuleTreeProps) {
  const [opened, setOpened] = useState<{ for: string; keys: readonly string[] }>({ for: '', keys: [] });
  const mark = `${grouping} ${search}`;
  const way = flatNodes(nodes)
    .filter(({ children }) => flatNodes(children).some(({ rule }) => rule !== null && rule.id === selected))
    .map(({ key }) => key);
  const all = flatNodes(nodes).map(({ key }) => key);
  const keys = opened.for === mark ? opened.keys : search === '' ? way : all;
  return { keys, set: (next: readonly string[]) => setOpened({ for: mark, keys: next }) };
}

export function RuleTree(props: RuleTreeProps) {
  const { t } = useTranslation();
  const { grouping, search, selected, onGrouping, onSearch, onSelect } = props;
  const nodes = useNodes(props);
  const expanded = useExpanded(nodes, props);
  const { inputProps } = useTypedText(search, onSearch);
  const byKey = useMemo(() => new Map(flatNodes(nodes).map((node) => [node.key, node])), [nodes]);
  const data = useMemo(() => treeData(nodes), [nodes]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = selected === null ? null : list.current?.querySelector('.ant-tree-treenode-selected');
    line?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const choose = (key: string): void => {
    const node = byKey.get(key);
    if (node?.rule) onSelect(node.rule.id);
    else if (node)
      expanded.set(
        expanded.keys.includes(key) ? expanded.keys.filter((each) => each !== key) : [...expanded.keys, key],
      );
  };
  return (
    <nav className="qs-rules-tree" data-pane aria-label={t('rules:tree.title')}>
      <Segmented<Grouping>
        block
        size="small"
        value={grouping}
        options={GROUPINGS.map((value) => ({ value, label: t(`rules:tree.by.${value}`) }))}
        onChange={onGrouping}
      />
      <Input
        {...inputProps}
        type="search"
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        aria-label={t('rules:tree.search')}
        placeholder={t('rules:tree.search')}
      />
      <div className="qs-rules-nodes" ref={list}>
        {nodes.length === 0 ? (
          <EmptyState why="filtered" onClearFilter={() => onSearch('')} />
        ) : (
          <Tree
            blockNode
            motion={false}
            treeData={data}
            expandedKeys={[...expanded.keys]}
            onExpand={(keys) => expanded.set(keys.map(String))}
            selectedKeys={[...byKey.values()]
              .filter(({ rule }) => rule !== null && rule.id === selected)
              .map(({ key }) => key)}
            onSelect={(_, { node }) => choose(String(node.key))}
          />
        )}
      </div>
      <p className="qs-rules-count" role="status">
        {t('rules:tree.count', { count: rulesIn(nodes), shown: formatCount(rulesIn(nodes)) })}
      </p>
    </nav>
  );
}
