package cn.yiwang.application.mandate;

import cn.yiwang.application.guide.Guide.Audience;

/**
 * Somebody in whose name applications are made. The text form gives nothing away.
 *
 * @param code the credit code of an organization, the id number of a person
 */
public record Principal(Audience type, String code, String name) {

    @Override
    public String toString() {
        return "Principal[" + type + "]";
    }
}
