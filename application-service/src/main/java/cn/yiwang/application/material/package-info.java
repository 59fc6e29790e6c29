/** Uploaded files: what they really are, where they lie, and which application they belong to. */
@NullMarked
package cn.yiwang.application.material;

import org.jspecify.annotations.NullMarked;
