/** The numbers of the branch's series with their papers, for LED-11. */
import type { NumberRow } from '@shared/domain/documents/numberRegister';
import type { ReadDb } from '../../database/store';

/** By series, year and sequence; `form` null: of all forms. */
export const takenNumbers = (db: ReadDb, form: string | null): NumberRow[] =>
  db
    .hot(`SELECT document.number, document.title, coalesce(party.name, document.subject_label) AS about,
        issued_on AS issuedOn, app_user.display AS "by", pages, document.status,
        (SELECT count(*) FROM document_print WHERE document_id = document.id AND kind = 'print') AS prints,
        (SELECT reason FROM document_void WHERE document_id = document.id AND state = 'voided') AS voidedFor
      FROM document
      JOIN number_series AS series ON series.id = document.series_id
      JOIN app_user ON app_user.id = document.user_id
      LEFT JOIN party ON party.id = document.party_id
      WHERE document.form = coalesce(?, document.form)
      ORDER BY series.word, series.year, document.sequence`)
    .all(form) as NumberRow[];
