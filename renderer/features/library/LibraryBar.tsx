import { Clipboard, Filter, FolderOpen, History, Import, ListColumns } from '@blueprintjs/icons';
import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { useServices } from '#renderer/services/services.ts';
import { Bar } from '#renderer/ui/Bar.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { LibraryQuery } from '#shared/contracts/library-query.ts';
import css from './Library.module.css';

type LibraryBarProps = {
  readonly query: LibraryQuery;
  readonly onQuery: (query: LibraryQuery) => void;
  readonly showsHistory: boolean;
};

/** The head of the library: narrow by words, choose columns, bring articles in. */
export function LibraryBar({ query, onQuery, showsHistory }: LibraryBarProps) {
  const { commands } = useServices();
  const run = (id: string) => () => void commands.run(id);
  const keys = {
    filter: useKeysOf('library:filter'),
    history: useKeysOf('library:history'),
    columns: useKeysOf('library:columns'),
    paste: useKeysOf('import:paste'),
    folder: useKeysOf('import:folder'),
    files: useKeysOf('import:files'),
  };
  const end = (
    <>
      <IconButton icon={<Filter />} label="Filter by column" keys={keys.filter} onClick={run('library:filter')} />
      <IconButton
        icon={<History />}
        label="Import history"
        keys={keys.history}
        isPressed={showsHistory}
        onClick={run('library:history')}
      />
      <IconButton
        icon={<ListColumns />}
        label="Columns"
        words="Choose and reorder columns"
        keys={keys.columns}
        onClick={run('library:columns')}
      />
      <Button icon={<Clipboard />} keys={keys.paste} onClick={run('import:paste')}>
        Paste text…
      </Button>
      <Button icon={<FolderOpen />} keys={keys.folder} onClick={run('import:folder')}>
        Import folder…
      </Button>
      <Button icon={<Import />} look="primary" keys={keys.files} onClick={run('import:files')}>
        Import…
      </Button>
    </>
  );
  return (
    <Bar title="Library" end={end}>
      <TextField
        label="Filter by any word"
        hidesLabel
        type="search"
        icon={<Filter />}
        placeholder="Filter by any word"
        value={query.words}
        onChange={(words) => onQuery({ ...query, words })}
        className={css.find}
        dir="auto"
      />
    </Bar>
  );
}
