/** The same rows and commits by bare JDBC: what the database alone allows. */
@NullMarked
package cn.yiwang.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
