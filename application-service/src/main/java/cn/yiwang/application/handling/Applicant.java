package cn.yiwang.application.handling;

import cn.yiwang.application.guide.Guide.Audience;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who applies and how to reach them. Stored sealed as a whole; never logged.
 *
 * @param code the credit code of an organization, the id number of a person
 * @param agentSubject who made the call, which for an organization is its agent
 * @param fields further lines for the certificate, such as the address of the premises
 */
public record Applicant(
        Audience type,
        String code,
        String name,
        String agentSubject,
        String agentName,
        @Nullable Contact contact,
        Map<String, String> fields) {

    public Applicant {
        fields = Map.copyOf(fields);
    }

    Applicant with(@Nullable Contact newContact, Map<String, String> newFields) {
        return new Applicant(type, code, name, agentSubject, agentName, newContact, newFields);
    }

    /** Leaves everything personal out. */
    @Override
    public String toString() {
        return "Applicant[" + type + "]";
    }

    /** Whom to call about the application. */
    public record Contact(
            String name, @Nullable String phone, @Nullable String address) {

        @Override
        public String toString() {
            return "Contact[***]";
        }
    }
}
