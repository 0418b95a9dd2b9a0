/** A text of the table of errors: what stands between backticks is code. */
export function Told({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('`').map((part, index) =>
        // Code may hold anything, the same twice as well: its place is its key.
        index % 2 === 1 ? <code key={index}>{part}</code> : part,
      )}
    </>
  );
}
