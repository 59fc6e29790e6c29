/** Walks through the platform's main job with real tokens and through the gateway, as the people concerned would. */
@NullMarked
package cn.yiwang.localstack.demo;

import org.jspecify.annotations.NullMarked;
