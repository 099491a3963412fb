import { useEffect, useState } from 'react';
import { filesInWords } from '#renderer/services/import/importer.ts';
import {
  FIELD_WORDS,
  hasWords,
  lookAtTable,
  type MappedField,
  proposedMapping,
  withField,
} from '#renderer/services/import/table-mappings.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import type { ChosenMapping } from '#shared/domain/mapping.ts';
import type { TableForm, TableGuess } from '#shared/ingest/tables/table-mapping.ts';
import css from './Import.module.css';

/** Rows of the preview. */
const SHOWN = 5;

const DELIMITERS = [
  { value: ',', words: 'Comma' },
  { value: ';', words: 'Semicolon' },
  { value: '\t', words: 'Tab' },
  { value: '|', words: 'Bar' },
] as const;

const CHARSETS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'windows-1254',
  'koi8-r',
  'gb18030',
  'shift_jis',
] as const;

const HEADERS = [
  { value: 'yes', words: 'Names the columns' },
  { value: 'no', words: 'Is a row like the others' },
] as const;

const NOWHERE = 'kept, not shown';

type MappingDialogProps = {
  /** Tables of unknown columns; the first is shown, those of the same columns go with it. */
  readonly files: readonly ChosenFile[];
  readonly onMapped: (guess: TableGuess, mapping: ChosenMapping) => void;
  readonly onClose: () => void;
};

/** Asks which column of a table is what: delimiter, encoding and head as detected, the first rows to see by. */
export function MappingDialog({ files, onMapped, onClose }: MappingDialogProps) {
  const [file] = files;
  const [form, setForm] = useState<Partial<TableForm> | undefined>(undefined);
  const [guess, setGuess] = useState<TableGuess | null | undefined>(undefined);
  const [mapping, setMapping] = useState<ChosenMapping>({ fields: [] });
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const seen = file ? await lookAtTable(file, form) : null;
      if (isOver) return;
      setGuess(seen);
      if (seen) setMapping(proposedMapping(seen));
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [file, form]);
  const isReady = guess ? hasWords(mapping) : false;
  const acts = (
    <>
      <Button look="primary" disabled={!isReady} onClick={() => guess && onMapped(guess, mapping)}>
        Import with this mapping
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
      <span className={css.push}>
        {isReady ? 'Remembered for files of the same columns' : 'Say which column holds the words'}
      </span>
    </>
  );
  return (
    <Dialog title="Map the columns" onClose={onClose} foot={acts} width={980}>
      <p className={css.mapped}>
        <bdi>{file?.path}</bdi>
        {files.length > 1 && ` and ${filesInWords(files.length - 1)} more`}
      </p>
      {guess === null && (
        <ErrorNote title="Not a table">The file has gone, or holds no rows that could be read.</ErrorNote>
      )}
      {guess?.form && <FormFields form={guess.form} onForm={(change) => setForm({ ...guess.form, ...change })} />}
      {guess && <TablePreview guess={guess} mapping={mapping} onMapping={setMapping} />}
    </Dialog>
  );
}

type FormFieldsProps = { readonly form: TableForm; readonly onForm: (change: Partial<TableForm>) => void };

function FormFields({ form, onForm }: FormFieldsProps) {
  const delimiters = DELIMITERS.some(({ value }) => value === form.delimiter)
    ? DELIMITERS
    : [...DELIMITERS, { value: form.delimiter, words: `“${form.delimiter}”` }];
  const charsets = [...new Set<string>([form.charset, ...CHARSETS])].map((value) => ({ value, words: value }));
  return (
    <div className={css.form}>
      <Select
        label="Delimiter"
        value={form.delimiter}
        lines={delimiters}
        onChange={(delimiter) => onForm({ delimiter })}
      />
      <Select label="Encoding" value={form.charset} lines={charsets} onChange={(charset) => onForm({ charset })} />
      <Select
        label="First row"
        value={form.hasHeader ? 'yes' : 'no'}
        lines={HEADERS}
        onChange={(value) => onForm({ hasHeader: value === 'yes' })}
      />
    </div>
  );
}

type TablePreviewProps = {
  readonly guess: TableGuess;
  readonly mapping: ChosenMapping;
  readonly onMapping: (mapping: ChosenMapping) => void;
};

function TablePreview({ guess: { columns, rows }, mapping, onMapping }: TablePreviewProps) {
  const lines = [
    { value: '', words: NOWHERE },
    ...Object.entries(FIELD_WORDS).map(([value, words]) => ({ value: value as MappedField, words })),
  ] as const;
  const fieldOf = (column: string) => mapping.fields.find((each) => each.column === column)?.field ?? '';
  return (
    <section className={`${css.table} scroll`} aria-label="Preview">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <Select
                  label={column}
                  value={fieldOf(column)}
                  lines={lines}
                  onChange={(field) => onMapping(withField(mapping, column, field === '' ? null : field))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview stand still and have no names
            <tr key={at}>
              {columns.map((column, cell) => (
                <td key={column} dir="auto">
                  {row[cell]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
