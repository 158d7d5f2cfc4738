/** The first lines of the sheet as they are, under the names that the merged heading cells were opened into. */
import type { Inspection } from '@shared/contract/imports.contract';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { columnLetters } from './wizard';

type Line = 'before' | 'heading' | 'data';

function lineOf({ mapping }: Inspection, row: number): Line {
  if (mapping.headerRows.includes(row)) return 'heading';
  return row < mapping.firstDataRow ? 'before' : 'data';
}

function ColumnHead({ column }: { column: Inspection['columns'][number] }) {
  const { t } = useTranslation();
  return (
    <th scope="col" className={column.hidden ? 'qs-sheet-hidden' : undefined}>
      <span className="qs-sheet-letter">{columnLetters(column.index)}</span>
      {column.hidden && <Tag>{t('imports:columns.hidden')}</Tag>}
      <span className="qs-sheet-name">{column.title}</span>
    </th>
  );
}

export function SheetPreview({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  return (
    <section className="qs-sheet" aria-label={t('imports:heading.preview')} data-pane>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('imports:heading.row')}</th>
            {inspection.columns.map((column) => (
              <ColumnHead key={column.index} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {inspection.head.map(({ row, cells }) => (
            <tr key={row} className={`qs-sheet-${lineOf(inspection, row)}`}>
              <th scope="row">
                {row} <span>{t(`imports:heading.line.${lineOf(inspection, row)}`)}</span>
              </th>
              {inspection.columns.map(({ index }) => (
                <td key={index}>{cells[index] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
