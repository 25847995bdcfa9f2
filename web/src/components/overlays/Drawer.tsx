/** A sheet from the side or from below. Loaded when first opened. */
import MuiDrawer from "@mui/material/Drawer";
import { ThemeProvider } from "@mui/material/styles";
import type { ReactNode } from "react";
import { muiTheme } from "../../theme/muiTheme.ts";

type Name = { label: string; labelledBy?: never } | { labelledBy: string; label?: never };

export default function Drawer({ from, label, labelledBy, onClose, className, children }: Name & { from: "right" | "bottom"; onClose: () => void; className?: string | undefined; children: ReactNode }) {
  const paper = {
    role: "dialog",
    "aria-modal": true,
    "aria-label": label,
    "aria-labelledby": labelledBy,
    className: className ?? "",
    style: from === "right" ? { width: "min(26rem, 100vw)" } : {},
  };
  return (
    <ThemeProvider theme={muiTheme}>
      <MuiDrawer anchor={from} open onClose={onClose} slotProps={{ paper }}>
        {children}
      </MuiDrawer>
    </ThemeProvider>
  );
}
