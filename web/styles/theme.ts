import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Leaf: the green of a tea row in shade. */
const leaf: MantineColorsTuple = [
  '#edf5ee',
  '#d9eadc',
  '#b4d4ba',
  '#8dbd97',
  '#69a676',
  '#4a8f5a',
  '#377b48',
  '#2a683b',
  '#1f5530',
  '#123d20',
];
/** Clay: the warm accent of fired earth and ripe fruit. */
const clay: MantineColorsTuple = [
  '#fdf3e7',
  '#f9e2c8',
  '#f2c793',
  '#e9a85c',
  '#df8b33',
  '#cf751c',
  '#b46112',
  '#964e0d',
  '#7a3f0c',
  '#5b2f0a',
];
/** Greys with a little of the leaf in them, so that surfaces stay calm beside it. */
const gray: MantineColorsTuple = [
  '#f7f6f1',
  '#efeee7',
  '#e3e2d9',
  '#d3d2c7',
  '#b5b5a9',
  '#8b8d82',
  '#666a61',
  '#4c5049',
  '#343833',
  '#20241f',
];
const dark: MantineColorsTuple = [
  '#dfe4dd',
  '#bcc4bb',
  '#97a297',
  '#667267',
  '#434d45',
  '#343d36',
  '#29312b',
  '#1c231e',
  '#161c18',
  '#0f1411',
];
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#f8dcd8',
  '#efb6ae',
  '#e48d82',
  '#da695b',
  '#cb4b3c',
  '#b53a2c',
  '#9c2e22',
  '#83261c',
  '#5f1912',
];
const blue: MantineColorsTuple = [
  '#eef4f8',
  '#dae7ef',
  '#b4cede',
  '#8bb2cb',
  '#6899b8',
  '#4b82a5',
  '#386d90',
  '#2b5b7b',
  '#204a66',
  '#13344a',
];

export const theme = createTheme({
  colors: { leaf, clay, gray, dark, red, blue },
  primaryColor: 'leaf',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  white: '#ffffff',
  black: '#1c211d',
  fontFamily: "'Be Vietnam Pro', 'Noto Sans Thai', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontFamily: "'Be Vietnam Pro', 'Noto Sans Thai', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    // A dialog's head is no second banner of the page.
    Modal: { defaultProps: { centered: true, attributes: { header: { role: 'none' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
    // Inside its landmark, and without the focus placeholder that has no place in a role=menu.
    Menu: {
      defaultProps: { position: 'bottom-end', shadow: 'md', withinPortal: false, withInitialFocusPlaceholder: false },
    },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } },
  },
});

/** What Mantine derives from the colours and does not get dark or light enough for our surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--lk-header': '3.5rem', '--lk-nav': '15.5rem', '--lk-bar': '3.75rem' },
  light: {
    '--mantine-color-body': '#faf9f5',
    '--mantine-color-dimmed': '#5c6158',
    '--mantine-color-placeholder': '#6a6f66',
    '--mantine-color-error': '#9c2e22',
    '--mantine-color-default-border': '#d8d7cc',
    '--mantine-color-anchor': '#1f5c38',
    '--lk-surface': '#ffffff',
    '--lk-sunk': '#f3f2ea',
    '--lk-line': '#e3e2d9',
    '--lk-accent': '#964e0d',
    '--lk-mark': '#2a683b',
    '--lk-chrome': '#173f26',
    '--lk-chrome-text': '#f3f7f1',
    '--lk-note': '#fdf3e7',
    '--lk-note-text': '#6b370a',
  },
  dark: {
    '--mantine-color-body': '#161c18',
    '--mantine-color-dimmed': '#a3ada3',
    '--mantine-color-placeholder': '#97a297',
    '--mantine-color-error': '#ef9c92',
    '--mantine-color-anchor': '#93cb9f',
    '--mantine-color-leaf-light': 'rgb(105 166 118 / 20%)',
    '--mantine-color-clay-light': 'rgb(223 139 51 / 20%)',
    '--mantine-color-blue-light': 'rgb(104 153 184 / 22%)',
    '--mantine-color-red-light': 'rgb(218 105 91 / 20%)',
    '--mantine-color-gray-light': 'rgb(181 181 169 / 18%)',
    '--lk-surface': '#1c231e',
    '--lk-sunk': '#121814',
    '--lk-line': '#343d36',
    '--lk-accent': '#efb46c',
    '--lk-mark': '#8dbd97',
    '--lk-chrome': '#0f2418',
    '--lk-chrome-text': '#e8f0e7',
    '--lk-note': '#33250f',
    '--lk-note-text': '#f2c793',
  },
});
