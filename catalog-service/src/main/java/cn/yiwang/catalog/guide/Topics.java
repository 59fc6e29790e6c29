package cn.yiwang.catalog.guide;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The themes of an item (主题分类), by their codes in the provincial lists.
 *
 * @param person themes for natural persons, for example 145 医疗卫生
 * @param organization themes for organizations, for example 010 准营准办
 */
public record Topics(
        @Size(max = 20) List<@NotNull @Pattern(regexp = "[0-9]{3}") String> person,
        @Size(max = 20) List<@NotNull @Pattern(regexp = "[0-9]{3}") String> organization) {

    public Topics {
        person = Absent.asEmpty(person);
        organization = Absent.asEmpty(organization);
    }
}
