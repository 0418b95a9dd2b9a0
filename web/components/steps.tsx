import type { ComponentChildren } from 'preact';

interface StepsProps {
  readonly title: string;
  readonly steps: readonly ComponentChildren[];
}

/** What to do, in order. */
export function Steps({ title, steps }: StepsProps) {
  return (
    <section class="sen-section">
      <h2 class="sen-heading">{title}</h2>
      <ol class="sen-steps">
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
