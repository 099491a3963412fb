import { Import, Search } from '@blueprintjs/icons';
import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { LibraryQuery } from '#shared/contracts/library-query.ts';
import { widened } from './query-edits.ts';

/** A case without articles: what belongs here and how it comes in. */
export function EmptyLibrary() {
  const { commands } = useServices();
  const keys = useKeysOf('import:files');
  return (
    <Empty
      icon={<Import size={20} />}
      title="No articles yet"
      action={
        <Button look="primary" keys={keys} showsKeys onClick={() => commands.run('import:files')}>
          Import…
        </Button>
      }
    >
      Web pages and web archives, PDF, documents, mail, tables and plain text come in here: choose files, or drop files
      and folders anywhere on the window. What is read is kept byte for byte.
    </Empty>
  );
}

type NothingMatchesProps = {
  readonly query: LibraryQuery;
  readonly onQuery: (query: LibraryQuery) => void;
  readonly total: number;
};

/** Articles are there, and the filters leave out every one. */
export function NothingMatches({ query, onQuery, total }: NothingMatchesProps) {
  const words = query.words.trim();
  return (
    <Empty
      icon={<Search size={20} />}
      title={words && query.filters.length === 0 ? `No article has “${words}”` : 'No article matches'}
      action={<Button onClick={() => onQuery(widened(query))}>Show all {total.toLocaleString('en')}</Button>}
    >
      {words
        ? 'Words are looked for in title, publisher, byline, language and tags. To look into the texts, search the corpus.'
        : 'The filters leave out every article of the case.'}
    </Empty>
  );
}
