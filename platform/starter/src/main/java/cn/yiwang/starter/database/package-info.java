/** The starter's own tables, migrated in every service's schema before the service's own migrations. */
@NullMarked
package cn.yiwang.starter.database;

import org.jspecify.annotations.NullMarked;
