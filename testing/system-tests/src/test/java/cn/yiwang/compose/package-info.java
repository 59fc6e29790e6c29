/** What docker-compose.yml promises, read from the file: it starts nothing. */
@NullMarked
package cn.yiwang.compose;

import org.jspecify.annotations.NullMarked;
