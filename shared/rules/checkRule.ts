/** One rule file, from text to a compiled rule: what it must say, and every fault with its line (RUL-05). */
import { addDays, type CalendarDate, isCalendarDate } from '../kernel/calendarDate';
import { isScalar, readInputs, readOutputs, readTableRows, readTiers } from './checkRows';
import { FaultList, isFields, PackCursor } from './packCursor';
import { readPackText } from './packText';
import {
  type CalendarVersion,
  type ChecklistItem,
  HITS,
  type Layer,
  type PackFault,
  RULE_KINDS,
  type Rule,
  type Scalar,
  SELECTING_DATES,
  STATUSES,
  type Tighter,
  type VersionHead,
} from './ruleTypes';

export type CheckedRule =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** `file` is only for messages; `layer` comes from the folder of the pack, not from the file. */
export function checkRule(file: string, layer: Layer, text: string): CheckedRule {
  const read = readPackText(text);
  if (!read.ok) return { ok: false, faults: [{ file, line: read.line, code: 'json', detail: read.message }] };
  const list = new FaultList(file, read.lineOf);
  if (!isFields(read.value)) {
    list.add('', 'field-invalid', 'a rule file is one object');
    return { ok: false, faults: list.faults };
  }
  const rule = readRule(new PackCursor(read.value, '', list), file, layer);
  return list.faults.length > 0 ? { ok: false, faults: list.faults } : { ok: true, rule };
}

function readRule(cursor: PackCursor, file: string, layer: Layer): Rule {
  const id = cursor.text('id');
  if (id && !/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(id))
    cursor.fault('id', 'field-invalid', 'an id is lower-case words joined by hyphens and slashes');
  const head = {
    id,
    title: cursor.text('title'),
    layer,
    file,
    selectedBy: cursor.word('selectedBy', SELECTING_DATES),
  };
  const kind = cursor.word('kind', RULE_KINDS, 'kind-unknown');
  const rule = withVersions(cursor, head, kind);
  checkOrder(cursor, rule.versions);
  cursor.done();
  return rule;
}

function withVersions(
  cursor: PackCursor,
  head: Pick<Rule, 'id' | 'title' | 'layer' | 'file' | 'selectedBy'>,
  kind: Rule['kind'],
): Rule {
  const versions = <T>(body: (version: PackCursor) => T): (VersionHead & T)[] =>
    cursor.objects('versions').map((version) => {
      const whole = { ...readHead(version), ...body(version) };
      version.done();
      return whole;
    });
  switch (kind) {
    case 'value': {
      const tighter = readTighter(cursor);
      const tightens = cursor.optionalText('tightens');
      return { ...head, kind, tighter, tightens, versions: versions((version) => ({ values: readValues(version) })) };
    }
    case 'tiers': {
      const input = cursor.text('input');
      const body = (version: PackCursor) => ({ rows: readTiers(version), cap: version.optionalMoney('cap') });
      return { ...head, kind, input, versions: versions(body) };
    }
    case 'table': {
      const inputs = readInputs(cursor);
      const hit = cursor.raw('hit') === undefined ? 'unique' : cursor.word('hit', HITS);
      const outputs = readOutputs(cursor);
      const body = (version: PackCursor) => ({ rows: readTableRows(version, { inputs, outputs, hit }) });
      return { ...head, kind, inputs, outputs, hit, versions: versions(body) };
    }
    case 'calendar':
      return { ...head, kind, versions: versions(readCalendar) };
    case 'checklist':
      return { ...head, kind, versions: versions((version) => ({ items: readItems(version) })) };
  }
}

function readHead(version: PackCursor): VersionHead {
  for (const name of ['document', 'article'])
    if (version.raw(name) === undefined) version.fault(name, 'article-missing', `a version names its ${name}`);
  return {
    from: version.date('from'),
    ends: version.optionalDate('ends'),
    document: version.optionalText('document') ?? '',
    article: version.optionalText('article') ?? '',
    gist: version.text('gist'),
    status: version.word('status', STATUSES, 'status-unknown'),
    checkedOn: version.date('checkedOn'),
    note: version.optionalText('note'),
    line: version.list.line(version.path),
  };
}

/** Start dates ascend; only the last version may end, so that no day lies between two versions. */
function checkOrder(cursor: PackCursor, versions: readonly VersionHead[]): void {
  versions.forEach((version, index) => {
    const next = versions[index + 1];
    const at = `versions.${index}`;
    if (next && next.from <= version.from)
      cursor.list.add(`versions.${index + 1}.from`, 'versions-overlap', `${next.from} does not follow ${version.from}`);
    if (next && version.ends !== null)
      cursor.list.add(`${at}.ends`, 'versions-gap', 'a version with a successor ends where the next one starts');
    if (version.ends !== null && version.ends < version.from)
      cursor.list.add(`${at}.ends`, 'date-invalid', 'a version does not end before it starts');
  });
}

function readTighter(cursor: PackCursor): Record<string, Tighter> {
  const result: Record<string, Tighter> = {};
  if (cursor.raw('tighter') === undefined) return result;
  for (const [name, raw] of Object.entries(cursor.map('tighter')))
    if (raw === 'less' || raw === 'more') result[name] = raw;
    else cursor.list.add(`tighter.${name}`, 'field-invalid', `${name}: "less" or "more" expected`);
  return result;
}

function readValues(version: PackCursor): Record<string, Scalar> {
  const values: Record<string, Scalar> = {};
  for (const [name, raw] of Object.entries(version.map('values')))
    if (isScalar(raw)) values[name] = raw;
    else version.list.add(`${version.at('values')}.${name}`, 'field-invalid', `${name}: a single value expected`);
  return values;
}

/** Days of one calendar year as `MM-DD` or `MM-DD..MM-DD`. */
function readDays(version: PackCursor, name: string, year: string): Set<CalendarDate> {
  const days = new Set<CalendarDate>();
  const raw = version.raw(name);
  for (const [index, each] of (Array.isArray(raw) ? raw : []).entries()) {
    const [first, last = first] = String(each)
      .split('..')
      .map((day) => `${year}-${day}`) as [CalendarDate, CalendarDate?];
    if (!isCalendarDate(first) || !isCalendarDate(last) || last < first) {
      const detail = `"${each}" is no day or run of days of ${year}`;
      version.fault(`${name}.${index}`, 'date-invalid', `${name}: ${detail}`);
      continue;
    }
    for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return days;
}

function readCalendar(version: PackCursor): Pick<CalendarVersion, 'off' | 'work'> {
  const year = version.date('from').slice(0, 4);
  if (!version.date('from').endsWith('-01-01'))
    version.fault('from', 'date-invalid', 'a calendar version is one year and starts on 1 January');
  const off = readDays(version, 'off', year);
  const work = readDays(version, 'work', year);
  for (const day of work) if (off.has(day)) version.fault('work', 'rows-overlap', `${day} is both off and work`);
  return { off, work };
}

function readItems(version: PackCursor): ChecklistItem[] {
  const seen = new Set<string>();
  return version.objects('items').map((item) => {
    const id = item.text('id');
    if (seen.has(id)) item.fault('id', 'id-duplicate', `item ${id} is written twice`);
    seen.add(id);
    const result = { id, text: item.text('text'), article: item.optionalText('article') };
    item.done();
    return result;
  });
}
