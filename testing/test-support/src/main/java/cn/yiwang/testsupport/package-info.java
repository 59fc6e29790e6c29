/** What the tests of the services share. */
@NullMarked
package cn.yiwang.testsupport;

import org.jspecify.annotations.NullMarked;
