import { Filter, ListColumns, PanelStats } from '@blueprintjs/icons';
import type { ReactNode } from 'react';
import { Bar } from './Bar.tsx';
import { IconButton } from './Button.tsx';
import { TextField } from './TextField.tsx';

type ListBarProps = {
  readonly title: string;
  /** What the filter looks through. */
  readonly filterLabel: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly filterClass: string | undefined;
  readonly showsCard: boolean;
  readonly onCard: () => void;
  readonly cardKeys: string | undefined;
  readonly onColumns: () => void;
  /** Acts of the list, before those that every list has. */
  readonly acts?: ReactNode;
  /** Beside the filter. */
  readonly children?: ReactNode;
};

/** The bar over a list with a card: its filter, and the buttons for card and columns. */
export function ListBar(props: ListBarProps) {
  return (
    <Bar
      title={props.title}
      end={
        <>
          {props.acts}
          <IconButton
            icon={<PanelStats />}
            label="Card"
            words="Show or hide the card"
            keys={props.cardKeys}
            isPressed={props.showsCard}
            onClick={props.onCard}
          />
          <IconButton
            icon={<ListColumns />}
            label="Columns"
            words="Choose and reorder columns"
            onClick={props.onColumns}
          />
        </>
      }
    >
      <TextField
        label={props.filterLabel}
        hidesLabel
        type="search"
        icon={<Filter />}
        placeholder={props.filterLabel}
        value={props.words}
        onChange={props.onWords}
        className={props.filterClass}
        dir="auto"
      />
      {props.children}
    </Bar>
  );
}
