/** What the ready workflows for n8n are and how to set one up, in the dashboard's language. */
import type { WorkflowList } from '../../../backend/workflows/schema.ts';
import { workflowTexts } from '../../languages/en/workflows.ts';

type Workflow = WorkflowList['items'][number];

const texts: Record<string, Omit<Workflow, 'name'>> = workflowTexts;

/** A workflow that this dashboard does not know yet is told in the server's words. */
export const inOurWords = (workflow: Workflow): Workflow => ({ ...workflow, ...texts[workflow.name] });
