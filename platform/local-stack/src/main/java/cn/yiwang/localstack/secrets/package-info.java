/** Passwords and keys of one checkout, generated at its first start and readable by its owner only. */
@NullMarked
package cn.yiwang.localstack.secrets;

import org.jspecify.annotations.NullMarked;
