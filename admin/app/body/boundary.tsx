/** Catches what the rich editor throws, so that the text stays and can be edited as it is. */
import { Component, type ReactNode } from 'react';

interface Props {
  onError: (reason: string) => void;
  children: ReactNode;
}

export class EditorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    console.error(error);
    this.props.onError('Trình soạn thảo gặp lỗi, nên hiện chữ nguyên dạng.');
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
