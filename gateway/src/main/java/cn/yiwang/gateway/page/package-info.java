/** The pages that the gateway itself shows: landing page, API documents, problem types, contracts. */
@NullMarked
package cn.yiwang.gateway.page;

import org.jspecify.annotations.NullMarked;
