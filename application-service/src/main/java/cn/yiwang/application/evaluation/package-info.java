/** Invitations to evaluate a service (好差评): one for each step that can be evaluated. */
@NullMarked
package cn.yiwang.application.evaluation;

import org.jspecify.annotations.NullMarked;
