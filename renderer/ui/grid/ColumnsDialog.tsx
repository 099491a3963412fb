import { ArrowDown, ArrowUp } from '@blueprintjs/icons';
import { Button, IconButton } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Tick } from '../Ticks.tsx';
import css from './Grid.module.css';
import type { Columns } from './use-columns.ts';

/** Which columns the grid shows, and in which order. Takes effect at once. */
export function ColumnsDialog({ columns, onClose }: { readonly columns: Columns; readonly onClose: () => void }) {
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
            <span className={'push'}>
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
      {columns.all.some(({ column }) => column.yields) && (
        <p className={css.columnNote}>Where there is little room some columns give way. One that you tick stays.</p>
      )}
    </Dialog>
  );
}
