/** The parts of the API, in the order a reader meets them: tags of the contract, and a file of examples each. */
export interface ApiGroup {
  id: string;
  title: string;
}

const GROUPS: Array<ApiGroup & { paths: RegExp }> = [
  { id: 'visitors', title: 'Visitors', paths: /^\/api\/v1\/visitor\// },
  { id: 'signing-in', title: 'Signing in', paths: /^\/api\/v1\/auth\// },
  { id: 'replays', title: 'Replays and test cases', paths: /\/(replays|regression-\w+)\b/ },
  { id: 'reviews', title: 'Reviews', paths: /\/reviews?\b/ },
  { id: 'knowledge', title: 'Knowledge', paths: /\/knowledge\b/ },
  {
    id: 'integrations',
    title: 'Integrations',
    paths: /\/(integrations|webhook|monday|messenger|email|models|spend|workflows|plugin|connect|identity)\b/,
  },
  { id: 'conversations', title: 'Conversations', paths: /^\/api\/v1\/(sessions|labels|ingest)\b/ },
  { id: 'leads', title: 'Leads', paths: /^\/api\/v1\/leads\b/ },
  { id: 'deliveries', title: 'What is sent out', paths: /^\/api\/v1\/(deliveries|outbox|mail-addresses)\b/ },
  { id: 'faults', title: 'Faults of workflows', paths: /^\/api\/v1\/errors\b/ },
  { id: 'figures', title: 'Figures and exports', paths: /^\/api\/v1\/(stats|exports|live)\b/ },
  { id: 'sites', title: 'Sites', paths: /^\/api\/v1\/sites\b/ },
  { id: 'people', title: 'People and keys', paths: /^\/api\/v1\/(users|api-keys|audit)\b/ },
  { id: 'house', title: 'Privacy and upkeep', paths: /^\/api\/v1\// },
  { id: 'pages', title: 'Pages, health and vendors', paths: /^/ },
];

export const API_GROUPS: readonly ApiGroup[] = GROUPS;

/** Of a route's path, with parameters as `:name`. */
export const apiGroupOf = (path: string): ApiGroup => GROUPS.find(({ paths }) => paths.test(path))!;
