package cn.yiwang.catalog.guide;

import cn.yiwang.catalog.guide.ProcessLink.Department;
import cn.yiwang.starter.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an item is dealt with. Every part may be absent, which says nothing about it.
 *
 * @param onlineDepth the level of the provincial scale (网办深度)
 * @param onlineUrl where it is applied for online
 * @param channels in what ways it can be applied for (办理形式)
 * @param serviceObjects whom it serves, more finely than the audiences (服务对象)
 * @param crossRegion where else than at the body it can be applied for (通办范围)
 * @param paidOnline whether the fees can be paid online
 * @param selfService whether a terminal takes it
 */
public record Handling(
        @Nullable CaseType caseType,
        @Nullable Examination examination,
        @Nullable OnlineDepth onlineDepth,

        @Pattern(regexp = "https://[^\\s\\p{Cntrl}]{1,480}") @Nullable
        String onlineUrl,

        @Size(max = 3) List<@NotNull Channel> channels,
        @Size(max = 7) List<@NotNull ServiceObject> serviceObjects,
        @Nullable CrossRegion crossRegion,
        @Valid @Nullable Appointment appointment,
        @Nullable Boolean materialsByMail,
        @Nullable Boolean resultByMail,
        @Nullable Boolean paidOnline,
        @Nullable Boolean selfService,
        @Valid @Nullable Commitment commitment,
        @Valid @Nullable QuantityLimit quantityLimit,
        @Valid @Nullable SeveralBodies severalBodies) {

    public Handling {
        channels = Absent.asEmpty(channels);
        serviceObjects = Absent.asEmpty(serviceObjects);
    }

    List<Department> others() {
        return severalBodies == null ? List.of() : severalBodies.others();
    }

    Handling withDepartmentNames(Map<String, String> names) {
        if (severalBodies == null) {
            return this;
        }
        var named = severalBodies.others().stream()
                .map(other -> new Department(other.code(), names.get(other.code())))
                .toList();
        return new Handling(
                caseType,
                examination,
                onlineDepth,
                onlineUrl,
                channels,
                serviceObjects,
                crossRegion,
                appointment,
                materialsByMail,
                resultByMail,
                paidOnline,
                selfService,
                commitment,
                quantityLimit,
                new SeveralBodies(severalBodies.mode(), named, severalBodies.explanation()));
    }

    /** 办件类型. */
    public enum CaseType {
        /** 即办件: done on the spot. */
        IMMEDIATE,
        /** 承诺件: done within the promise. */
        PROMISED
    }

    /** 事项审查类型. */
    public enum Examination {
        /** 即审即办. */
        ON_THE_SPOT,
        /** 前审后批. */
        REVIEW_THEN_APPROVAL
    }

    /** 网办深度, of which the fourth level needs no visit. */
    public enum OnlineDepth {
        LEVEL_1,
        LEVEL_2,
        LEVEL_3,
        LEVEL_4
    }

    /** 办理形式. */
    public enum Channel {
        WINDOW,
        ONLINE,
        MAIL
    }

    /** 服务对象. */
    public enum ServiceObject {
        NATURAL_PERSON,
        ENTERPRISE,
        PUBLIC_INSTITUTION,
        SOCIAL_ORGANIZATION,
        UNINCORPORATED_BUSINESS,
        GOVERNMENT_BODY,
        OTHER_ORGANIZATION
    }

    /** 通办范围. */
    public enum CrossRegion {
        NONE,
        COUNTY,
        CITY,
        PROVINCE,
        NATION
    }

    /** Whether an appointment can or must be made. */
    public record Appointment(
            @NotNull AppointmentMode mode,
            @Min(1) @Max(99_999) @Nullable Integer perDay,
            @PlainText(min = 1, max = 300) @Nullable String rule) {}

    /** 是否预约. */
    public enum AppointmentMode {
        NONE,
        POSSIBLE,
        REQUIRED
    }

    /**
     * 告知承诺: a promise may stand in for proof.
     *
     * @param scope what may be promised
     */
    public record Commitment(
            boolean allowed,

            @PlainText(min = 1, max = 500, lines = true) @Nullable String scope) {}

    /**
     * A bound on the number of grants.
     *
     * @param firstComeFirstServed whether equal applications are granted in the order of acceptance (行政许可法 57)
     */
    public record QuantityLimit(
            boolean limited,

            @PlainText(min = 1, max = 500, lines = true) @Nullable String explanation,

            boolean firstComeFirstServed) {}

    /** How several bodies or offices deal with one case (行政许可法 26). */
    public record SeveralBodies(
            @NotNull Mode mode,
            @Size(max = 20) List<@NotNull @Valid Department> others,
            @PlainText(min = 1, max = 300) @Nullable String explanation) {

        public SeveralBodies {
            others = Absent.asEmpty(others);
        }
    }

    /** The ways of Art. 26. */
    public enum Mode {
        /** 统一办理: one body takes it and asks the others. */
        UNIFIED,
        /** 联合办理. */
        JOINT,
        /** 集中办理. */
        CENTRALIZED
    }
}
