/** A dialog: focus stays in it, Escape leaves it. Loaded when first opened. */
import MuiDialog from "@mui/material/Dialog";
import { ThemeProvider } from "@mui/material/styles";
import type { ReactNode } from "react";
import { muiTheme } from "../../theme/muiTheme.ts";

export default function Dialog({ labelledBy, width = "xs", onClose, children }: { labelledBy: string; width?: "xs" | "sm"; onClose: () => void; children: ReactNode }) {
  return (
    <ThemeProvider theme={muiTheme}>
      <MuiDialog open onClose={onClose} aria-labelledby={labelledBy} maxWidth={width} fullWidth>
        <div style={{ padding: "1.5rem", display: "grid", gap: "1rem" }}>{children}</div>
      </MuiDialog>
    </ThemeProvider>
  );
}
