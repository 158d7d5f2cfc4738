/** check, demo. */
import { type CliContext, type CommonOptions, passwordFileOf, readPassword } from './context';
import { EXIT, printJson, say, UsageError } from './output';

/** A folder that is not sound ends like any other storage error. */
export async function check(context: CliContext, options: CommonOptions): Promise<number> {
  const report = await context.client.system.check();
  if (options.json) printJson(report);
  else for (const [name, part] of Object.entries(report)) process.stdout.write(`${name}\t${JSON.stringify(part)}\n`);
  return report.ok ? EXIT.done : EXIT.storage;
}

export async function demo(context: CliContext, options: CommonOptions & { loans: string }): Promise<void> {
  const loans = Number(options.loans);
  if (!Number.isInteger(loans)) throw new UsageError('--loans 需要一个整数');
  const result = await context.client.system.demo({ loans, password: readPassword(passwordFileOf(options)) });
  if (options.json) printJson(result);
  else say(`已填入虚构支行：${result.loans} 笔贷款，用户 ${result.users.join('、')}`);
}
