/** Two leaves that hold each other: a link of a chain. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
    <path
      d="M6 21c0-8 5.5-13.500 14.500-13.500 0 8.500-5.500 13.500-11 13.500"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M26 11c0 8-5.500 13.500-14.500 13.500"
      fill="none"
      stroke="#efb46c"
      strokeWidth="2.8"
      strokeLinecap="round"
    />
  </svg>
);
