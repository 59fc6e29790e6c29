/** What changed from one version of a guide to another, in words that people read. */
@NullMarked
package cn.yiwang.catalog.difference;

import org.jspecify.annotations.NullMarked;
