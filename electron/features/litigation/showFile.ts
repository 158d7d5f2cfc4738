/** A scan that belongs to a case: of an act of its course, or of its evidence. */
import type { CaseFile } from '@shared/domain/litigation/caseFile';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { viewable } from '../documents/viewable';
import { caseOrRefuse } from './readCase';

/** Its name; undefined: no act and no piece of evidence has it. */
function nameOf({ acts, evidence }: CaseFile, sha256: string): string | undefined {
  const ofAct = acts.flatMap(({ files }) => files).find((file) => file.sha256 === sha256);
  return ofAct?.name ?? evidence.find((item) => item.sha256 === sha256)?.name;
}

export interface CaseFileInput {
  readonly id: number;
  readonly sha256: string;
  /** Of a TIFF, from 1. */
  readonly page: number;
}

/** Refusals in order: case-unknown, case-file-unknown, attachment-damaged. */
export async function showCaseFile(services: Services, { store, files }: OpenFolder, input: CaseFileInput) {
  const { id, sha256, page } = input;
  const name = nameOf(caseOrRefuse(store.read, id), sha256) ?? refuse('case-file-unknown', { case: id });
  return { name, ...(await viewable(services, files.get(sha256), page)) };
}
