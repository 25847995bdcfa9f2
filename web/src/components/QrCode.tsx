/** A QR code, black on white in both themes and on paper, sharp at any size. */
import qrcode from "qrcode-generator";
import { useMemo } from "react";
import { componentMessages as texts } from "./messages.ts";

/** Modules of white a scanner needs around the code. */
const QUIET = 4;

export function QrCode({ payload, code }: { payload: string; code: string }) {
  const drawing = useMemo(() => {
    const qr = qrcode(0, "M");
    qr.addData(payload);
    qr.make();
    const count = qr.getModuleCount();
    let path = "";
    for (let row = 0; row < count; row += 1) {
      for (let column = 0; column < count; column += 1) {
        if (qr.isDark(row, column)) path += `M${String(column + QUIET)} ${String(row + QUIET)}h1v1h-1z`;
      }
    }
    return { path, size: count + 2 * QUIET };
  }, [payload]);
  return (
    <svg
      viewBox={`0 0 ${String(drawing.size)} ${String(drawing.size)}`}
      role="img"
      aria-label={texts.qr(code)}
      data-qr={payload}
      shapeRendering="crispEdges"
      style={{ display: "block", width: "100%", height: "auto", background: "#fff", borderRadius: 8 }}
    >
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}
