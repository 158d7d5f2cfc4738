/** Every field, choice and finding of the papers of a case has its words in each language (APP-01). */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as applications from '@shared/domain/litigation/papers/applications';
import { attorneyPaper, principalPaper } from '@shared/domain/litigation/papers/authorityPapers';
import type { CasePaper } from '@shared/domain/litigation/papers/casePaper';
import { consentPaper, refusalPaper } from '@shared/domain/litigation/papers/committeePapers';
import { complaintPaper } from '@shared/domain/litigation/papers/complaintPaper';
import { coordinationPaper } from '@shared/domain/litigation/papers/coordinationPaper';
import { dismissalPaper, engagementPaper } from '@shared/domain/litigation/papers/counselPapers';
import { elementComplaint } from '@shared/domain/litigation/papers/elementComplaint';
import { enforcementPaper, resumptionPaper } from '@shared/domain/litigation/papers/enforcementPapers';
import { filingPaper } from '@shared/domain/litigation/papers/filingPaper';
import { opinionPaper } from '@shared/domain/litigation/papers/opinionPaper';
import { releasePaper, settlementPaper } from '@shared/domain/litigation/papers/permitPapers';
import { preservationPaper, renewalPaper } from '@shared/domain/litigation/papers/preservationPaper';
import { describe, expect, it } from 'vitest';

const PAPERS: readonly Pick<CasePaper, 'fields'>[] = [
  ...[engagementPaper, dismissalPaper].map(({ fields }) => ({
    fields: fields.map(({ propose: _, ...field }) => field),
  })),
  ...Object.values(applications),
  ...[attorneyPaper, principalPaper, consentPaper, refusalPaper, complaintPaper, elementComplaint, enforcementPaper],
  ...[resumptionPaper, filingPaper, opinionPaper, coordinationPaper, releasePaper, settlementPaper],
  ...[preservationPaper, renewalPaper],
];

const root = resolve(import.meta.dirname, '../../../..');
const texts = (language: string, file: string) =>
  JSON.parse(readFileSync(resolve(root, `resources/locales/${language}/${file}.json`), 'utf8'));

/** Codes as they stand in the sources of the papers. */
function findingCodes(): string[] {
  const folder = resolve(root, 'shared/domain/litigation/papers');
  const sources = readdirSync(folder).map((name) => readFileSync(resolve(folder, name), 'utf8'));
  return [
    ...new Set(
      sources.flatMap((source) => [...source.matchAll(/noticeOf\(\s*'([a-z-]+)'/g)].map((hit) => hit[1] ?? '')),
    ),
  ];
}

describe.each(['zh-CN', 'zh-TW', 'en'])('%s', (language) => {
  it('has a label for each field and a word for each choice', () => {
    const { casePaper, choice } = texts(language, 'litigation');
    for (const { id, options } of PAPERS.flatMap(({ fields }) => fields)) {
      expect(casePaper.field[id], id).toBeTruthy();
      for (const option of options ?? []) expect(choice[id]?.[option], `${id} ${option}`).toBeTruthy();
    }
  });

  it('has a sentence for each finding', () => {
    const { missing } = texts(language, 'documents');
    const codes = findingCodes();
    expect(codes.length).toBeGreaterThan(40);
    for (const code of codes) expect(missing[code], code).toBeTruthy();
  });
});
