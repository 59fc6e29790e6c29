/** What people search for and do not find, counted without saying who. */
@NullMarked
package cn.yiwang.catalog.search.report;

import org.jspecify.annotations.NullMarked;
