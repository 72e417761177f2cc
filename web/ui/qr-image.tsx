import { Box, Text } from '@mantine/core';

interface QrImageProps {
  /** The drawing as the server made it. */
  readonly svg: string;
  /** What the code leads to. */
  readonly label: string;
  /** Domain and short code, printed beside it so that a false sticker shows. */
  readonly text?: string;
}

/** As an image, so that nothing in the drawing can run. */
export function QrImage({ svg, label, text }: QrImageProps) {
  return (
    <Box component="figure" m={0} w="fit-content" maw="100%">
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        alt={label}
        width={200}
        height={200}
        style={{ background: '#fff', padding: 8, borderRadius: 8 }}
      />
      {text !== undefined && (
        <Text component="figcaption" size="sm" ff="monospace" ta="center">
          {text}
        </Text>
      )}
    </Box>
  );
}
