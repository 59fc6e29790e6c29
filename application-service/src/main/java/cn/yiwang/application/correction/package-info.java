/** The one notice of everything to be corrected (补正), what it asks for and what came in, below the aggregate. */
@NullMarked
package cn.yiwang.application.correction;

import org.jspecify.annotations.NullMarked;
