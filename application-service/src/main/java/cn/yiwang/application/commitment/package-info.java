/** What applicants promise: materials for later (容缺受理), and conditions in place of proof (告知承诺), below the aggregate. */
@NullMarked
package cn.yiwang.application.commitment;

import org.jspecify.annotations.NullMarked;
