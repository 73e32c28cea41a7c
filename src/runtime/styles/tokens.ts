import { css } from 'lit';

/**
 * The ten tokens that an association may set, each falling back to the NL Design System's own and
 * then to ours. Contrasts of our own values are measured in look.test.ts.
 */
export const tokens = css`
  .frame {
    --ink: var(--kt-color-ink, var(--utrecht-document-color, #1d1b16));
    --soft: var(--kt-color-soft-ink, #4a463d);
    --paper: var(--kt-color-paper, #fbf7ef);
    --card: var(--kt-color-card, #fff);
    --action: var(
      --kt-color-action,
      var(--utrecht-button-primary-action-background-color, #0c5443)
    );
    --on-action: var(--kt-color-on-action, var(--utrecht-button-primary-action-color, #fff));
    --wash: var(--kt-color-wash, #e6f1ec);
    --table: var(--kt-color-table, #f3e4c8);
    --edge: var(--kt-color-edge, #8a5a1f);
    --line: var(--kt-color-line, var(--utrecht-form-control-border-color, #8a8170));
    --danger: #8f170e;
    --danger-wash: #fdece8;
    --soon: #6b4300;
    --soon-wash: #fff3d6;
    --focus-ring: #1d1b16;
    --focus-glow: #ffbf1f;
    --radius: var(--kt-radius, 14px);
    --target: 60px;
    --gap: 12px;
  }
`;
