/** The client's icons: one line weight, drawn for it, decorative unless a text stands beside them. */

const paths = {
  search: "M10.5 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM15.500 15.500 20 20",
  bell: "M6 16V11a6 6 0 1 1 12 0v5l1.500 2h-15ZM10 20.500h4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20.500c.8-4 3.800-6 7.500-6s6.700 2 7.500 6",
  ticket: "M3.500 7h17v3.500a1.750 1.750 0 0 0 0 3.500v3h-17v-3a1.750 1.750 0 0 0 0-3.500ZM14.500 7v2M14.500 11v2M14.500 15v2",
  calendar: "M4.500 6h15v14h-15ZM4.500 10h15M8.500 3.500V7M15.500 3.500V7",
  pin: "M12 21c4-4.500 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6.500 6 11ZM12 12.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400Z",
  clock: "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM12 7.500V12l3 2",
  copy: "M8.500 8.500h11v11h-11ZM15.500 8.500v-4h-11v11h4",
  check: "m5 12.500 4.500 4.500L19 7.500",
  cross: "m6 6 12 12M18 6 6 18",
  warning: "M12 4 2.800 20h18.400ZM12 10v4.500M12 17.300v.2",
  info: "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM12 11v5M12 7.800V8",
  minus: "M5.500 12h13",
  plus: "M5.500 12h13M12 5.500v13",
  arrow: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
  print: "M7 9V4h10v5M7 17H4.500V9h15v8H17M7 14h10v6H7Z",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M18.700 5.300l-1.400 1.400M6.700 17.300l-1.400 1.400",
  moon: "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z",
  screen: "M3.500 5h17v11h-17ZM9 20h6M12 16v4",
  camera: "M4 8h3.500l1.500-2.500h6L16.500 8H20v11H4ZM12 16.500a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400Z",
  chart: "M4 20h16M7 16v-5M12 16V6M17 16v-8",
  stop: "M8 3.500h8L20.500 8v8L16 20.500H8L3.500 16V8ZM8 12h8",
} as const;

/** The icons there are. */
export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
