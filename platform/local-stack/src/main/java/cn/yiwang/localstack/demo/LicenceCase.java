package cn.yiwang.localstack.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** A company wants to open a pharmacy: from the search box to the licence in its hands. */
final class LicenceCase {

    private static final String APPLICATIONS = "/api/v1/applications";
    private static final String NAME = "开办药品零售企业许可";
    private static final String LEAD_BODY = "11431000MB1938148M";
    private static final Map<String, String> REVIEWERS =
            Map.of(LEAD_BODY, "reviewer", "11431000MBEX00021B", "second-reviewer");
    private static final Duration CERTIFICATE_WITHIN = Duration.ofSeconds(30);

    private final Front front;
    private final Journal journal;

    private String itemCode = "";
    private List<String> required = List.of();
    private String id = "";
    private String number = "";
    private String queryCode = "";
    private String tag = "";
    private Map<String, String> reviewTags = Map.of();
    private String certificate = "";
    private String identifier = "";
    private String verification = "";

    LicenceCase(Front front, Journal journal) {
        this.front = front;
        this.journal = journal;
    }

    /** Up to the decision. */
    void walk() {
        journal.chapter("A company opens a pharmacy (开药店)");
        journal.step("the catalog finds the retail pharmacy licence first for 开药店", this::find);
        journal.step("the guide in force says what is needed", this::readGuide);
        journal.step("the guide's questions cut it to the company's own case", this::answerQuestions);
        journal.step("the company's agent opens a draft", this::draft);
        journal.step("the agent uploads the required materials", this::upload);
        journal.step("the agent submits it", this::submit);
        journal.step("anybody with number and query code sees the progress", this::progress);
        journal.step("the window clerk accepts it, and the due date is set", this::accept);
        journal.step("two departments review it at once", this::review);
        journal.step("the approver grants it", this::decide);
        journal.step("the certificate has been issued and the application knows it", this::awaitCertificate);
        journal.step("the certificate is verified by its public link, without a token", this::verify);
        journal.step("the certificate is delivered to the company's own space", this::deliver);
        journal.step("the history tells who did what", this::history);
    }

    String id() {
        return id;
    }

    String certificate() {
        return certificate;
    }

    private String find() {
        String query = URLEncoder.encode("开药店", StandardCharsets.UTF_8);
        Answer answer = front.expect(200, Call.get("/api/v1/items?division=431000&query=" + query));
        JsonNode first = answer.at("/items/0");
        if (!NAME.equals(first.path("name").asString(""))) {
            throw new StepFailedException("first comes " + first.path("name") + " and not " + NAME);
        }
        JsonNode offer = first.path("implementations").path(0);
        itemCode = offer.path("itemCode").asString("");
        return "%s %s, offered by %s"
                .formatted(itemCode, NAME, offer.at("/body/name").asString(""));
    }

    private String readGuide() {
        Answer item = front.expect(200, Call.get("/api/v1/items/" + itemCode));
        required = item.at("/guide/materials")
                .valueStream()
                .filter(material -> material.path("necessity").asString("").equals("REQUIRED"))
                .map(material -> material.path("code").asString(""))
                .toList();
        if (required.isEmpty()) {
            throw new StepFailedException("the guide asks for no material");
        }
        return "version %d, %d required materials, promised within %d %s"
                .formatted(
                        item.at("/version").asInt(),
                        required.size(),
                        item.at("/guide/timeLimits/promised/amount").asInt(),
                        item.at("/guide/timeLimits/promised/unit").asString(""));
    }

    private String answerQuestions() {
        Map<String, List<String>> answers = Map.of("pharmacist", List.of("licensed"), "kind", List.of("single"));
        Answer own =
                front.expect(200, Call.post("/api/v1/items/" + itemCode + "/situations", Map.of("answers", answers)));
        List<String> materials = own.at("/guide/materials")
                .valueStream()
                .map(material -> material.path("name").asString(""))
                .toList();
        if (materials.isEmpty()) {
            throw new StepFailedException("nothing is left of the guide's materials");
        }
        return "a single shop with a licensed pharmacist brings " + String.join("、", materials);
    }

    private String draft() {
        Map<String, Object> body = new HashMap<>();
        body.put("itemCode", itemCode);
        body.put("summary", "在苏仙区开办一家零售药店");
        body.put("contact", Map.of("name", "李安康（示例）", "phone", "13800000000"));
        body.put("fields", Map.of("经营地址", "郴州市苏仙区示例路1号", "经营范围", "中成药、化学药制剂"));
        Answer answer = front.expect(201, Call.post(APPLICATIONS, body).as("agent"));
        id = answer.text("id");
        tag = answer.tag();
        return "application " + id + " is " + status(answer);
    }

    private String upload() {
        List<String> names = new ArrayList<>();
        for (String code : required) {
            boolean odd = names.size() % 2 == 1;
            String name = odd ? "执业药师注册证.png" : "申请书.pdf";
            Form form = new Form().field("materialCode", code);
            form = odd
                    ? form.file("file", name, "image/png", Papers.png())
                    : form.file("file", name, "application/pdf", Papers.pdf("Application form " + code));
            Answer answer = front.expect(
                    201,
                    Call.upload(APPLICATIONS + "/" + id + "/materials", form).as("agent"));
            tag = answer.tag();
            names.add(answer.text("fileName") + " (" + answer.text("mediaType") + ", "
                    + answer.at("/size").asLong() + " bytes)");
        }
        return String.join(", ", names);
    }

