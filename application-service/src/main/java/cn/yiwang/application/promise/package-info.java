/** How applicants promise materials for later or that conditions are met, and what becomes of it. */
@NullMarked
package cn.yiwang.application.promise;

import org.jspecify.annotations.NullMarked;
