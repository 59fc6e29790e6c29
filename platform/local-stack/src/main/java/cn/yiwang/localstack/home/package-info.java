/** The folder in which one platform keeps what it owns. */
@NullMarked
package cn.yiwang.localstack.home;

import org.jspecify.annotations.NullMarked;
