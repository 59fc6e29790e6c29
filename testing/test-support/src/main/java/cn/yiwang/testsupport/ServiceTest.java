package cn.yiwang.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * A test of a whole service: its context with MockMvc on a real database (an empty schema for each context) and a real broker, with the
 * test issuer, a {@link MovableClock} and no registry. Classes with the same annotations share one context and so one schema.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@ExtendWith(ServiceTestExtension.class)
public @interface ServiceTest {

    /** Names of the services that this one asks: a WireMock server, {@link Upstreams#of}, stands in for each. */
    String[] upstreams() default {};
}
