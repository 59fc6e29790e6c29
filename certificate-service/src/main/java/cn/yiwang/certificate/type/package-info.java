/** The kinds of certificate: how long they are valid and how their numbers are composed. */
@NullMarked
package cn.yiwang.certificate.type;

import org.jspecify.annotations.NullMarked;
