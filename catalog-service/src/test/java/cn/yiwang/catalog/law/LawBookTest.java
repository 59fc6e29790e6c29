package cn.yiwang.catalog.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.law.Law.Clock;
import cn.yiwang.catalog.law.Law.Figure;
import cn.yiwang.catalog.law.Law.Kind;
import cn.yiwang.standards.calendar.LimitUnit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final LawBook BOOK = new LawBook(
            List.of(
                    law("old", "某条例", "国务院令第54号", "2000-01-01", "2010-01-01", "middle"),
                    law("middle", "某条例", "国务院令第154号", "2010-01-01", "2020-01-01", "new"),
                    law("new", "某条例", "国务院令第540号", "2020-01-01", null, null, figure(20, "000172028000")),
                    law("detail", "某办法", "总局令第1号", "2020-01-01", null, null, figure(10, "00017202800002")),
                    law("law-a", "中华人民共和国甲法", "主席令第31号", "2010-01-01", null, null, figure(30)),
                    law("law-b", "中华人民共和国乙法", "主席令第31号", "2015-01-01", "2016-01-01", null)),
            6);

    @ParameterizedTest
    @CsvSource({
        "某条例, 国务院令第54号, old",
        "《某条例》, 中华人民共和国国务院令 第154号, middle",
        "某条例（国务院令第540号）, , new",
        "某条例, , new",
        "随便什么, 国务院令第540号, new",
        "甲法, , law-a",
        "中华人民共和国甲法, 主席令第31号, law-a",
        "乙法, 主席令第31号, law-b",
    })
    void a_citation_means_one_text(String title, @Nullable String number, String id) {
        assertThat(BOOK.cited(title, number, TODAY)).map(Law::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"没有的条例, ", "没有的条例, 国务院令第4号", "丙法, 主席令第31号"})
    void what_the_register_does_not_know_is_nothing(String title, @Nullable String number) {
        assertThat(BOOK.cited(title, number, TODAY)).isEmpty();
    }

    @Test
    void a_title_means_the_text_of_its_day() {
        assertThat(BOOK.cited("某条例", null, LocalDate.of(2015, 5, 5)))
                .map(Law::id)
                .contains("middle");
        assertThat(BOOK.cited("某条例", null, LocalDate.of(1990, 5, 5)))
                .map(Law::id)
                .contains("new");
    }

    @Test
    void a_chain_of_repeals_leads_to_what_is_in_force() {
        var old = BOOK.find("old").orElseThrow();
        assertThat(BOOK.successorOf(old, TODAY)).map(Law::id).contains("new");
        assertThat(BOOK.successorOf(old, LocalDate.of(2012, 1, 1))).map(Law::id).contains("middle");
        assertThat(BOOK.successorOf(BOOK.find("law-b").orElseThrow(), TODAY)).isEmpty();
    }

    @Test
    void the_last_day_is_the_day_before_the_repeal() {
        var old = BOOK.find("old").orElseThrow();
        assertThat(old.isInForce(LocalDate.of(2009, 12, 31))).isTrue();
        assertThat(old.isInForce(LocalDate.of(2010, 1, 1))).isFalse();
        assertThat(old.isInForce(LocalDate.of(1999, 12, 31))).isFalse();
    }

    @Test
    void the_more_special_figure_counts() {
        assertThat(BOOK.specialFigure("00017202800001", Clock.DECISION, TODAY))
                .map(set -> set.figure().amount())
                .contains(20);
        assertThat(BOOK.specialFigure("00017202800002", Clock.DECISION, TODAY))
                .map(set -> set.figure().amount())
                .contains(10);
        assertThat(BOOK.specialFigure("00017202900001", Clock.DECISION, TODAY)).isEmpty();
        assertThat(BOOK.specialFigure("00017202800001", Clock.DELIVERY, TODAY)).isEmpty();
        assertThat(BOOK.generalFigure(Clock.DECISION, TODAY))
                .map(set -> set.figure().amount())
                .contains(30);
    }

    @Test
    void free_text_mentions_laws_by_number_but_orders_of_the_president_by_title_only() {
        assertThat(BOOK.mentionedIn("依据（国务院令第154号）第三条")).extracting(Law::id).containsExactly("middle");
        assertThat(BOOK.mentionedIn("主席令第31号")).isEmpty();
    }

    private static Figure figure(int amount, String... items) {
        return new Figure(Clock.DECISION, amount, LimitUnit.WORKING_DAY, "第一条", List.of(items));
    }

    private static Law law(
            String id,
            String title,
            String number,
            String from,
            @Nullable String repealedFrom,
            @Nullable String replacedBy,
            Figure... figures) {
        return new Law(
                id,
                title,
                number,
                Kind.ADMINISTRATIVE_REGULATION,
                LocalDate.parse(from),
                repealedFrom == null ? null : LocalDate.parse(repealedFrom),
                replacedBy,
                true,
                null,
                List.of(),
                List.of(figures));
    }
}
