/** What happens at the window until an application is taken in or not: the look before, the one correction, the documents of non-acceptance. */
@NullMarked
package cn.yiwang.application.acceptance;

import org.jspecify.annotations.NullMarked;
