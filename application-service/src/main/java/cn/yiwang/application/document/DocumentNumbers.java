package cn.yiwang.application.document;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of documents (文号): short name of the body, word of the kind, year in 〔〕, and a serial without gaps. */
@Component
class DocumentNumbers {

    private final JdbcClient jdbc;
    private final ShortNames shortNames;

    DocumentNumbers(JdbcClient jdbc, ShortNames shortNames) {
        this.jdbc = jdbc;
        this.shortNames = shortNames;
    }

    /** A number that was drawn, and its place in its series. */
    record Numbered(String text, String word, int year, int serial) {}

    /**
     * The next number of a series. The series stays locked until the caller's transaction ends: what is rolled back is given to the next
     * document, so that no number is ever missing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Numbered draw(String body, String bodyName, String word, int year) {
        jdbc.sql("""
                INSERT INTO document_series (body, word, year, last_serial) VALUES (:body, :word, :year, 1)
                ON DUPLICATE KEY UPDATE last_serial = last_serial + 1
                """)
                .param("body", body)
                .param("word", word)
                .param("year", year)
                .update();
        int serial = jdbc.sql(
                        "SELECT last_serial FROM document_series WHERE body = :body AND word = :word AND year = :year")
                .param("body", body)
                .param("word", word)
                .param("year", year)
                .query(Integer.class)
                .single();
        String name = shortNames.shortNames().getOrDefault(body, bodyName);
        return new Numbered("%s%s〔%d〕%d号".formatted(name, word, year, serial), word, year, serial);
    }

    /** {@code yiwang.documents.short-names.<credit code>}: how a body is called in numbers; its full name where nothing is set. */
    @ConfigurationProperties("yiwang.documents")
    record ShortNames(@DefaultValue Map<String, String> shortNames) {

        ShortNames {
            shortNames = Map.copyOf(shortNames);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ShortNames.class)
    static class Settings {}
}
