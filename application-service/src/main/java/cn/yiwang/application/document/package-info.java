/** Official documents (文书): their kinds and templates as data, gap-free numbers, contents as they were, sealed PDF on first reading. */
@NullMarked
package cn.yiwang.application.document;

import org.jspecify.annotations.NullMarked;
