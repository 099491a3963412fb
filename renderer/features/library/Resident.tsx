import { ImportDesk } from './ImportDesk.tsx';

/** The part of the library that is on the desk whatever place is: it brings articles in. */
export function Resident() {
  return <ImportDesk />;
}
