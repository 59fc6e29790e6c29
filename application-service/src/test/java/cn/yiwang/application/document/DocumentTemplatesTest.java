package cn.yiwang.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yiwang.application.lifecycle.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTemplatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** What {@link CaseFacts} always says; the rest comes from the fields of a kind or from its step. */
    private static final Set<String> COMMON = Set.of(
            "itemName",
            "itemCode",
            "applicationNumber",
            "bodyName",
            "bodyCode",
            "applicantName",
            "applicantCode",
            "codeLabel",
            "submittedDay",
            "resultName",
            "day",
            "remedies");

    private static final DocumentKinds KINDS = new DocumentKinds();
    private static final Templates TEMPLATES = new Templates();

    static Stream<DocumentKind> kinds() {
        return KINDS.all().stream();
    }

    @Test
    void there_are_the_documents_of_the_whole_procedure() {
        assertThat(KINDS.all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(KINDS.all()).extracting(DocumentKind::stage).contains(Stage.values());
        var words = KINDS.all().stream()
                .map(DocumentKind::word)
                .filter(word -> word != null)
                .toList();
        assertThat(words).as("each series has a word of its own").doesNotHaveDuplicates();
        assertThat(TEMPLATES.all())
                .extracting(Template::kind)
                .containsExactlyInAnyOrderElementsOf(
                        KINDS.all().stream().map(DocumentKind::code).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_is_told_completely(DocumentKind kind) {
        assertThat(kind.title()).isNotBlank();
        assertThat(kind.titleEn()).isNotBlank();
        assertThat(kind.basis()).isNotBlank();
        assertThat(kind.isMadeByHand()).as("by hand or by a step").isNotEqualTo(kind.event() != null);
        var statuses = Arrays.stream(Status.values()).map(Enum::name).collect(Collectors.toSet());
        assertThat(statuses).containsAll(kind.during());
        assertThat(kind.during().isEmpty()).isNotEqualTo(kind.isMadeByHand());
        if (kind.isDeliverable()) {
            assertThat(kind.reader()).isNotEqualTo(DocumentKind.Reader.OFFICE);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_document_made_by_hand_says_each_of_its_fields_and_nothing_that_nobody_gives(DocumentKind kind) {
        var places = places(TEMPLATES.inForce(kind.code(), DAY));
        var fields = kind.fields().stream().map(DocumentKind.Field::name).collect(Collectors.toSet());
        assertThat(places).containsAll(fields);
        if (kind.isMadeByHand()) {
            places.removeAll(fields);
            assertThat(COMMON).containsAll(places);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_page_is_well_formed_and_leaves_no_place_open(DocumentKind kind) throws Exception {
        var template = TEMPLATES.inForce(kind.code(), DAY);
        Map<String, List<String>> facts = new HashMap<>();
        places(template).forEach(place -> facts.put(place, List.of("值<&>\n第二行", "“引号”")));
        var html = DocumentPage.html(document(kind, template), template, facts);
        var page = Pages.parsed(html);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(kind.title());
        assertThat(said(page)).doesNotContain("{").contains("值<&>").contains("2026年11月23日");
        var silent = DocumentPage.html(document(kind, template), template, Map.of());
        assertThat(said(Pages.parsed(silent))).doesNotContain("{");
    }

    @Test
    void a_document_keeps_the_words_of_its_day() {
        assertThat(TEMPLATES.inForce("LEGAL_REVIEW_OPINION", DAY).version()).isEqualTo(1);
        assertThatThrownBy(() -> TEMPLATES.inForce("LEGAL_REVIEW_OPINION", LocalDate.of(2018, 12, 4)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_table_in_the_docs_knows_every_kind(DocumentKind kind) throws IOException {
        var table = Files.readString(Path.of("../docs/official-documents.md"));
        assertThat(table)
                .contains("| " + kind.stage().label() + " | " + kind.title() + " | `" + kind.code() + "` |")
                .contains("| " + kind.basis() + " |");
    }

    private static String said(org.w3c.dom.Document page) {
        return page.getElementsByTagName("body").item(0).getTextContent();
    }

    private static Set<String> places(Template template) {
        return template.lines().stream()
                .flatMap(line -> PLACE.matcher(line).results().map(place -> place.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Document document(DocumentKind kind, Template template) {
        return new Document(
                1,
                UUID.fromString("019a0f3c-8b11-7c55-a1c2-d3e4f5061728"),
                1,
                kind,
                1,
                "11431000MB1938148M",
                "郴州市市场监督管理局",
                template.version(),
                kind.word() == null ? null : "郴市监" + kind.word() + "〔2026〕1号",
                DAY,
                Instant.EPOCH,
                null,
                null);
    }
}
