package cn.yiwang.application.delivery;

import cn.yiwang.application.document.ContentRules;
import cn.yiwang.application.document.Document;
import cn.yiwang.application.document.DocumentKind;
import cn.yiwang.application.document.DocumentKinds;
import cn.yiwang.application.document.Facts;
import cn.yiwang.application.document.IssueDocuments;
import cn.yiwang.application.handling.Application;
import cn.yiwang.application.handling.CaseFile;
import cn.yiwang.application.handling.CaseFiles;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes receipts of delivery: without one, a delivery is not proven (Civil Procedure Law Art. 87). */
@Component
class DeliveryReceipts {

    private static final String KIND = "DELIVERY_RECEIPT";

    private final CaseFiles files;
    private final IssueDocuments issue;
    private final DocumentKind kind;
    private final Clock clock;

    DeliveryReceipts(CaseFiles files, IssueDocuments issue, DocumentKinds kinds, Clock clock) {
        this.files = files;
        this.issue = issue;
        this.kind = kinds.get(KIND);
        this.clock = clock;
    }

    void write(
            Actor actor,
            Application application,
            Document document,
            DeliveryMethod method,
            Map<String, ?> contents,
            LocalDate deliveredOn) {
        CaseFile file = files.of(application.id());
        Facts facts = new Facts()
                .put("applicantName", file.applicant().name())
                .put("documentTitle", document.kind().title())
                .put("documentNumber", document.number())
                .put("method", method.label())
                .put("deliveredDay", deliveredOn)
                .put("officer", actor.name())
                .put("meaning", method.meaning());
        ContentRules.facts(method.fields(), contents, facts);
        day(facts, "sentDay", contents.get("sentOn"));
        day(facts, "announcedDay", contents.get("announcedOn"));
        issue.issueNext(file, kind, ChinaTime.today(clock), facts, actor.subject());
    }

    private static void day(Facts facts, String name, @Nullable Object day) {
        facts.put(name, day == null ? null : LocalDate.parse(String.valueOf(day)));
    }
}
