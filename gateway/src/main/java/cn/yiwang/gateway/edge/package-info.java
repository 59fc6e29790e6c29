/** What happens to every exchange at the edge: trace id, client address, response headers, body limit. */
@NullMarked
package cn.yiwang.gateway.edge;

import org.jspecify.annotations.NullMarked;
