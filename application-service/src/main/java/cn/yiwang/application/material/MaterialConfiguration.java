package cn.yiwang.application.material;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where materials are kept: the directory {@code yiwang.files.directory}. */
@Configuration(proxyBeanMethods = false)
class MaterialConfiguration {

    @Bean
    MaterialStore materialStore(@Value("${yiwang.files.directory:}") String directory, Clock clock) throws IOException {
        if (directory.isBlank()) {
            throw new IllegalStateException(
                    "yiwang.files.directory (YIWANG_FILES_DIRECTORY) is not set: the directory where materials are kept");
        }
        return new DirectoryMaterialStore(Path.of(directory).toAbsolutePath(), clock);
    }
}
