/** The whole desk. */
export function Desk() {
  return (
    <main>
      <h1>Casewright</h1>
    </main>
  );
}
