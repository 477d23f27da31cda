/** The server for the fault test as one file: it starts in a third of the time. */
import { dirname, join } from 'node:path';
import { build } from 'vite';

/** Writes the file into `dir` and returns its path. */
export async function bundleFaultServer(dir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'fault-server.ts'),
      outDir: dir,
      rolldownOptions: { output: { entryFileNames: 'fault-server.mjs' } },
    },
    plugins: [
      {
        name: 'own-folder',
        // Files that the server reads lie beside its sources.
        transform: (code, id) =>
          code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id.split('?')[0] ?? id))),
      },
    ],
  });
  return join(dir, 'fault-server.mjs');
}