    private String submit() {
        Answer answer = front.expect(
                201,
                Call.post(APPLICATIONS + "/" + id + "/submissions", Map.of())
                        .as("agent")
                        .ifMatch(tag));
        number = answer.text("number");
        queryCode = answer.text("queryCode");
        tag = answer.tag();
        return "number %s, now %s, to be accepted by %s"
                .formatted(number, status(answer), answer.at("/due/on").asString(""));
    }

    private String progress() {
        Answer answer = front.expect(
                200, Call.get("/api/v1/application-progress/" + number).header("Query-Code", queryCode));
        return answer.at("/status/label").asString("") + ": " + answer.text("explanation");
    }

    private String accept() {
        Answer answer = front.expect(
                201,
                Call.post(APPLICATIONS + "/" + id + "/acceptances", Map.of())
                        .as("window-clerk")
                        .ifMatch(tag));
        Map<String, String> tags = new HashMap<>();
        answer.at("/reviews")
                .forEach(review -> tags.put(
                        review.path("department").asString(""),
                        review.path("etag").asString("")));
        reviewTags = tags;
        return "%s, due on %s (statutory %s), reviews by %d departments"
                .formatted(
                        status(answer),
                        answer.at("/due/on").asString(""),
                        answer.at("/due/statutoryOn").asString(""),
                        tags.size());
    }

    private String review() {
        REVIEWERS.values().forEach(front::token);
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = new ArrayList<>();
            reviewTags.forEach(
                    (department, reviewTag) -> running.add(threads.submit(() -> reviewOf(department, reviewTag))));
            for (Future<String> review : running) {
                answers.add(review.get());
            }
        } catch (ExecutionException e) {
            throw new StepFailedException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailedException("interrupted", e);
        }
        if (answers.size() != REVIEWERS.size()) {
            throw new StepFailedException(answers.size() + " departments reviewed it, not " + REVIEWERS.size());
        }
        return String.join("; ", answers);
    }

    private String reviewOf(String department, String reviewTag) {
        String reviewer = REVIEWERS.get(department);
        if (reviewer == null) {
            throw new StepFailedException("nobody reviews for " + department);
        }
        front.expect(
                201,
                Call.post(APPLICATIONS + "/" + id + "/reviews", Map.of("outcome", "APPROVED", "opinion", "现场核查符合要求"))
                        .as(reviewer)
                        .ifMatch(reviewTag));
        return reviewer + " of " + department + " approved";
    }

    private String decide() {
        Answer read = front.expect(200, Call.get(APPLICATIONS + "/" + id).as("approver"));
        Answer answer = front.expect(
                201,
                Call.post(APPLICATIONS + "/" + id + "/decisions", Map.of("outcome", "GRANTED"))
                        .as("approver")
                        .ifMatch(read.tag()));
        return "now " + status(answer);
    }

    private String awaitCertificate() {
        Answer read = Await.until("the certificate", CERTIFICATE_WITHIN, () -> {
            Answer answer = front.expect(200, Call.get(APPLICATIONS + "/" + id).as("agent"));
            return answer.at("/certificate/identifier").asString("").isEmpty() ? Optional.empty() : Optional.of(answer);
        });
        certificate = read.at("/certificate/id").asString("");
        identifier = read.at("/certificate/identifier").asString("");
        tag = read.tag();
        Answer held = front.expect(
                200, Call.get("/api/v1/certificates/" + certificate).as("agent"));
        verification = held.text("verificationLink");
        return "%s %s, valid to %s".formatted(identifier, held.text("certificateNumber"), held.text("validTo"));
    }

    private String verify() {
        URI link = URI.create(verification);
        Answer answer = front.expect(200, Call.get(link.getRawPath() + "?" + link.getRawQuery()));
        if (!answer.at("/signatureValid").asBoolean(false)
                || !answer.text("identifier").equals(identifier)) {
            throw new StepFailedException("the certificate does not verify: " + answer.body());
        }
        front.expect(404, Call.get(link.getRawPath() + "?token=wrong"));
        return "%s of %s: %s, the SM2 signature is valid; with a wrong token there is nothing to see"
                .formatted(
                        answer.at("/type/name").asString(""),
                        answer.text("holderName"),
                        answer.at("/status/label").asString(""));
    }

    private String deliver() {
        Answer read = front.expect(200, Call.get(APPLICATIONS + "/" + id).as("agent"));
        Answer held =
                front.expect(200, Call.get("/api/v1/certificates?limit=100").as("agent"));
        boolean there = held.at("/items")
                .valueStream()
                .anyMatch(line -> certificate.equals(line.path("id").asString("")));
        if (!read.at("/status/code").asString("").equals("DELIVERED") || !there) {
            throw new StepFailedException("it has not been delivered: " + read.at("/status") + " " + held.body());
        }
        return "now %s, since %s".formatted(status(read), read.text("deliveredAt"));
    }

    private String history() {
        Answer answer =
                front.expect(200, Call.get(APPLICATIONS + "/" + id + "/history").as("window-clerk"));
        return String.join(
                ", ",
                answer.at("/items")
                        .valueStream()
                        .map(entry -> entry.path("event").asString(""))
                        .toList());
    }

    private static String status(Answer answer) {
        return answer.at("/status/label").asString("");
    }
}
