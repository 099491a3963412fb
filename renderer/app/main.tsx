import '#shared/contracts/without-eval.ts';
import '@blueprintjs/core/lib/css/blueprint.css';
import '#renderer/ui/styles/fonts.css';
import '#renderer/ui/styles/tokens.css';
import '#renderer/ui/styles/blueprint-theme.css';
import '#renderer/ui/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './Desk.tsx';
import { openDesk } from './open-desk.ts';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Desk open={openDesk} />
    </StrictMode>,
  );
}
