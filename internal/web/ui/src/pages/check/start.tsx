export default function Page() { return <h1>check/start</h1>; }
