/** Joint handling (一口受理、并行办理): one window takes in, departments look through and review side by side, nobody waits for ever. */
@NullMarked
package cn.yiwang.application.joint;

import org.jspecify.annotations.NullMarked;
