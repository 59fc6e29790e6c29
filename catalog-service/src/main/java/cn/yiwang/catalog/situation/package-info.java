/** What of a guide applies to the case of one applicant, and the form that asks for it. */
@NullMarked
package cn.yiwang.catalog.situation;

import org.jspecify.annotations.NullMarked;
