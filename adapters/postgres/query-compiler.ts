import { ColumnDefinitionNode, PostgresQueryCompiler, type DataTypeNode } from 'kysely';

/**
 * Text columns are made to compare byte by byte, as SQLite's are: not by the rules of a language, which differ between
 * databases, and whose change with an operating system's upgrade breaks indexes.
 */
export class ByteOrderCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    const isColumn = this.parentNode !== undefined && ColumnDefinitionNode.is(this.parentNode);
    if (isColumn && node.dataType === 'text') this.append(' collate "C"');
  }
}
