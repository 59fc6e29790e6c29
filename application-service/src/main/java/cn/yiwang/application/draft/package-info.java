/** Drafts that their applicants have given up. */
@NullMarked
package cn.yiwang.application.draft;

import org.jspecify.annotations.NullMarked;
