/** Account, appearance, signing out. */
import { useMutation } from "@apollo/client/react";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { ThemeProvider } from "@mui/material/styles";
import { useNavigate } from "react-router";
import { useSession, useSessionStatus } from "../apollo/SessionContext.ts";
import { Icon, type IconName } from "../components/Icon.tsx";
import { graphql } from "../gql/index.ts";
import { muiTheme } from "../theme/muiTheme.ts";
import { shellMessages as texts } from "./messages.ts";
import { chooseMode, useMode, type Mode } from "./mode.ts";

const SignOut = graphql(`
  mutation SignOut {
    signOut(input: { everywhere: false }) {
      ok
    }
  }
`);

const modes: readonly { mode: Mode; label: string; icon: IconName }[] = [
  { mode: "system", label: texts.system, icon: "screen" },
  { mode: "light", label: texts.light, icon: "sun" },
  { mode: "dark", label: texts.dark, icon: "moon" },
];

export default function AccountMenuItems({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const session = useSession();
  const signedIn = useSessionStatus() === "signedIn";
  const navigate = useNavigate();
  const [signOut] = useMutation(SignOut);
  const mode = useMode();
  return (
    <ThemeProvider theme={muiTheme}>
      <Menu open anchorEl={anchor} onClose={onClose} anchorOrigin={{ vertical: "bottom", horizontal: "right" }} transformOrigin={{ vertical: "top", horizontal: "right" }}>
        {signedIn && (
          <MenuItem
            onClick={() => {
              onClose();
              void navigate("/account");
            }}
          >
            <Icon name="person" /> {texts.account}
          </MenuItem>
        )}
        {modes.map((one) => (
          <MenuItem
            key={one.mode}
            role="menuitemradio"
            aria-checked={mode === one.mode}
            onClick={() => {
              chooseMode(one.mode);
              onClose();
            }}
          >
            <Icon name={one.icon} />
            <span style={{ flex: 1 }}>
              <span className="visually-hidden">{texts.appearance}: </span>
              {one.label}
            </span>
            {mode === one.mode && <Icon name="check" size={18} />}
          </MenuItem>
        ))}
        {signedIn && (
          <MenuItem
            onClick={() => {
              onClose();
              void signOut()
                .catch(() => undefined)
                .finally(() => {
                  session.end();
                  void navigate("/");
                });
            }}
          >
            <Icon name="arrow" /> {texts.signOut}
          </MenuItem>
        )}
      </Menu>
    </ThemeProvider>
  );
}
