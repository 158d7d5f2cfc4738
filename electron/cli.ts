/** The command line: the same services, rules, rights and audit log as the windows, without a window. */
import { run } from './cli/program';

process.exitCode = await run(process.argv.slice(2));
