/** Catches a screen that cannot be drawn, or whose code could not be loaded. */
import { Component, type ReactNode } from "react";
import { Button } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { shellMessages as texts } from "./messages.ts";

export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div role="alert" style={{ padding: "3rem 1rem" }}>
        <EmptyState
          title={texts.brokenTitle}
          action={
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              {texts.reload}
            </Button>
          }
        >
          {texts.broken}
        </EmptyState>
      </div>
    );
  }
}
