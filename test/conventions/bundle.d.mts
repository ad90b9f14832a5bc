export const workshop: string
export function bundleForNode(source: string): Promise<string>
