package cn.yiwang.testsupport;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Lets {@link ServiceTest} shape the contexts of the classes that carry it. */
final class ServiceTestCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, ServiceTest.class);
        return annotation == null
                ? null
                : new ServiceTestCustomizer(
                        Arrays.stream(annotation.upstreams()).sorted().toList());
    }
}
