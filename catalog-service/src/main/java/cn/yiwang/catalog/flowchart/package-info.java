/** The flow chart of a guide (流程图), drawn from its process links. */
@NullMarked
package cn.yiwang.catalog.flowchart;

import org.jspecify.annotations.NullMarked;
