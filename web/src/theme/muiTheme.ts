/** MUI dressed in the tokens: its components are styled here, once. Colours come as custom properties, so both themes are one. */
import { createTheme } from "@mui/material/styles";

export const muiTheme = createTheme({
  shape: { borderRadius: 12 },
  typography: { fontFamily: "var(--text)" },
  transitions: { duration: { shortest: 120, shorter: 150, short: 180, standard: 200, complex: 250, enteringScreen: 200, leavingScreen: 160 } },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { background: "var(--raised)", color: "var(--ink)", backgroundImage: "none" } } },
    MuiBackdrop: { styleOverrides: { root: { "&:not(.MuiBackdrop-invisible)": { background: "rgb(13 11 18 / 62%)" } } } },
    MuiDialog: { styleOverrides: { paper: { borderRadius: 16, margin: 16, width: "calc(100% - 32px)", boxShadow: "var(--shadow)" } } },
    MuiDrawer: { styleOverrides: { paper: { background: "var(--paper)" } } },
    MuiMenu: { styleOverrides: { paper: { border: "1px solid var(--line)", boxShadow: "var(--shadow)", marginTop: 8, minWidth: 230 } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 46,
          fontSize: "1rem",
          gap: 12,
          "&:hover, &.Mui-focusVisible": { background: "var(--sunken)" },
          "&.Mui-focusVisible": { outline: "3px solid var(--focus)", outlineOffset: -3 },
        },
      },
    },
  },
});
