/** Migrations that need more than SQL. */
@NullMarked
package cn.yiwang.certificate.migration;

import org.jspecify.annotations.NullMarked;
