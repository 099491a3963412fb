import { ArrowDown, ArrowLeft, ArrowUp, Clipboard } from '@blueprintjs/icons';
import type { ReactElement } from 'react';
import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { useServices } from '#renderer/services/services.ts';
import { Bar, Divide } from '#renderer/ui/Bar.tsx';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { type ArticleStatus, articleStatuses } from '#shared/domain/case-article.ts';
import { STATUS_WORDS } from './queue/Queue.tsx';
import css from './ReaderBar.module.css';

/** The text as it was read, or the capture as it came. */
export type View = 'text' | 'original';

type Props = {
  readonly view: View;
  readonly onView: (view: View) => void;
  /** Null for an article that is not in this case. */
  readonly status: ArticleStatus | null;
  readonly onStatus: (status: ArticleStatus) => void;
  readonly canCite: boolean;
};

const VIEWS: readonly { readonly id: View; readonly name: string }[] = [
  { id: 'text', name: 'Text' },
  { id: 'original', name: 'Original' },
];

/** The bar over the article: back, text or original, status, previous and next. */
export function ReaderBar({ view, onView, status, onStatus, canCite }: Props) {
  return (
    <Bar
      end={
        <>
          {status && (
            <Select
              label="Status of this article"
              hidesLabel
              value={status}
              lines={articleStatuses.map((value) => ({ value, words: STATUS_WORDS[value] }))}
              onChange={onStatus}
            />
          )}
          <Act id="article:previous" icon={<ArrowUp />} label="Previous article" />
          <Act id="article:next" icon={<ArrowDown />} label="Next article" />
        </>
      }
    >
      <Act id="reader:back" icon={<ArrowLeft />} label="Back to Library" keys={useKeysOf('reader:leave')} />
      <div className={css.views} role="tablist" aria-label="View">
        {VIEWS.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`view-${id}`}
            aria-selected={view === id}
            aria-controls="reader-view"
            tabIndex={view === id ? 0 : -1}
            onClick={() => onView(id)}
            onKeyDown={({ key, currentTarget }) => {
              if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
              const other = id === 'text' ? 'original' : 'text';
              onView(other);
              currentTarget.parentElement?.querySelector<HTMLElement>(`#view-${other}`)?.focus();
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <Divide />
      <Act id="passage:cite" icon={<Clipboard />} label="Copy as citation" isOff={!canCite} />
    </Bar>
  );
}

type ActProps = {
  readonly id: string;
  readonly icon: ReactElement;
  readonly label: string;
  readonly isOff?: boolean;
  readonly keys?: string | undefined;
};

function Act({ id, icon, label, isOff, keys }: ActProps) {
  const { commands } = useServices();
  const own = useKeysOf(id);
  return (
    <IconButton
      icon={icon}
      label={label}
      keys={own ?? keys}
      {...(isOff ? { disabled: true, hint: 'Select a passage first' } : {})}
      onClick={() => commands.run(id)}
    />
  );
}
