/** Files of tables: CSV in the encodings of the offices and Excel, read within bounds and written so that no cell runs as a formula. */
@NullMarked
package cn.yiwang.catalog.transfer.table;

import org.jspecify.annotations.NullMarked;
