package cn.yiwang.application.handling;

import cn.yiwang.application.guide.Guide.Audience;
import cn.yiwang.starter.ids.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of applicants for lists: an organization's in full, of a person's the first character. Whoever asks has the rows already. */
@Component
public class MaskedApplicants {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Applicants applicants;

    MaskedApplicants(JdbcClient jdbc, Applicants applicants) {
        this.jdbc = jdbc;
        this.applicants = applicants;
    }

    public Map<UUID, String> of(List<UUID> applications) {
        Map<UUID, String> names = new HashMap<>();
        for (int from = 0; from < applications.size(); from += AT_ONCE) {
            List<byte[]> ids = new ArrayList<>();
            applications
                    .subList(from, Math.min(from + AT_ONCE, applications.size()))
                    .forEach(id -> ids.add(Ids.toBytes(id)));
            jdbc.sql("SELECT public_id, applicant_sealed FROM application WHERE public_id IN (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        names.put(
                                Ids.fromBytes(row.getBytes("public_id")),
                                masked(applicants.open(row.getBytes("applicant_sealed"))));
                    });
        }
        return names;
    }

    static String masked(Applicant applicant) {
        String name = applicant.name();
        if (applicant.type() == Audience.ORGANIZATION || name.isEmpty()) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
