/** No import leads back to where it came from, and data flows one way (see README, “Layout”). */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or need a third below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'site-does-not-know-the-cms',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^admin/' },
    },
    {
      name: 'browser-does-not-know-the-server',
      severity: 'error',
      from: { path: '^admin/app/' },
      to: { path: '^admin/server/' },
    },
    {
      name: 'server-does-not-know-the-browser',
      comment: 'What both say stands beside them, in `admin/`.',
      severity: 'error',
      from: { path: '^admin/server/' },
      to: { path: '^admin/(app|exchange)/' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that is not followed is not held to any rule.',
      severity: 'error',
      from: {},
      // Packages of types alone have no file to find, and Astro makes its modules itself.
      to: { couldNotResolve: true, pathNot: '^(astro:.+|hast|mdast|unist)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: who reads a file has to read what its types come from.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.astro'],
    },
  },
};
