/** What the bodies disclose around their items (信息公开): written, reviewed for secrecy, published, and archived in the end. */
@NullMarked
package cn.yiwang.catalog.disclosure;

import org.jspecify.annotations.NullMarked;
