import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import { Site } from '../models/site.ts';
import { canDownloadWorkflows } from './policy.ts';
import { N8nWorkflow, WorkflowList } from './schema.ts';
import { buildWorkflow, workflowList } from './templates.ts';

const File = Type.String({ pattern: '^[a-z-]{1,40}\\.json$' });

export function workflowRoutes({ database, publicUrl }: { database: Database; publicUrl: string }): Route[] {
  const siteOf = async (id: string) => {
    const site = await Site.query(database).findById(id);
    if (!site) throw notFound('There is no such site.');
    return site;
  };
  return [
    route({
      method: 'get',
      path: '/api/v1/sites/:id/workflows',
      summary: 'Ready n8n workflows for this site',
      allow: canDownloadWorkflows,
      params: Type.Object({ id: Id }),
      answer: { status: 200, schema: WorkflowList },
      async handler({ params }) {
        await siteOf(params.id);
        return { items: workflowList };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sites/:id/workflows/:file',
      summary: 'One of them as a file for n8n, filled with addresses; each download has ids of its own',
      allow: canDownloadWorkflows,
      params: Type.Object({ id: Id, file: File }),
      answer: { status: 200, schema: N8nWorkflow },
      async handler({ ctx, params }) {
        const { key, name, lead } = await siteOf(params.id);
        const site = { key, name, fields: lead.fields, publicUrl };
        const workflow = buildWorkflow(params.file.replace(/\.json$/, ''), site);
        if (!workflow) throw notFound('There is no such workflow.');
        ctx.set('Content-Disposition', `attachment; filename="parlour-${params.file}"`);
        ctx.set('Cache-Control', 'no-store');
        return workflow;
      },
    }),
  ];
}
