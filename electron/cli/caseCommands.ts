/** case show: one court case with its stage, deadlines and gate. */
import { yuanText } from '@shared/kernel/money';
import type { CliContext, CommonOptions } from './context';
import { printJson, say, withYuan } from './output';

export async function caseShow(context: CliContext, options: CommonOptions, key: string): Promise<void> {
  const file = await context.client.litigation.show({ key });
  const { claimed } = file;
  if (options.json) {
    const { total, ...parts } = claimed;
    const all = { ...(withYuan(parts, yuanText) as object), total: yuanText(total) };
    return printJson({ ...(withYuan(file, yuanText) as object), claimed: all });
  }
  const { gate, deadlines, stage } = file;
  say(`${file.key} ${file.title}：${stage}`);
  for (const { id, state, article } of gate.steps) say(`闸门 ${id}\t${state}\t${article ?? ''}`);
  for (const { kind, day, state } of deadlines) say(`期限 ${day}\t${kind}\t${state}`);
}
