/** What the tests of the services share: real servers, tokens, a clock that can be moved, contract and architecture checks. */
@NullMarked
package cn.yiwang.testsupport;

import org.jspecify.annotations.NullMarked;
