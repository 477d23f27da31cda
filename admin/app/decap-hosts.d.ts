/** Decap's back ends for git hosts bring no types; they are only handed on to Decap. */
declare module 'decap-cms-backend-github' {
  export const GitHubBackend: unknown;
}
declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: unknown;
}
declare module 'decap-cms-backend-forgejo' {
  export const ForgejoBackend: unknown;
}
