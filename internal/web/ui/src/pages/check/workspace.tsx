export default function Page() { return <h1>check/workspace</h1>; }
