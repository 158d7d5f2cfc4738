/** What the set-up assistant collects, and how it becomes one command. Pure: tested without a screen. */
import type { SetupInput } from '@shared/contract/session.contract';
import type { Role } from '@shared/domain/users/roles';
import { pastedPath } from '../../ui/pastedPath';

export type UnitLevel = 'sub-branch' | 'department';

export interface UnitLine {
  readonly name?: string;
  readonly mark?: string;
  readonly level?: UnitLevel;
}

interface NewPerson {
  readonly name: string;
  readonly display: string;
  readonly password: string;
  readonly repeat: string;
}

/** Values of the whole assistant, under the names of its fields. */
export interface SetupForm {
  readonly dataDir: string;
  readonly bank: {
    readonly name: string;
    readonly creditCode?: string;
    readonly address?: string;
    readonly phone?: string;
    readonly principal?: { readonly name?: string; readonly title?: string };
    readonly account?: { readonly name?: string; readonly number?: string; readonly bank?: string };
  };
  readonly mark: string;
  readonly units: readonly UnitLine[];
  /** Kind word → next number of this year. */
  readonly series: Readonly<Record<string, number | null>>;
  readonly administrator: NewPerson;
  readonly user: NewPerson & { readonly unit?: string; readonly roles: Role[] };
}

export const STEPS = ['folder', 'bank', 'series', 'people', 'summary'] as const;
export type Step = (typeof STEPS)[number];

/** The number series that a branch starts with: pre-litigation reports (论). */
export const SERIES_WORDS = ['论'] as const;

/** Step on which a person can repair what the set-up refused. */
export function stepOfRefusal(code: string): Step {
  if (['folder-network', 'folder-not-empty', 'setup-exists', 'storage-failed'].includes(code)) return 'folder';
  if (code === 'password-weak' || code === 'user-exists' || code === 'unit-unknown') return 'people';
  return 'bank';
}

const DEPARTMENT = /(?:部|科|室|中心)$/;

/** Lines as copied from a table or a text, one unit each: the name, then its mark behind a tab, a comma or spaces. */
export function unitLines(text: string): UnitLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [name, mark = ''] = line.trim().split(/[\t,，、;；]|\s+/);
    if (!name) return [];
    return [{ name, mark: mark.trim().slice(0, 8), level: DEPARTMENT.test(name) ? 'department' : 'sub-branch' }];
  });
}

const text = (value: string | undefined): string => value?.trim() ?? '';

export function setupInput(form: SetupForm): SetupInput {
  const { bank, administrator, user } = form;
  const units = form.units.filter((unit) => text(unit.name) !== '');
  return {
    dataDir: pastedPath(form.dataDir),
    bank: {
      name: text(bank.name),
      creditCode: text(bank.creditCode).toUpperCase(),
      address: text(bank.address),
      phone: text(bank.phone),
      principal: { name: text(bank.principal?.name), title: text(bank.principal?.title) },
      account: {
        name: text(bank.account?.name),
        number: text(bank.account?.number),
        bank: text(bank.account?.bank),
      },
    },
    mark: text(form.mark),
    units: units.map((unit) => ({
      name: text(unit.name),
      mark: text(unit.mark),
      level: unit.level ?? 'sub-branch',
    })),
    administrator: {
      name: text(administrator.name),
      display: text(administrator.display),
      password: administrator.password,
    },
    users: [
      {
        name: text(user.name),
        display: text(user.display),
        unit: text(user.unit),
        roles: user.roles,
        password: user.password,
      },
    ],
    series: Object.fromEntries(SERIES_WORDS.map((word) => [word, { next: form.series[word] ?? 1 }])),
  };
}
