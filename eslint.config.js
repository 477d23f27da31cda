import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

/**
 * Data flows one way (see README, “Layout”): a room may import only from rooms to its left.
 * Each key lists what must not be imported from there.
 */
const rooms = [
  'time',
  'text',
  'schema',
  'load',
  'model',
  'shown',
  'components',
  'layouts',
  'pages',
  'channels',
  'search',
  'checks',
  'integrations',
];
const but = (...allowed) => rooms.filter((room) => !allowed.includes(room));

const roomsToTheRight = {
  'src/time': but('time'),
  'src/text': but('time', 'text'),
  'src/schema': but('time', 'text', 'schema'),
  'src/styles': but('time', 'text', 'schema'),
  'src/load': but('time', 'text', 'schema', 'load'),
  'src/model': but('time', 'text', 'schema', 'load', 'model'),
  'src/shown': but('time', 'text', 'schema', 'load', 'model', 'shown'),
  'src/components': ['pages', 'channels', 'checks', 'integrations'],
  'src/search': ['layouts', 'pages', 'channels', 'checks', 'integrations'],
  'src/channels': ['components/shell', 'layouts', 'pages', 'search', 'checks', 'integrations'],
  'src/pages': ['checks', 'integrations'],
  'src/layouts': ['pages', 'channels', 'checks', 'integrations'],
  'src/checks': ['load', 'components', 'layouts', 'pages', 'channels', 'search', 'integrations'],
};

const oneWay = Object.entries(roomsToTheRight).map(([room, forbidden]) => ({
  files: [`${room}/**/*.{ts,tsx,astro}`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?:\\.{1,2}/(?:.*/)?|#src/)(?:${forbidden.join('|')})(?:/|\\.ts$)`,
            message: 'Data flows to the right only: this room may not import from there.',
          },
          { regex: '(?:^#|/)admin/', message: 'The site does not know the CMS.' },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'data/', '.astro/', '.cache/', 'node_modules/', 'public/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['**/*.{ts,tsx}'],
  })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers in a message are what a reader wants to see.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index that was just checked is clearer with `!` than with a second check.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-strict'],
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  {
    files: ['**/*.astro'],
    plugins: { '@typescript-eslint': tseslint.plugin },
  },
  ...oneWay,
  {
    files: ['src/{schema,load,model,components,channels,search,layouts,pages}/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
);
