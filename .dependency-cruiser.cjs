// The borders of the house. A file imports only from rows above its own, by name, and only through a door: index.ts.
const rows = [
  ['kernel', 'solver', 'host'],
  ['engine', 'platform', 'seals'],
  ['identity', 'catalogue', 'ledger', 'photos'],
  ['catalogue-store', 'forms'],
  ['donors', 'organizations', 'installation', 'tables'],
  ['needs', 'offers'],
  ['matching'],
  ['messages', 'reports'],
  ['payments', 'volunteering', 'stock', 'deliveries', 'bookings', 'moderation', 'clearing'],
  ['notifications', 'transparency', 'exchange', 'demo'],
];

const rowRules = rows.flatMap((libs, row) =>
  libs.map((lib) => {
    const above = rows.slice(0, row).flat();
    return {
      name: `rows-${lib}`,
      comment: `${lib} stands in row ${row} and imports only from rows above (${above.join(', ') || 'none'})`,
      severity: 'error',
      from: { path: `^libs/${lib}/` },
      to: { path: '^libs/', pathNot: `^libs/(${[...above, lib].join('|')})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...rowRules,
    {
      name: 'only-through-the-door',
      comment: 'Another lib is imported by its door, index.ts, never by a file inside it',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps|test|bench)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/'] },
    },
    {
      name: 'only-by-name',
      comment: "Another lib is imported by its name ('#needs'), never by a relative path",
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps|test|bench)/' },
      to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'libs-know-no-app',
      comment: 'A lib never imports an app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-are-islands',
      comment: 'An app never imports another app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-is-apart',
      comment: 'The web speaks HTTP: it imports no lib',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|migrations)/' },
    },
    {
      name: 'no-circles',
      comment: 'No file needs itself',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { circular: true },
    },
    {
      name: 'kernel-without-framework',
      comment: 'The kernel is words without framework: uuid and nothing else',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules|^[a-z@]', pathNot: ['node_modules/uuid/', '^libs/kernel/'] },
    },
    {
      name: 'solver-without-dependency',
      comment: 'The solver is graph in, flow and certificate out: no package, no lib',
      severity: 'error',
      from: {
        path: '^libs/solver/',
        pathNot: ['\\.spec\\.ts$', '^libs/solver/src/loops\\.ts$', '^libs/solver/loops/[a-z]+\\.mjs$'],
      },
      to: { path: 'node_modules|^[a-z@]', pathNot: ['^libs/solver/', '^(node:)?(worker_threads|os)$'] },
    },
    {
      name: 'solver-reads-its-loops',
      comment: 'One file of the solver reads a file: what its loops are compiled to',
      severity: 'error',
      from: { path: '^libs/solver/src/loops\\.ts$' },
      to: { path: 'node_modules|^[a-z@]', pathNot: ['^libs/solver/', '^(node:)?fs$'] },
    },
    {
      name: 'seals-without-dependency',
      comment: 'Whoever checks the public books needs the kernel and the hash of Node, no package',
      severity: 'error',
      from: { path: '^libs/seals/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules|^[a-z@]', pathNot: ['^libs/(seals|kernel)/', '^(node:)?(crypto|readline|stream)$'] },
    },
    {
      name: 'pure-libs',
      comment:
        'What works on files and in threads needs no database and no framework: it is loaded in a few milliseconds',
      severity: 'error',
      from: { path: '^libs/(engine|catalogue|forms|tables)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: [
          'node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|pino)/',
          '^libs/(platform|identity|ledger|photos)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule decides: no database, no framework, no file, no network',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        path: [
          'node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|pino)/',
          '^libs/platform/',
          '^(node:)?(fs|net|http|https|child_process|worker_threads)',
          '\\.(service|queries|entity|module)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'start-stays-small',
      comment:
        'The process that `npm start` leaves in memory loads no framework: migrating and filling happen in one that ends',
      severity: 'error',
      from: { path: '^apps/cli/src/supervisor\\.ts$' },
      to: {
        path: ['node_modules/(typeorm|@nestjs/[^/]+|bullmq|pino)/', '^libs/(?!host/)[^/]+/src/index\\.ts$'],
        reachable: true,
      },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration never changes when the code does',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(libs|apps)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^test/check-fixtures/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
