/** Adds colleagues with further roles to a sample branch by the command line, before the program opens it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@shared/domain/users/roles';
import { PASSWORD } from './firstRun';
import { ROOT } from './launch';

export type Colleague = readonly [name: string, display: string, role: Role];

export function addColleagues(dataFolder: string, colleagues: readonly Colleague[]): void {
  const own = mkdtempSync(join(tmpdir(), 'qingshou-colleagues-'));
  const password = join(own, 'password');
  writeFileSync(password, PASSWORD);
  const common = ['--data', dataFolder, '--user', 'admin', '--password-file', password];
  for (const [name, display, role] of colleagues) {
    const user = ['user', 'add', name, '--display', display, '--roles', role, '--new-password-file', password];
    execFileSync(process.execPath, [join(ROOT, 'out/main/cli.js'), ...user, ...common], {
      stdio: 'pipe',
      env: { ...process.env, XDG_CONFIG_HOME: own },
    });
  }
  rmSync(own, { recursive: true, force: true });
}
