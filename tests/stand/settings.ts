/** What the stand is told at start-up. */
export interface Settings {
  /** The application registered with VK ID. */
  readonly appId: string;
  /** The application's trusted redirect addresses. */
  readonly redirectUris: readonly RegExp[];
}
