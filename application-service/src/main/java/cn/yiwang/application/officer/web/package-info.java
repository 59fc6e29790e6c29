/** Keeping officers out of an application, and hearing hosts out of its review. */
@NullMarked
package cn.yiwang.application.officer.web;

import org.jspecify.annotations.NullMarked;
