/** What one version lays down, as a table; the row that a question met is marked. Figures stay as the pack writes them. */
import type { RuleBody, RuleVersion } from '@shared/contract/rules.contract';
import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { UNKNOWN } from '../../i18n/format';
import { type RuleWords, useRuleWords } from '../../ui/ruleWords';

interface Line {
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly isMatched: boolean;
}

interface Shown {
  readonly columns: readonly { readonly key: string; readonly title: string; readonly isResult?: boolean }[];
  readonly lines: readonly Line[];
}

type Titles = (key: 'name' | 'value' | 'band' | 'flat' | 'rate' | 'article' | 'item' | 'off' | 'work') => string;

const line = (key: string | number, cells: Line['cells'], isMatched = false): Line => ({
  key: String(key),
  cells,
  isMatched,
});

function tableShown(
  body: Extract<RuleBody, { kind: 'table' }>,
  words: RuleWords,
  title: Titles,
  matched: Matched,
): Shown {
  const results = [...new Set(body.rows.flatMap((row) => Object.keys(row.gives)))];
  const hasArticles = body.rows.some(({ article }) => article !== undefined);
  const condition = (written: string | undefined): string =>
    written === undefined ? UNKNOWN : written.split(' ').map(words.value).join(' ');
  return {
    columns: [
      ...body.inputs.map((name) => ({ key: `when.${name}`, title: words.fact(name) })),
      ...results.map((name) => ({ key: `gives.${name}`, title: words.fact(name), isResult: true })),
      ...(hasArticles ? [{ key: 'article', title: title('article') }] : []),
    ],
    lines: body.rows.map(({ label, when, gives, article }, index) => {
      const conditions = body.inputs.map((name) => [`when.${name}`, condition(when[name])]);
      const given = results.map((name) => [`gives.${name}`, words.value(gives[name])]);
      const cells = { ...Object.fromEntries([...conditions, ...given]), article: article ?? UNKNOWN };
      return line(`${index} ${label}`, cells, matched.has(label));
    }),
  };
}

function shownOf(body: RuleBody, words: RuleWords, title: Titles, matched: Matched): Shown {
  switch (body.kind) {
    case 'value':
      return {
        columns: [
          { key: 'name', title: title('name') },
          { key: 'value', title: title('value'), isResult: true },
        ],
        lines: Object.entries(body.values).map(([name, value]) =>
          line(name, { name: words.fact(name), value: words.value(value) }),
        ),
      };
    case 'tiers':
      return {
        columns: [
          { key: 'band', title: title('band') },
          { key: 'flat', title: title('flat'), isResult: true },
          { key: 'rate', title: title('rate'), isResult: true },
        ],
        lines: body.rows.map(({ label, flat, rate }) =>
          line(label, { band: label, flat, rate: rate ?? UNKNOWN }, matched.has(label)),
        ),
      };
    case 'table':
      return tableShown(body, words, title, matched);
    case 'calendar':
      return {
        columns: [
          { key: 'off', title: title('off') },
          { key: 'work', title: title('work') },
        ],
        lines: [line('days', { off: body.off.join('  '), work: body.work.join('  ') || UNKNOWN })],
      };
    case 'checklist':
      return {
        columns: [
          { key: 'item', title: title('item') },
          { key: 'article', title: title('article') },
        ],
        lines: body.items.map(({ id, text, article }) => line(id, { item: text, article: article ?? UNKNOWN })),
      };
  }
}

/** Labels of the rows that a question met. */
export type Matched = ReadonlySet<string>;
const NONE: Matched = new Set();

export function VersionBody({ version, matched = NONE }: { version: RuleVersion; matched?: Matched }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { columns, lines } = shownOf(version.body, words, (key) => t(`rules:body.${key}`), matched);
  const isUnsure = version.status !== 'verified';
  const cap = version.body.kind === 'tiers' ? version.body.cap : undefined;
  return (
    <>
      <Table<Line>
        size="small"
        className="qs-rules-body"
        pagination={false}
        rowKey="key"
        dataSource={[...lines]}
        scroll={{ x: 'max-content' }}
        rowClassName={({ isMatched }) => (isMatched ? 'qs-rules-matched' : '')}
        columns={columns.map(
          ({ key, title, isResult }): TableColumnType<Line> => ({
            key,
            title,
            className: isResult && isUnsure ? 'qs-rules-unsure' : undefined,
            render: (_, { cells }) => cells[key] ?? UNKNOWN,
          }),
        )}
      />
      {cap !== undefined && <p className="qs-hint">{t('rules:body.cap', { amount: cap })}</p>}
      {isUnsure && <p className="qs-hint">{t(`rules:statusHint.${version.status}`)}</p>}
    </>
  );
}
