import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QrImage } from '#web/ui/qr-image.tsx';

// Drawn in the browser: the text is a secret the server does not know. ISO/IEC 18004 wants four modules of white.
const draw = async (text: string): Promise<string> => {
  const { drawingSVG, qrcode } = await import('bwip-js/browser');
  return qrcode({ bcid: 'qrcode', text, scale: 2, padding: 8, backgroundcolor: 'FFFFFF' }, drawingSVG());
};

/** A QR code of a link or key that only this page knows. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data } = useQuery({ queryKey: ['qr', text], queryFn: () => draw(text), gcTime: 0, networkMode: 'always' });
  return data === undefined ? <Skeleton w={200} h={200} /> : <QrImage svg={data} label={label} />;
}
