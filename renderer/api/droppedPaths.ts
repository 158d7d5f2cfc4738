/** Where dropped files lie: the page itself may not know, the preload does (electron/preload). */

const PATIENCE_MS = 2_000;

/** Absolute paths in the order of `files`; empty texts where the system tells none, no answer at all is an empty list. */
export function pathsOfFiles(files: readonly File[]): Promise<string[]> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve([]), PATIENCE_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(Array.isArray(data) ? data.map(String) : []);
      port1.close();
    };
    window.postMessage({ kind: 'paths-of-files', files: [...files] }, '*', [port2]);
  });
}
