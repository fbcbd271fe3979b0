/** The figures, as `/api/v1/stats` serves them. */
import type { Funnel, Pages, Qa, Series, SeriesQuery, Summary } from '../../backend/stats/schema.ts';
import { request } from './client.ts';

export interface AllFigures {
  summary: Summary;
  series: Series;
  funnel: Funnel;
  pages: Pages;
  qa: Qa;
}

/** Everything that the page of figures shows, of the same conversations and the same time. */
export async function readFigures(query: SeriesQuery, signal: AbortSignal): Promise<AllFigures> {
  const { interval, ...plain } = query;
  const ask = <T>(name: string, more: SeriesQuery = plain) =>
    request<T>('GET', `/stats/${name}`, { query: { ...more }, signal });
  const [summary, series, funnel, pages, qa] = await Promise.all([
    ask<Summary>('summary'),
    ask<Series>('series', { ...plain, interval }),
    ask<Funnel>('funnel'),
    ask<Pages>('pages'),
    ask<Qa>('qa', { ...plain, interval }),
  ]);
  return { summary, series, funnel, pages, qa };
}
