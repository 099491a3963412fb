/** Words that stand together on a page, in points from its upper left corner. */
export type PdfPiece = {
  readonly text: string;
  /** Where its words begin on the left; the base of its letters. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
  /** Degrees by which it is turned: 0, 90, 180 or 270. */
  readonly turn: number;
  /** Written from top to bottom. */
  readonly isVertical: boolean;
  /** A space stood before it. */
  readonly isApart: boolean;
};

/** A rectangle that leads somewhere. */
export type PdfLink = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly address: string;
};

/** What stands on one page. */
export type PdfPage = {
  /** As readers see it: `iv`, `12`. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
  readonly links: readonly PdfLink[];
};
