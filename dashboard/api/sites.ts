/** Sites and their settings, as `/api/v1/sites` serves them to admins. */
import type { PluginView, SiteCreate, SitePatch, SiteView } from '../../backend/sites/schema.ts';
import type { SitePreview } from '../../backend/visitor/schema.ts';
import { ApiError, request } from './client.ts';

const at = (id: string) => `/sites/${encodeURIComponent(id)}`;

/** Every site, oldest first. */
export async function listSites(signal?: AbortSignal): Promise<SiteView[]> {
  const sites: SiteView[] = [];
  let cursor: string | undefined;
  do {
    const page: { items: SiteView[]; nextCursor: string | null } = await request('GET', '/sites', {
      query: { cursor },
      signal,
    });
    sites.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return sites;
}

export function readSite(id: string, signal?: AbortSignal): Promise<SiteView> {
  return request('GET', at(id), { signal });
}

export function createSite(site: SiteCreate): Promise<SiteView> {
  return request('POST', '/sites', { body: site });
}

/** Throws ApiError 409 `site_changed` when the patch names a version that is not the present one. */
export function patchSite(id: string, patch: SitePatch): Promise<SiteView> {
  return request('PATCH', at(id), { body: patch });
}

/** What visitors would see with the patch; nothing is stored. */
export function previewSite(id: string, patch: SitePatch, signal?: AbortSignal): Promise<SitePreview> {
  return request('POST', `${at(id)}/preview`, { body: patch, signal });
}

/** The secret that signs who is signed in on the website, told this once; the one before counts no more. */
export async function replaceIdentitySecret(id: string): Promise<string> {
  const { secret } = await request<{ secret: string }>('POST', `${at(id)}/identity/rotate`, { body: {} });
  return secret;
}

/** The WordPress plugin of this Parlour; null where it was built without. */
export async function readPlugin(): Promise<PluginView | null> {
  try {
    return await request<PluginView>('GET', '/plugin');
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** A new code for the WordPress plugin; each brings an API key of its own. */
export async function makeConnectCode(id: string): Promise<string> {
  const { code } = await request<{ code: string }>('POST', `${at(id)}/connect`, { body: {} });
  return code;
}
