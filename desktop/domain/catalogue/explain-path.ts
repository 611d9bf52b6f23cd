/** Why a resource's `path` is not one of a file inside the dataset's own folder `data/`. */
export function explainPath(path: string): string {
  const example = '只能写这份数据文件夹里的相对路径，例如 data/table.parquet'
  if (/^[a-z][a-z0-9+.-]+:/i.test(path))
    return `是一个网址（“${path}”）；致知不从网上取数据，${example}`
  if (/^(?:[/\\]|[a-z]:|~)/i.test(path)) return `是绝对路径（“${path}”）；${example}`
  if (path.split(/[/\\]/).includes('..'))
    return `里有“..”，会走到数据文件夹外面（“${path}”）；${example}`
  return `写法不对（“${path}”）；${example}`
}
