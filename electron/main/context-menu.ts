import { type ContextMenuParams, clipboard, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/** Offers what every program offers under the second mouse button; Electron by itself offers nothing. */
export function offerContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, about) => {
    const items = contextItems(about, (text) => clipboard.writeText(text));
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}

/**
 * Chooses the items that fit what was clicked on: a field, selected text, a link. A link is copied, never followed.
 *
 * @returns an empty list where nothing fits
 */
export function contextItems(
  { isEditable, selectionText, linkURL, editFlags }: ContextInput,
  copy: (text: string) => void,
): MenuItemConstructorOptions[] {
  const { canCut, canCopy, canPaste, canSelectAll } = editFlags;
  const isWebLink = /^https?:/.test(linkURL);
  return [
    ...(isEditable ? [{ role: 'cut', enabled: canCut } as const] : []),
    ...(isEditable || selectionText.trim() !== '' ? [{ role: 'copy', enabled: canCopy } as const] : []),
    ...(isEditable ? [{ role: 'paste', enabled: canPaste } as const] : []),
    ...(isWebLink ? [{ label: 'Copy link address', click: () => copy(linkURL) }] : []),
    ...(isEditable ? [{ role: 'selectAll', enabled: canSelectAll } as const] : []),
  ];
}

type ContextInput = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'linkURL'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};
