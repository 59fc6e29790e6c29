/** The register of laws and regulations that guides rest on, and what they say about time. */
@NullMarked
package cn.yiwang.catalog.law;

import org.jspecify.annotations.NullMarked;
