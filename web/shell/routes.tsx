import { IconPalette } from '@tabler/icons-react';
import { defineRoutes } from '#web/lib/routes.tsx';

/** The kit's own page exists while developing only. */
export const shellRoutes = defineRoutes(
  'shell',
  import.meta.env.DEV
    ? [
        {
          path: '/dev/gallery',
          page: () => import('#web/ui/gallery.page.tsx'),
          audience: 'public',
          nav: { group: 'admin', label: 'nav:account.title', icon: IconPalette, bar: true },
        },
      ]
    : [],
);
