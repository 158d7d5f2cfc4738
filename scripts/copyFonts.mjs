// Copies the bundled fonts and their licences from the pinned packages to out/fonts (or the folder given).
// The build runs it; electron-builder takes out/fonts as the extra resource `fonts`. No dependencies.
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FILES = [
  ['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf'],
  ['noto-sans-sc', '500Medium', 'NotoSansSC_500Medium.ttf'],
  ['noto-serif-jp', '400Regular', 'NotoSerifJP_400Regular.ttf'],
  ['noto-serif-tc', '400Regular', 'NotoSerifTC_400Regular.ttf'],
];

const root = resolve(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(root, 'out', 'fonts'));
const packages = join(root, 'node_modules', '@expo-google-fonts');

/** Fonts are large and never change under one version: a file of the same size is the same file. */
function copy(from, to) {
  const size = statSync(from).size;
  if (statSync(to, { throwIfNoEntry: false })?.size !== size) copyFileSync(from, to);
}

mkdirSync(target, { recursive: true });
for (const [name, weight, file] of FILES) {
  copy(join(packages, name, weight, file), join(target, file));
  copy(join(packages, name, 'LICENSE_FONT'), join(target, `${name}.OFL.txt`));
}
