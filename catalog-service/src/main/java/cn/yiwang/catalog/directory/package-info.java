/** The public lists: powers (权力清单), duties (责任清单), public services (公共服务事项目录), what is prohibited or restricted (负面清单). */
@NullMarked
package cn.yiwang.catalog.directory;

import org.jspecify.annotations.NullMarked;
