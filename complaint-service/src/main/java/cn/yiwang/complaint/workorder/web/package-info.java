/** Work orders over HTTP. */
@NullMarked
package cn.yiwang.complaint.workorder.web;

import org.jspecify.annotations.NullMarked;
