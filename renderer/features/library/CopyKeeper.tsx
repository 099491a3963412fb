import { useCopyKeeper } from '#renderer/services/copies/use-copy-keeper.ts';
import { useServices } from '#renderer/services/services.ts';

/** Has new articles compared with all others as long as the desk is open. */
export function Resident() {
  useCopyKeeper(useServices().workspace);
  return null;
}
