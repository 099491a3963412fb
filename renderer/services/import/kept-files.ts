import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import type { ImportId } from '#shared/domain/ids.ts';

/** Files that were chosen in this window: a browser gives no way back to a file once it is let go of. */
export class KeptFiles {
  private readonly byImport = new Map<ImportId, Map<string, ChosenFile>>();

  /** Keeps the files of an import; those of an import that is taken up join those that are kept. */
  keep(id: ImportId, files: readonly ChosenFile[]): void {
    const kept = this.byImport.get(id) ?? new Map<string, ChosenFile>();
    for (const file of files) kept.set(file.path, file);
    this.byImport.set(id, kept);
  }

  /** Those of the named files that are at hand. */
  of(id: ImportId, paths: readonly string[]): ChosenFile[] {
    const kept = this.byImport.get(id);
    return paths.flatMap((path) => kept?.get(path) ?? []);
  }
}
