/** The commands and their options (the interface is fixed: names are never changed). */
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { auditExport, auditVerify } from './auditCommands';
import { backupCreate, backupRestore, backupVerify } from './backupCommands';
import { caseShow } from './caseCommands';
import { check, demo } from './checkCommands';
import { type CliContext, type CommonOptions, createContext, signIn } from './context';
import { documentList, documentRender } from './documentCommands';
import { dunningPack, dunningScan } from './dunningCommands';
import { importFile, importUndo } from './importCommands';
import { householdShow, ledger } from './ledgerCommands';
import { EXIT, exitCodeOf, printFailure, say } from './output';
import { due, stats } from './portfolioCommands';
import { ruleEval, ruleList, ruleShow } from './ruleCommands';
import {
  init,
  userAdd,
  userEdit,
  userList,
  userPassword,
  userReactivate,
  userRecover,
  userRecoveryCode,
  userRemove,
  userResetPassword,
} from './userCommands';

type Add = (
  parent: Command,
  signature: string,
  description: string,
  action: Action,
  kind?: { signedIn?: boolean; isDefault?: boolean },
) => Command;

/** What a command does; the exit code where it is not `done`. */
type Action = (context: CliContext, options: never, ...args: string[]) => Promise<void> | Promise<number>;

/** Runs one command; the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command('qingshou')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: say, writeErr: say });
  const add: Add = (parent, signature, description, action, { signedIn = true, isDefault = false } = {}) => {
    const command = parent.command(signature, { isDefault }).description(description);
    command.exitOverride().configureOutput({ writeOut: say, writeErr: say });
    withCommon(command).action(async (...given: unknown[]) => {
      const options = command.opts<CommonOptions>();
      code = await perform(action, options, signedIn, given.slice(0, command.registeredArguments.length) as string[]);
    });
    return command;
  };
  register(program, add);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  return code;
}

function withCommon(command: Command): Command {
  return command
    .option('--data <dir>', 'data folder')
    .option('--json', 'one JSON document on stdout')
    .option('--user <name>', 'who signs in')
    .option('--password-file <file>', 'file with the password');
}

async function perform(action: Action, options: CommonOptions, signedIn: boolean, args: string[]): Promise<number> {
  const context = createContext(options, version);
  try {
    if (signedIn) await signIn(context, options);
    return (await action(context, options as never, ...args)) ?? EXIT.done;
  } catch (error) {
    printFailure(error, options.json === true);
    return exitCodeOf(error);
  } finally {
    await context.services.session.lock();
    await context.services.engine.close();
  }
}

function register(program: Command, add: Add): void {
  add(program, 'init', 'creates a data folder', init, { signedIn: false })
    .option('--setup <file>', 'JSON with bank, units, users')
    .option('--recovery-out <file>', 'where the recovery code is written');
  registerUsers(program, add);
  add(program, 'demo', 'fills an empty data folder with a fictional branch', demo).requiredOption('--loans <n>');
  const imports = program.command('import').description('brings a file in, or takes an import back');
  add(imports, 'file <path>', 'imports a file', importFile, { isDefault: true })
    .option('--kind <kind>', 'what the file lists', 'auto')
    .option('--mapping <name>', 'a remembered column mapping')
    .option('--as-of <date>')
    .option('--dry-run')
    .option('--accept-warnings')
    .option('--create-units')
    .option('--rejects <file>', 'Excel file with the refused rows');
  add(imports, 'undo <batch>', 'takes a whole import back', importUndo);
  add(program, 'ledger', 'detail or summary ledger', ledger)
    .option('--filter <expr>')
    .option('--summary <dims>')
    .option('--limit <n>')
    .option('--out <file>', 'Excel file')
    .option('--reason <text>', 'why it is exported, at least four characters');
  add(program, 'due', 'everything with a deadline, approvals that wait among it', due).option('--until <date>');
  add(program, 'stats', 'ratios of a month with numerators and denominators', stats).requiredOption(
    '--month <month>',
    'YYYY-MM',
  );
  const household = program.command('household').description('household files');
  add(household, 'show <key>', 'the whole file of a household', householdShow);
  const courtCase = program.command('case').description('court cases');
  add(courtCase, 'show <key>', 'a case with stages, deadlines and gate state', caseShow);
  const document = program.command('document').description('forms and papers');
  add(document, 'list', 'the forms', documentList);
  add(document, 'render <form>', 'previews or issues a paper', documentRender)
    .requiredOption('--for <key>')
    .option('--fields <file>', 'JSON of what a person types')
    .option('--issue')
    .requiredOption('--out <file>', '.pdf or .docx');
  registerDunning(program, add);
  const audit = program.command('audit').description('the tamper-evident log');
  add(audit, 'verify', 'proves the whole chain', auditVerify)
    .option('--anchor <file>', 'anchors or an earlier export, kept elsewhere')
    .option('--code <code>', 'the short code on a printed approval: which entry it is');
  add(audit, 'export', 'writes the log to a file', auditExport)
    .requiredOption('--out <file>', '.xlsx for reading, .jsonl for a proof')
    .option('--reason <text>', 'why it is exported, at least four characters', '命令行导出');
  const rule = program.command('rule').description('the rules: no data folder, no sign-in');
  add(rule, 'list', 'rules in force, their versions and articles', ruleList, { signedIn: false });
  add(rule, 'show <id>', 'one rule with all its versions', ruleShow, { signedIn: false });
  add(rule, 'eval [id]', 'evaluates one rule, or a batch', ruleEval, { signedIn: false })
    .option('--facts <file>', 'JSON object; - for standard input')
    .option('--as-of <date>')
    .option('--batch <file>', 'JSON array of {id, facts, asOf?}; - for standard input');
  const backup = program.command('backup').description('verified backups');
  add(backup, 'create', 'makes a backup and packs it into one file', backupCreate).requiredOption(
    '--out <file>',
    '.zip',
  );
  add(backup, 'verify <file>', 'reads every byte of a backup', backupVerify, { signedIn: false });
  add(backup, 'restore <file>', 'restores into an empty data folder', backupRestore, { signedIn: false });
  add(program, 'check', 'integrity of database, attachments and fonts', check);
}

function registerDunning(program: Command, add: Add): void {
  const dunning = program.command('dunning').description('notices and their receipts');
  add(dunning, 'pack', 'who is due; with --issue the notices of the day as one PDF', dunningPack)
    .option('--unit <unit>')
    .option('--officer <name>')
    .option('--area <text>', 'part of the address')
    .option('--until <date>')
    .option('--issue')
    .option('--reason <text>', 'why notices that carry warnings go out all the same')
    .option('--out <file>', '.pdf');
  add(dunning, 'scan <path>', 'files returned scans by their codes', dunningScan);
}

function registerUsers(program: Command, add: Add): void {
  const user = program.command('user').description('users');
  const newPassword = ['--new-password-file <file>', 'file with the new password'] as const;
  add(user, 'add <name>', 'adds a user', userAdd)
    .requiredOption('--display <text>')
    .option('--unit <unit>', 'unit name', '')
    .requiredOption('--roles <list>', 'comma-separated')
    .requiredOption(...newPassword);
  add(user, 'list', 'lists the users', userList);
  add(user, 'edit <name>', 'changes what is given', userEdit)
    .option('--display <text>')
    .option('--unit <unit>', 'unit name')
    .option('--roles <list>', 'comma-separated');
  add(user, 'password', 'changes the own password', userPassword).requiredOption(...newPassword);
  add(user, 'reset-password <name>', 'a temporary password', userResetPassword).requiredOption(...newPassword);
  add(user, 'remove <name>', 'shuts a user out and changes the key', userRemove).requiredOption('--reason <text>');
  add(user, 'reactivate <name>', 'takes a removed user back', userReactivate).requiredOption(...newPassword);
  add(user, 'recover <name>', 'a new password by the recovery code', userRecover, { signedIn: false })
    .requiredOption('--code-file <file>', 'both halves, one on each line')
    .requiredOption(...newPassword)
    .option('--recovery-out <file>', 'where the new recovery code is written');
  add(user, 'recovery-code', 'makes a new recovery code', userRecoveryCode).option(
    '--recovery-out <file>',
    'where the recovery code is written',
  );
}
