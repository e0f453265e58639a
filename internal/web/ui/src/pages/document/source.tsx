export default function Page() { return <h1>document/source</h1>; }
