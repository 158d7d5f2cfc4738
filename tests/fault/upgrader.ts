/** The program that is killed while it upgrades (R11): opens the database of a folder. `--data DIR --key HEX`. */
import { parseArgs } from 'node:util';
import { openSqlite } from '../../electron/database/open';
import { safetyCopy } from '../../electron/database/safetyCopy';
import { dataFolder } from '../../electron/platform/dataFolder';

const text = { type: 'string', default: '' } as const;
const { values } = parseArgs({ options: { data: text, key: text } });
const folder = dataFolder(values.data);
const key = Buffer.from(values.key, 'hex');
openSqlite({ path: folder.database, key, beforeUpgrade: safetyCopy(folder, key) }).close();
