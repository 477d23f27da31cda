import type { SettingsData } from '#src/schema/index.ts';
import type { SiteInfo } from './page-info.ts';

/** The site as head tags and feeds name it. `siteUrl` is the deployment's own address, if it has one. */
export function siteInfo(settings: SettingsData, siteUrl: string | undefined): SiteInfo {
  return {
    name: settings.siteName,
    url: (siteUrl || settings.siteUrl).replace(/\/+$/, ''),
    ward: settings.ward,
    city: settings.city,
    organization: settings.organization,
    description: settings.description,
  };
}
