import type { AgentSettings } from '../sites/agent-schema.ts';
import type { LeadSettings, WidgetSettings } from '../sites/schema.ts';
import { BaseModel } from './base-model.ts';

export class Site extends BaseModel {
  static override tableName = 'sites';
  static override jsonAttributes = ['widget', 'lead', 'agent', 'integrations'];
  declare id: string;
  declare key: string;
  declare name: string;
  declare allowedOrigins: string[];
  declare timezone: string;
  declare locale: string;
  declare widget: WidgetSettings;
  declare lead: LeadSettings;
  /** Secrets inside are encrypted (sites/secrets). */
  declare agent: AgentSettings;
  declare integrations: Record<string, unknown>;
  declare retentionDays: number | null;
  /** Raised by every change. */
  declare version: number;
  /** Raised by what changes the assistant (agent-versions/record); 0 until it was counted first. */
  declare agentVersion: number;
  declare agentHash: string;
  /** Encrypted (sites/identity-secret); null until a connect code was made. */
  declare identitySecret: string | null;
  /** Holds the sample conversations (demo/): nothing is sent because of what happens on it. */
  declare isSample: boolean;
  /** Whether there are questions and answers or pages to search; only where the site cache read it. */
  declare knowsAnything?: boolean;
  declare archivedAt: Date | null;
  declare createdAt: Date;
  declare updatedAt: Date;
}
