declare module '*.css';
declare module '*.css?inline' {
  const text: string;
  export default text;
}

/** What this app uses of packages of Decap that bring no types of their own. */
declare module 'decap-cms-backend-proxy' {
  /** Speaks Decap's proxy protocol: one POST per action. */
  export class ProxyBackend {
    constructor(config: unknown, options?: unknown);
    proxyUrl: string;
    branch: string;
    mediaFolder: string;
    options: { initialWorkflowStatus?: string };
    isGitBackend(): boolean;
    getEntry(path: string): Promise<unknown>;
    unpublishedEntry(place: { id?: string; collection?: string; slug?: string }): Promise<unknown>;
    request(payload: { action: string; params: Record<string, unknown> }): Promise<unknown>;
  }
}

declare module 'decap-cms-locales/dist/esm/*/index.js' {
  const phrases: import('./phrases.ts').Phrases;
  export default phrases;
}

interface DecapWidgetPackage {
  Widget: () => { name: string; controlComponent: unknown };
}
declare module 'decap-cms-widget-boolean' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-datetime' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-image' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-list' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-number' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-object' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-relation' {
  const widget: DecapWidgetPackage;
  export default widget;
}
declare module 'decap-cms-widget-select' {
  const widget: DecapWidgetPackage;
  export default widget;
}
