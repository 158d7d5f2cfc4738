/** Commands on rules and their texts, for the test that each leaves its row in the log. */
import { writeFileSync } from 'node:fs';
import type { RouterClient } from '@orpc/server';
import { present } from '@shared/kernel/assert';
import type { router } from '../../../electron/router';
import { smallPdf } from '../../support/smallPdf';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];

const DOCUMENT = 'B4 不良贷款诉讼管理办法';
const FIGURE = { title: '计算依据', value: '1.00', sentence: '一句话。', lines: [], rules: [], asked: [], asOf: null };
const COLUMNS = ['规则', '条文', '版本', '行', '层级'];

/** `client` is asked for when an act runs; `beside`: a path outside the data folder. */
export function ruleActs(client: () => Client, today: () => string, beside: (name: string) => string): readonly Act[] {
  /** A version of the branch as the program offers it, not yet changed. */
  const draft = async (ruleId = 'litigation/responsible-person') => {
    const { change } = await client().rules.show({ id: ruleId, asOf: today() });
    const start = present(change, 'a rule that the branch may change').start;
    return client().rules.saveDraft({ ruleId, rev: null, draft: start });
  };
  const text = async () => present((await client().regulations.list()).regulations[0], 'an attached text');
  return [
    ['rules.saveDraft', () => draft()],
    ['rules.discardDraft', async () => client().rules.discardDraft(await draft('dunning/first-due'))],
    [
      'rules.returnDraft',
      async () => client().rules.returnDraft({ ...(await draft('litigation/filing-level')), reason: '与会议纪要不符' }),
    ],
    ['rules.printWhy', () => client().rules.printWhy({ ...FIGURE, columns: COLUMNS })],
    [
      'regulations.add',
      () => {
        const path = beside('regulation.pdf');
        writeFileSync(path, smallPdf({ pages: 3 }));
        const named = { document: DOCUMENT, title: DOCUMENT, number: '', effectiveFrom: '2026-01-01' };
        return client().regulations.add({ path, ...named });
      },
    ],
    [
      'regulations.setPages',
      async () => client().regulations.setPages({ ...(await text()), articles: [{ article: '第一条', page: 1 }] }),
    ],
    ['regulations.remove', async () => client().regulations.remove(await text())],
  ];
}
