/** Names of the makers' own choosing, the same in every language; the community's list of AAGUIDs, shortened. */
const products: ReadonlyMap<string, string> = new Map([
  ['fbfc3007-154e-4ecc-8c0b-6e020557d7bd', 'Apple Passwords'],
  ['dd4ec289-e01d-41c9-bb89-70fa845d4bf2', 'Apple Passwords'],
  ['ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', 'Google Password Manager'],
  ['08987058-cadc-4b81-b6e1-30de50dcbe96', 'Windows Hello'],
  ['9ddd1817-af5a-4672-a2b9-3e3dd95000a9', 'Windows Hello'],
  ['6028b017-b1d4-4c02-b4b3-afcdafc96bb2', 'Windows Hello'],
  ['53414d53-554e-4700-0000-000000000000', 'Samsung Pass'],
  ['bada5566-a7aa-401f-bd96-45619a55120d', '1Password'],
  ['d548826e-79b4-db40-a3d8-11116f7e8349', 'Bitwarden'],
]);

/**
 * A first name for a new passkey, told apart from the ones the person has. Unattested, an AAGUID is only the
 * authenticator's word: good for a name, for nothing else.
 */
export function defaultPasskeyName(aaguid: string, namesInUse: readonly string[]): string {
  const product = products.get(aaguid) ?? 'Passkey';
  const inUse = new Set(namesInUse);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? product : `${product} ${number}`;
    if (!inUse.has(name)) return name;
  }
}
