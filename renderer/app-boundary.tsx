import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Screen } from './stage/screen.tsx';
import { VerdictShape } from './parts/verdict-shape.tsx';
import { i18nIn } from './text/i18n.ts';

/** Milliseconds until a page that failed is loaded anew: nobody may be there to do it. */
const untilReload = 10_000;

/** Stands where the page failed, instead of an empty window, and loads it anew. */
export class AppBoundary extends Component<
  { readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    // The hosts write what a page says on its console to the log.
    console.error(error, componentStack);
    setTimeout(() => {
      window.location.reload();
    }, untilReload);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const { zh, en } = i18nIn;
    return (
      <Screen
        picture={<VerdictShape ending="problem" />}
        heading={`${zh.t('failed')} ${en.t('failed')}`}
      />
    );
  }
}
