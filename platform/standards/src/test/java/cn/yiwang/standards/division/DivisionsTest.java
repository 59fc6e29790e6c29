package cn.yiwang.standards.division;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.standards.DivisionCode;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final Divisions divisions = Divisions.bundled();

    @Test
    void hunan_has_14_prefectures_122_counties_and_12_statistical_zones() {
        assertThat(count(DivisionLevel.PROVINCE)).isEqualTo(1);
        assertThat(count(DivisionLevel.PREFECTURE)).isEqualTo(14);
        assertThat(count(DivisionLevel.COUNTY)).isEqualTo(122);
        assertThat(count(DivisionLevel.STATISTICAL_ZONE)).isEqualTo(12);
    }

    @Test
    void every_division_has_its_parent_and_no_code_is_in_force_twice() {
        var seen = new HashSet<DivisionCode>();
        for (Division division : divisions.on(TODAY)) {
            assertThat(seen.add(division.code())).as(division.name()).isTrue();
            if (division.level() != DivisionLevel.PROVINCE) {
                assertThat(division.parent()).isEqualTo(division.code().parent().orElseThrow());
                assertThat(divisions.find(division.code().parent().orElseThrow(), TODAY))
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "431000, 2026-11-22, 郴州市",
        "431026, 2026-11-22, 汝城县",
        "430182, 2026-11-22, 宁乡市",
        "430182, 2017-04-09,",
        "430124, 2017-04-09, 宁乡县",
        "430124, 2017-04-10,",
        "430221, 2018-06-18, 株洲县",
        "430212, 2018-06-19, 渌口区",
        "430521, 2019-07-04,",
        "431121, 2021-01-19, 祁阳县",
        "431181, 2021-01-20, 祁阳市",
        "431099, 2026-11-22,",
        "110000, 2026-11-22,",
        "nonsense, 2026-11-22,"
    })
    void a_code_is_found_only_on_days_on_which_it_is_in_force(String code, LocalDate on, String name) {
        assertThat(divisions.find(code, on).map(Division::name).orElse(null)).isEqualTo(name);
    }

    @Test
    void what_could_not_be_compared_with_a_source_is_marked_and_everything_in_force_has_a_source() {
        assertThat(divisions.all())
                .filteredOn(division -> !division.confirmed())
                .extracting(division -> division.code().value())
                .containsExactlyInAnyOrder("430122", "430124", "430221", "430521", "431121", "430212", "430582");
        assertThat(divisions.on(TODAY)).allMatch(division -> !division.source().isBlank());
    }

    @Test
    void a_statistical_zone_is_on_record_but_not_part_of_the_national_standard() {
        Division zone = divisions.find("430371", TODAY).orElseThrow();
        assertThat(zone.isInNationalStandard()).isFalse();
        assertThat(divisions.find("430302", TODAY).orElseThrow().isInNationalStandard())
                .isTrue();
    }

    @Test
    void the_children_of_a_prefecture_are_its_counties() {
        assertThat(divisions.children(new DivisionCode("431000"), TODAY))
                .hasSize(11)
                .allMatch(child -> child.level() == DivisionLevel.COUNTY);
        assertThat(divisions.children(new DivisionCode("430000"), TODAY)).hasSize(14);
        assertThat(divisions.children(new DivisionCode("431026"), TODAY)).isEmpty();
    }

    private long count(DivisionLevel level) {
        return divisions.on(TODAY).stream().filter(d -> d.level() == level).count();
    }
}
