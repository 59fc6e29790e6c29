/** What a person at the terminal is told: how far it is, and what stands in the way. */
@NullMarked
package cn.yiwang.localstack.notice;

import org.jspecify.annotations.NullMarked;
