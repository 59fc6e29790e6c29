package cn.yiwang.testsupport;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Puts back after each test what all tests of the JVM share. */
final class ServiceTestExtension implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        MovableClock.shared().reset();
        Upstreams.reset();
    }
}
