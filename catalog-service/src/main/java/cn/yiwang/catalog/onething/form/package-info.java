/** One form for all items of a package: each question and each field once, and what every item takes of it. */
@NullMarked
package cn.yiwang.catalog.onething.form;

import org.jspecify.annotations.NullMarked;
