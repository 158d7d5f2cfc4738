/** The words of the log for files that the command line writes (Simplified Chinese, like its sentences). */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type LogWords, logWords, type Texts } from '@shared/domain/audit/logWords';
import { rulesFolder } from '../rules/packFiles';

/** Read when an export asks for them: other commands do without. */
export function readLogWords(): LogWords {
  const folder = join(dirname(rulesFolder()), 'locales', 'zh-CN');
  const texts = (file: string): Record<string, Texts> => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const [audit, terms, parties] = [texts('audit.json'), texts('terms.json'), texts('parties.json')];
  return logWords({ audit, roles: terms.role ?? {}, fields: parties.fact ?? {} });
}
