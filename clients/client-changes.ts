/** How one process tells all others that a relying party was changed or removed. */
export interface ClientChanges {
  /** At best: who does not hear it goes by the age of what it knows. Never rejects. */
  announce(clientId: string): Promise<void>;
  /** Also hears what this process announces. */
  listen(changed: (clientId: string) => void): void;
}
