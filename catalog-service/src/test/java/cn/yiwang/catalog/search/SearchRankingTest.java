package cn.yiwang.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.item.PublishedItem;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ItemType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what they mean. */
class SearchRankingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ItemFilter EVERYTHING = ItemFilter.on(TODAY);
    private static ItemIndex index;

    @BeforeAll
    static void fill() throws IOException {
        index = SeedIndex.open();
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "开药店, 00017200500001",
        "yaodian, 00017200500001",
        "kaiyaodian, 00017200500001",
        "ydxkz, 00017200500001",
        "kyd, 00017200500001",
        "药店, 00017200500001",
        "藥店, 00017200500001",
        "開藥店, 00017200500001",
        "我想开一家药店, 00017200500001",
        "开办药品零售企业许可, 00017200500001",
        "药品零售, 00017200500001",
        "郴州开药店, 00017200500001",
        "开药房, 00017200500001",
        "YAODIAN, 00017200500001",
        "ｙａｏｄｉａｎ, 00017200500001",
        "yao dian, 00017200500001",
        "药店变更, 00017200500002",
        "药店搬家, 00017200500002",
        "药店换证, 00017200500003",
        "yaodianhuanzheng, 00017200500003",
        "药店许可证丢了, 00017200500004",
        "关药店, 00017200500005",
        "注销药店, 00017200500005",
        "饭店, 00013102400001",
        "开饭店, 00013102400001",
        "kaifandian, 00013102400001",
        "食品经营许可证延续, 00013102400003",
        "小吃店, 430131056W0001",
        "食品小经营, 430131056W0001",
        "spxjy, 430131056W0001",
        "卖医疗器械, 00017202800001",
        "三类医疗器械经营许可, 00017202800001",
        "第三类医疗器械经营许可补发, 00017202800004",
        "网上卖医疗器械, 431072055W0001",
        "化妆品厂, 00017200100006",
        "化妆品生产许可证丢失, 00017200100003",
        "huazhuangpin, 00017200100006",
        "药厂, 00017200300001",
        "批发药品, 00017200400002",
        "药品广告, 00013103400001",
        "保健食品广告审查, 00013102600001",
        "精神药品零售, 00017201900001",
        "食品厂, 00013102300006",
        "00017200500001, 00017200500001",
        "000172028000, 00017202800001",
        "000172005000-03, 00017200500003",
        "172005, 00017200500001",
        "430131056w00, 430131056W0001",
        "11431000MB1938148M300017200500005, 00017200500005",
        "11431000MB1938148M3000172005000, 00017200500001",
    })
    void the_first_hit_is_what_was_meant(String said, String meant) {
        assertThat(keys(index.find(said, EVERYTHING, 0, 5).groups())).first().isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"药品零售店", "药证", "零售药"})
    void a_text_without_a_whole_word_of_ours_still_finds_something(String said) {
        assertThat(index.find(said, EVERYTHING, 0, 5).groups()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?",
                "***",
                "a*",
                "name:药店",
                "药店 AND (",
                "\"",
                "\\",
                "药店~2",
                "[1 TO 9]",
                "+-!(){}^",
                "' OR 1=1 --",
                "%",
                "_",
                "<script>",
                "💊",
                "\u0301\u0301\u0301",
                "\uFFFD",
                "0",
                "０",
                "ⅡⅢ",
                "zzzzzzzzzzzzzzzzzzzzzzzzzz"
            })
    void no_character_is_an_operator(String hostile) {
        assertThat(index.find(hostile, EVERYTHING, 0, 100).groups().size()).isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"药", "a", "药店", "yao", "1234", "药a1"})
    void the_longest_text_is_answered_within_a_second(String piece) {
        var text = piece.repeat(100).substring(0, 100);
        var before = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            index.find(text, EVERYTHING, 0, 100).groups();
        }
        assertThat((System.nanoTime() - before) / 20).isLessThan(1_000_000_000L);
    }

    /** Different characters make different clauses, and compatible forms of one character become many. */
    @ParameterizedTest
    @MethodSource("longTextsOfManyCharacters")
    void a_long_text_of_many_characters_is_answered_too(String text) {
        assertThat(index.find(text, EVERYTHING, 0, 20).groups().size()).isLessThanOrEqualTo(20);
        assertThat(index.highlights(text, "药品零售")).isNotNull();
    }

    static List<String> longTextsOfManyCharacters() {
        var said = String.join(
                "",
                SeedIndex.items().stream().map(PublishedItem::name).distinct().toList());
        var characters = said.codePoints()
                .distinct()
                .limit(100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var syllables = new StringBuilder();
        for (var first : "bpmfdtnlgkhjqxzcsr".toCharArray()) {
            for (var second : "aeiou".toCharArray()) {
                syllables.append(first).append(second);
            }
        }
        return List.of(
                characters,
                new StringBuilder(characters).reverse().toString(),
                characters.replace('药', '要').replace('品', '拼').replace('食', '时'),
                syllables.substring(0, 100),
                syllables.substring(80, 180),
                "㍿".repeat(100),
                "\uFDFA".repeat(100),
                "㋿㍻㍼㍽㍾".repeat(20),
                "㎯".repeat(100));
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repetition() {
        var whole = keys(index.find("许可", EVERYTHING, 0, 100).groups());
        assertThat(whole).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        var paged = new ArrayList<String>();
        for (int position = 0; position < whole.size(); position += 7) {
            paged.addAll(keys(index.find("许可", EVERYTHING, position, 7).groups()));
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void without_a_text_everything_is_listed_by_code() {
        var seen = new HashSet<String>();
        var after = "";
        for (var page = index.list(EVERYTHING, after, 30); !page.isEmpty(); page = index.list(EVERYTHING, after, 30)) {
            assertThat(keys(page)).isSorted();
            page.forEach(shown -> assertThat(seen.add(shown.group().key())).isTrue());
            after = page.getLast().group().key();
        }
        assertThat(seen).hasSize(116);
    }

    @Test
    void a_region_is_served_by_itself_by_those_above_and_by_those_inside() {
        var chenzhou = EVERYTHING.in(new DivisionCode("431000"));
        var found = index.find("许可", chenzhou, 0, 100).groups();
        assertThat(found.stream().flatMap(shown -> shown.items().stream()).map(item -> item.division()
                        .value()))
                .contains("430000", "431000", "431026")
                .doesNotContain("430700", "430200", "430611");
        var rucheng = EVERYTHING.in(new DivisionCode("431026"));
        assertThat(keys(index.find("开药店", rucheng, 0, 1).groups())).containsExactly("00017200500001");
        var changde = EVERYTHING.in(new DivisionCode("430700"));
        assertThat(keys(index.find("药店换证", changde, 0, 1).groups())).doesNotContain("00017200500003");
    }

    @Test
    void a_type_filters() {
        var filings = EVERYTHING.ofType(ItemType.OTHER_POWER);
        assertThat(keys(index.list(filings, "", 100))).containsExactly("431072055W0001");
        assertThat(index.find("开饭店", filings, 0, 10).groups()).isEmpty();
    }

    @Test
    void what_is_not_in_force_yet_is_not_found() {
        var before = ItemFilter.on(LocalDate.of(2025, 12, 31));
        assertThat(index.list(before, "", 10)).isEmpty();
        assertThat(index.find("开药店", before, 0, 10).groups()).isEmpty();
    }

    private static List<String> keys(List<Shown> groups) {
        return groups.stream().map(shown -> shown.group().key()).toList();
    }
}
