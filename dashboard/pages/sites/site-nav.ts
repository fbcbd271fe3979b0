import { html, nothing } from 'lit';
import { paths } from '../../controllers/router.ts';
import { type SectionName, sectionNames, sectionOf } from '../../controllers/sites/site-draft.ts';
import type { SiteEditor } from '../../controllers/sites/site-editor.ts';
import { siteTexts } from '../../languages/en/sites.ts';

/** The ways to the sections of a site, each with a sign where something is wrong or not saved. */
export function siteNav(siteId: string, current: SectionName, { problems, changedSections }: SiteEditor) {
  const faulty = new Set(Object.keys(problems).map(sectionOf));
  const mark = (name: SectionName) => {
    if (faulty.has(name)) return dot(siteTexts.hasProblem, 'problem');
    return changedSections.includes(name) ? dot(siteTexts.hasChange) : nothing;
  };
  return html`<nav aria-label=${siteTexts.sectionsLabel}>
    <ul>
      ${sectionNames.map(
        (name) =>
          html`<li>
            <a href=${paths.site(siteId, name)} aria-current=${name === current ? 'page' : nothing}
              >${siteTexts.sections[name]}${mark(name)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

const dot = (says: string, kind = '') =>
  html`<span class="dot ${kind}" title=${says}><span class="unseen">${says}</span></span>`;
