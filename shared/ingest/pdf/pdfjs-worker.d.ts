declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** The half of the library that reads; the other half asks it. */
  export const WorkerMessageHandler: object;
}
