/** Who may pass: the token check in front of the services' own. */
@NullMarked
package cn.yiwang.gateway.token;

import org.jspecify.annotations.NullMarked;
