/** What the program itself remembers on this computer, outside the data folder: where the folder is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from './atomicFile';

export interface ProgramSettings {
  readonly dataDir?: string;
}

const file = (userDataDir: string) => join(userDataDir, 'settings.json');

export function readSettings(userDataDir: string): ProgramSettings {
  try {
    return JSON.parse(readFileSync(file(userDataDir), 'utf8')) as ProgramSettings;
  } catch {
    return {};
  }
}

export function writeSettings(userDataDir: string, settings: ProgramSettings): void {
  writeFileAtomic(file(userDataDir), Buffer.from(JSON.stringify(settings)));
}
