import { ArrowDown, ArrowUp } from '@blueprintjs/icons';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Tick } from '#renderer/ui/Ticks.tsx';
import css from './Library.module.css';
import type { ColumnState } from './use-column-state.ts';

/** Which columns the grid shows, and in which order. Takes effect at once. */
export function ColumnsDialog({ columns, onClose }: { readonly columns: ColumnState; readonly onClose: () => void }) {
  const foot = (
    <>
      <Button look="primary" onClick={onClose}>
        Close
      </Button>
      <Button look="plain" onClick={columns.reset}>
        As at first
      </Button>
    </>
  );
  return (
    <Dialog title="Columns" onClose={onClose} foot={foot} width={360}>
      <ul className={css.columnList}>
        {columns.all.map(({ column: { id, name }, isShown, canHide }, at) => (
          <li key={id}>
            <Tick checked={isShown} disabled={!canHide} onChange={(isOn) => columns.setShown(id, isOn)}>
              {name}
            </Tick>
            <span className={css.push}>
              <IconButton
                icon={<ArrowUp size={14} />}
                label={`Move ${name} to the left`}
                isSmall
                disabled={at === 0}
                onClick={() => columns.move(id, -1)}
              />
              <IconButton
                icon={<ArrowDown size={14} />}
                label={`Move ${name} to the right`}
                isSmall
                disabled={at === columns.all.length - 1}
                onClick={() => columns.move(id, 1)}
              />
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
