import { useCaseId } from '#renderer/services/route.tsx';
import { CaseFile } from './CaseFile.tsx';

/** The place "Case file": handing a case over, its history, and whether it is whole. */
export function Place() {
  const caseId = useCaseId();
  return <CaseFile key={caseId} caseId={caseId} />;
}
