package cn.yiwang.catalog.print;

import cn.yiwang.catalog.guide.Contacts;
import cn.yiwang.catalog.guide.Handling;
import cn.yiwang.catalog.guide.IntermediaryService;
import cn.yiwang.catalog.guide.Material;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** The codes of how an item is dealt with as people read them. */
final class HandlingWords {

    private HandlingWords() {}

    static String of(Handling.CaseType type) {
        return switch (type) {
            case IMMEDIATE -> "即办件";
            case PROMISED -> "承诺件";
        };
    }

    static String of(Handling.Examination examination) {
        return switch (examination) {
            case ON_THE_SPOT -> "即审即办";
            case REVIEW_THEN_APPROVAL -> "前审后批";
        };
    }

    static String of(Handling.OnlineDepth depth) {
        return switch (depth) {
            case LEVEL_1 -> "一级";
            case LEVEL_2 -> "二级";
            case LEVEL_3 -> "三级";
            case LEVEL_4 -> "四级";
        };
    }

    static String of(Handling.Channel channel) {
        return switch (channel) {
            case WINDOW -> "窗口办理";
            case ONLINE -> "网上办理";
            case MAIL -> "快递申请";
        };
    }

    static String of(Handling.CrossRegion region) {
        return switch (region) {
            case NONE -> "不通办";
            case COUNTY -> "全县通办";
            case CITY -> "全市通办";
            case PROVINCE -> "全省通办";
            case NATION -> "全国通办";
        };
    }

    static String of(Handling.AppointmentMode mode) {
        return switch (mode) {
            case NONE -> "无须预约";
            case POSSIBLE -> "可以预约";
            case REQUIRED -> "须预约";
        };
    }

    static String of(IntermediaryService.Payer payer) {
        return switch (payer) {
            case APPLICANT -> "申请人";
            case BODY -> "实施主体";
        };
    }

    static String of(Contacts.Way way) {
        return switch (way) {
            case PHONE -> "电话";
            case WEB -> "网上";
            case EMAIL -> "电子邮件";
            case LETTER -> "信函";
            case COUNTER -> "窗口";
        };
    }

    static String of(Material.Channel channel) {
        return switch (channel) {
            case APPLICANT -> "申请人自备";
            case GOVERNMENT -> "政府部门核发";
            case OTHER -> "其他";
        };
    }

    static String of(Material.FreeSubmission free) {
        return switch (free) {
            case NONE -> "否";
            case E_CERTIFICATE -> "电子证照代替";
            case DATA_SHARING -> "数据共享";
            case COMMITMENT -> "告知承诺";
        };
    }

    static String of(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "周一";
            case TUESDAY -> "周二";
            case WEDNESDAY -> "周三";
            case THURSDAY -> "周四";
            case FRIDAY -> "周五";
            case SATURDAY -> "周六";
            case SUNDAY -> "周日";
        };
    }

    static @Nullable String yesOrNo(@Nullable Boolean value) {
        return value == null ? null : value ? "是" : "否";
    }
}
