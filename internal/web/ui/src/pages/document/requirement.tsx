export default function Page() { return <h1>document/requirement</h1>; }
