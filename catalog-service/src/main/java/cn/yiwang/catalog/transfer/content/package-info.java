/** What a file of items says, cell by cell: columns made from the guide's own shape, codes checked, every fault with its place. */
@NullMarked
package cn.yiwang.catalog.transfer.content;

import org.jspecify.annotations.NullMarked;
